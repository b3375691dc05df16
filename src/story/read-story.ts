// Gherkin's document to a Story. The file was parsed before; what it says is taken as it is.
import type * as messages from "@cucumber/messages";
import { hashRule, hashStory } from "./content-hash.ts";
import { giveIds } from "./give-ids.ts";
import { addHash } from "./hashed.ts";
import { slugifyPath } from "./identity.ts";
import { parseIntent } from "./intent.ts";
import { readScenario, type Surroundings, surround } from "./read-scenario.ts";
import { countColumns, readBackground, readTags } from "./read-steps.ts";
import type { Background, Rule, Scenario, Story, Tag } from "./story.ts";

/**
 * The story of one feature file; undefined for a file that holds no feature.
 * @param prose the feature's description where gherkin leaves it out, as it does in Markdown
 */
export function readStory(document: messages.GherkinDocument, prose = ""): Story | undefined {
  const { feature } = document;
  if (feature === undefined || feature === null) return undefined;
  const uri = (document.uri ?? "").replaceAll("\\", "/");
  const columns = countColumns(uri);
  const tags = readTags(feature.tags, "feature", columns);
  const id = findStoryId(tags) ?? slugifyPath(uri);
  const around = surround(tags, [], { columns, ids: giveIds(id, feature) });
  const { background, scenarios, rules } = readChildren(feature, around);
  const intent = parseIntent(feature.description || prose, feature.language);
  return addHash(
    {
      id,
      uri,
      language: feature.language,
      ...readHeading(feature),
      description: feature.description.trim(),
      ...(intent === undefined ? {} : { intent }),
      line: feature.location.line,
      tags,
      ...(background === undefined ? {} : { background }),
      comments: readComments(document.comments),
      scenarios,
      rules,
    },
    hashStory,
  );
}

/** What a `@story:` tag of the feature says. */
export function findStoryId(tags: readonly Pick<Tag, "name">[]): string | undefined {
  const id = tags.findLast((tag) => tag.name.startsWith("@story:"))?.name.slice("@story:".length);
  return id === "" ? undefined : id;
}

/** In Markdown the first line is the feature, whatever it says: then there is no keyword. */
function readHeading({ keyword, name }: { readonly keyword?: string; readonly name: string }) {
  if (keyword !== undefined) return { keyword: keyword.trim(), title: name };
  return { keyword: "", title: name.replace(/^#{1,6}\s+/, "") };
}

function readComments(comments: readonly messages.Comment[]) {
  return comments.map(({ location, text }) => ({ line: location.line, text: text.trim() }));
}

function readChildren(
  feature: messages.Feature,
  outside: Surroundings,
): Pick<Story, "scenarios" | "rules"> & { readonly background: Background | undefined } {
  let around = outside;
  let own: Background | undefined;
  const scenarios: Scenario[] = [];
  const rules: Rule[] = [];
  for (const { background, scenario, rule } of feature.children) {
    if (background !== undefined) {
      own = readBackground(background);
      around = surround(outside.tags, own.steps, outside);
    }
    if (scenario !== undefined) scenarios.push(readScenario(scenario, around));
    if (rule !== undefined) rules.push(readRule(rule, around));
  }
  return { background: own, scenarios, rules };
}

function readRule(node: messages.Rule, outside: Surroundings): Rule {
  const tags = outside.tags.concat(readTags(node.tags, "rule", outside.columns));
  let around = surround(tags, outside.background, outside);
  let own: Background | undefined;
  const scenarios: Scenario[] = [];
  for (const { background, scenario } of node.children) {
    if (background !== undefined) {
      own = readBackground(background);
      around = surround(tags, outside.background.concat(own.steps), outside);
    }
    if (scenario !== undefined) scenarios.push(readScenario(scenario, around));
  }
  return addHash(
    {
      id: outside.ids.get(node) ?? node.id,
      keyword: node.keyword.trim(),
      title: node.name,
      description: node.description.trim(),
      line: node.location.line,
      tags,
      ...(own === undefined ? {} : { background: own }),
      scenarios,
    },
    hashRule,
  );
}
