// Writes docs/rules/ from the texts of the lint rules: an index, and a page for each rule. With --check it writes nothing
// and fails when the folder is not what it would write.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import "./typescript.mjs";

const { rules } = await import("../src/lint/rules.ts");

const folder = "docs/rules";
const groups = {
  structure: "Structure: a file that can be read, and scenarios that can fail",
  intent: "Intent: why the story is there and who answers for it",
  language: "Language: words that two people understand in the same way",
  gates: "Gates: bounds that can hold, be proven, and be measured",
  steps: "Steps: phrases and their definitions",
  tags: "Tags: what storyproof knows of them",
  layout: "Layout: how the file is written",
  suppression: "Suppression: comments that silence a rule",
};
const weights = {
  error: "an error: it fails `storyproof lint`",
  warning: "a warning",
  note: "a note",
  off: "off: it runs only when the configuration or `--rule` asks for it",
};

const groupOf = ({ id }) => id.slice(0, id.indexOf("/"));

function renderIndex() {
  const known = Object.keys(groups);
  const unknown = rules.map(groupOf).filter((group) => !known.includes(group));
  if (unknown.length > 0) throw new Error(`scripts/rules.mjs has no title for ${unknown[0]}/*.`);
  const sections = known.flatMap((group) => {
    const found = rules.filter((rule) => groupOf(rule) === group);
    if (found.length === 0) return [];
    const rows = found
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, severity, summary }) => `| [${id}](${id}.md) | ${severity} | ${summary} |`);
    return [
      [`## ${groups[group]}`, ["| rule | weighs | finds |", "|---|---|---|", ...rows].join("\n")],
    ];
  });
  return [
    "# Lint rules",
    "What `storyproof lint` looks for. How it is run, set and silenced is told in [docs/lint.md](../lint.md). This folder is made by `npm run fix` from the rules themselves, and each example is run in the tests.",
    ...sections.flat(),
    "",
  ].join("\n\n");
}

function renderRule(rule) {
  const { id, summary, reason, severity, bad, good, exampleDefinitions } = rule;
  const definitions =
    exampleDefinitions === undefined
      ? []
      : [
          "The examples are run with these step definitions:",
          fence("", `${exampleDefinitions.join("\n")}\n`),
        ];
  return [
    `# ${id}`,
    `Finds ${summary}. By itself it is ${weights[severity]}.`,
    "## Why",
    reason,
    ...definitions,
    "## Bad",
    ...renderExample(bad),
    "## Good",
    ...renderExample(good),
    "## Set or silence it",
    ...renderSettings(rule),
    "",
  ].join("\n\n");
}

function renderExample(example) {
  if (typeof example === "string") return [fence("gherkin", example)];
  return Object.entries(example).flatMap(([path, text]) => [
    `\`${path}\`:`,
    fence(path.endsWith(".md") ? "markdown" : "gherkin", text),
  ]);
}

function fence(language, text) {
  const shown = text.endsWith("\n") ? text : `${text}\n`;
  return `\`\`\`${language}\n${shown}\`\`\``;
}

function renderSettings({ id, scope, fixed }) {
  const group = groupOf({ id });
  if (fixed !== undefined) {
    return [
      `Neither a comment nor the configuration silences it or lowers what it weighs: ${fixed}.`,
    ];
  }
  const config = [
    "In the configuration:",
    fence(
      "js",
      `defineConfig({ lint: { rules: { ${JSON.stringify(id)}: "off" } } }); // or "note", "warning", "error"\n`,
    ),
  ];
  if (id === "steps/unused" || group === "suppression") return config;
  if (scope === "engine")
    return [...config, "A file that cannot be read cannot hold a comment that silences it."];
  return [
    ...config,
    "At one place, with the reason, in a comment on the line above it:",
    fence("gherkin", `# storyproof-disable-next-line ${id} -- the reason why it is right here\n`),
  ];
}

const pages = new Map([
  [join(folder, "README.md"), renderIndex()],
  ...rules.map((rule) => [join(folder, `${rule.id}.md`), renderRule(rule)]),
]);
const found = existsSync(folder)
  ? readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  : [];
const left = found.filter((path) => !pages.has(path));
const stale = [...pages].filter(
  ([path, content]) => !existsSync(path) || readFileSync(path, "utf8") !== content,
);
if (!process.argv.includes("--check")) {
  for (const path of left) rmSync(path);
  for (const [path, content] of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
} else if (left.length + stale.length > 0) {
  const names = [...left, ...stale.map(([path]) => path)].join(", ");
  process.stderr.write(`${names}: not what scripts/rules.mjs writes; run npm run fix.\n`);
  process.exitCode = 1;
}
