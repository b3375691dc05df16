// Gherkin's document to a Story. The file was parsed before; what it says is taken as it is.
import type * as messages from "@cucumber/messages";
import { createIdRegister, hashContent, normaliseText, slugify, slugifyPath } from "./identity.ts";
import { parseIntent } from "./intent.ts";
import { nameTags, readScenario, readSteps, readTags, type Surroundings } from "./read-scenario.ts";
import type { Rule, Scenario, Story, Tag } from "./story.ts";

/** The story of one feature file; undefined for a file that holds no feature. */
export function readStory(document: messages.GherkinDocument): Story | undefined {
  const { feature } = document;
  if (feature === undefined) return undefined;
  const uri = (document.uri ?? "").replaceAll("\\", "/");
  const tags = readTags(feature.tags, "feature");
  const id = findStoryId(tags) ?? slugifyPath(uri);
  const { scenarios, rules } = readChildren(feature, { id, tags });
  const intent = parseIntent(feature.description);
  return {
    id,
    uri,
    language: feature.language,
    keyword: feature.keyword.trim(),
    title: feature.name,
    description: feature.description.trim(),
    ...(intent === undefined ? {} : { intent }),
    line: feature.location.line,
    tags,
    scenarios,
    rules,
    contentHash: hashContent([
      normaliseText(feature.name),
      normaliseText(feature.description),
      nameTags(tags),
      hashScenarios(scenarios),
      rules.map(hashRule).sort(),
    ]),
  };
}

function findStoryId(tags: readonly Tag[]): string | undefined {
  const id = tags.findLast((tag) => tag.name.startsWith("@story:"))?.name.slice("@story:".length);
  return id === "" ? undefined : id;
}

interface Parent {
  readonly id: string;
  readonly tags: readonly Tag[];
}

function readChildren(feature: messages.Feature, parent: Parent) {
  const giveId = createIdRegister();
  let around: Surroundings = { tags: parent.tags, background: [], parentId: parent.id, giveId };
  const scenarios: Scenario[] = [];
  const rules: Rule[] = [];
  for (const { background, scenario, rule } of feature.children) {
    if (background !== undefined) {
      around = { ...around, background: readSteps(background.steps) };
    }
    if (scenario !== undefined) scenarios.push(readScenario(scenario, around));
    if (rule !== undefined) rules.push(readRule(rule, around));
  }
  return { scenarios, rules };
}

function readRule(node: messages.Rule, outside: Surroundings): Rule {
  const id = outside.giveId(`${outside.parentId}/${slugify(node.name)}`);
  const tags = [...outside.tags, ...readTags(node.tags, "rule")];
  let around: Surroundings = { ...outside, tags, parentId: id };
  const scenarios: Scenario[] = [];
  for (const { background, scenario } of node.children) {
    if (background !== undefined) {
      around = { ...around, background: [...around.background, ...readSteps(background.steps)] };
    }
    if (scenario !== undefined) scenarios.push(readScenario(scenario, around));
  }
  return {
    id,
    keyword: node.keyword.trim(),
    title: node.name,
    description: node.description.trim(),
    line: node.location.line,
    tags,
    scenarios,
  };
}

function hashScenarios(scenarios: readonly Scenario[]): readonly string[] {
  return scenarios.map((scenario) => scenario.contentHash).sort();
}

function hashRule(rule: Rule): string {
  return hashContent([
    normaliseText(rule.title),
    normaliseText(rule.description),
    nameTags(rule.tags),
    hashScenarios(rule.scenarios),
  ]);
}
