// Writes docs/steps.json (what `storyproof steps` knows of the packaged phrases) and docs/steps.md (the same for people)
// from the registered definitions and the features in docs/examples. With --check it writes nothing and fails when one
// of the two is not what it would write.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { loadSupport } from "@cucumber/cucumber/api";
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from "@cucumber/gherkin";
import { IdGenerator } from "@cucumber/messages";
import "./typescript.mjs";

const { packageTopics } = await import("../src/catalogue/package-topics.ts");
const { makeCatalogue } = await import("../src/catalogue/catalogue.ts");
const { renderCatalogueMarkdown } = await import("../src/catalogue/render-markdown.ts");

const examples = "docs/examples";
const stepsFolder = resolve("steps");

/** cucumber's own types, which are values and not words. */
const plainValues = new Set(
  "int float word string double bigdecimal byte short long biginteger".split(" "),
);

async function loadSteps() {
  const support = await loadSupport({
    sources: { defaultDialect: "en", paths: [], names: [], tagExpression: "", order: "defined" },
    support: { importPaths: ["steps/index.ts"], requirePaths: [], requireModules: [], loaders: [] },
  });
  const definitions = support.stepDefinitions.map((definition) => ({
    pattern: String(definition.pattern),
    file: resolve(definition.uri),
    line: definition.line,
    // As cucumber asks it, without the places of all its groups, which take longer than all else here.
    takes: (text) => definition.expression.regexp.test(text),
  }));
  const types = [...support.parameterTypeRegistry.parameterTypes];
  const parameterTypes = types
    .filter(({ name }) => name && !plainValues.has(name))
    .map(({ name, regexpStrings: regexps }) => ({ name, regexps }));
  return { definitions, parameterTypes };
}

function readFeature(path) {
  const source = readFileSync(join(examples, `${path}.feature`), "utf8");
  const newId = IdGenerator.incrementing();
  const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher());
  const document = parser.parse(source);
  const { feature } = document;
  const steps = compile(document, path, newId).flatMap((pickle) => pickle.steps);
  const description = dedent(feature.description.split("\n")).trim();
  return {
    path,
    name: feature.name,
    description,
    steps,
    scenarios: readScenarios(source, feature),
  };
}

/** The text from the first scenario on, with what belongs to it. */
function readScenarios(source, feature) {
  const [first] = feature.children.map((child) => child.rule ?? child.background ?? child.scenario);
  const lines = source.split("\n");
  let start = (first.tags?.[0]?.location.line ?? first.location.line) - 1;
  while (lines[start - 1].trim().startsWith("#")) start -= 1;
  return dedent(lines.slice(start)).trimEnd();
}

function dedent(lines) {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent).trimEnd()).join("\n");
}

function listFeatures() {
  return readdirSync(examples, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".feature"))
    .map((name) => name.replaceAll("\\", "/").replace(/\.feature$/, ""))
    .sort();
}

function renderPage({ definitions, parameterTypes }, topics, features) {
  const surroundings = {
    cwd: process.cwd(),
    stepsFolder,
    prefix: "",
    packaged: topics,
    parameterTypes,
    check: "[should …](checks.md)",
  };
  const scenariosOf = ({ pack, name }) =>
    features.find(({ path }) => path === `${pack}/${name}`)?.scenarios;
  const options = { scenariosOf };
  const catalogue = makeCatalogue(definitions, surroundings);
  return (
    readFileSync("scripts/steps-introduction.md", "utf8") +
    renderCatalogueMarkdown(catalogue, options)
  );
}

const steps = await loadSteps();
const features = listFeatures().map(readFeature);
const topics = packageTopics(steps.definitions, features, stepsFolder);
const files = {
  "docs/steps.json": `${JSON.stringify({ topics }, null, 2)}\n`,
  "docs/steps.md": renderPage(steps, topics, features),
};

const stale = Object.entries(files).filter(
  ([path, content]) => !existsSync(path) || readFileSync(path, "utf8") !== content,
);
if (!process.argv.includes("--check")) {
  for (const [path, content] of stale) writeFileSync(path, content);
} else if (stale.length > 0) {
  const names = stale.map(([path]) => path).join(" and ");
  process.stderr.write(`${names}: not what scripts/catalogue.mjs writes; run npm run fix.\n`);
  process.exitCode = 1;
}
