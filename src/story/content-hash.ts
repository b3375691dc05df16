// Fingerprints of what a story and its parts say. Layout, comments, keywords and the order of what has no order
// do not count; the tags that only name a thing do not either.
import { hashContent, normaliseText } from "./identity.ts";
import type { Background, Case, Rule, Scenario, Step, Story, Tag } from "./story.ts";

export function hashStory(story: Story): string {
  return hashContent([
    normaliseText(story.title),
    normaliseText(story.description),
    nameTags(story.tags),
    hashScenarios(story.scenarios),
    story.rules.map((rule) => rule.contentHash).sort(),
    ...hashBackgrounds(story.background),
  ]);
}

export function hashRule(rule: Rule): string {
  return hashContent([
    normaliseText(rule.title),
    normaliseText(rule.description),
    nameTags(rule.tags),
    hashScenarios(rule.scenarios),
    ...hashBackgrounds(rule.background),
  ]);
}

export function hashBackground(background: Background): string {
  return hashContent(describe(background));
}

/** What every case of a scenario has in common. */
export function hashBehaviour(scenario: Scenario): string {
  return hashContent(describe(scenario));
}

export function hashScenario(scenario: Scenario): string {
  // A scenario that is no outline has itself as its case.
  const rows = scenario.cases.filter(({ values }) => values !== undefined);
  const hashes = rows.map((row) => row.contentHash).sort();
  return hashContent([describe(scenario), nameTags(scenario.tags), hashes]);
}

/**
 * @param behaviour what hashBehaviour says of its scenario
 * @param table what stands above the row
 */
export function hashRow(
  behaviour: string,
  { tags, values = {} }: Pick<Case, "tags" | "values">,
  { title, description }: { readonly title: string; readonly description: string },
): string {
  const content: unknown[] = [behaviour, nameTags(tags), sortCells(values)];
  if (title !== "") content.push(normaliseText(title));
  if (description !== "") content.push(normaliseText(description));
  return hashContent(content);
}

/** A row's values with the names of their columns, sorted by them. */
export function sortCells(values: Readonly<Record<string, string>>): readonly unknown[] {
  return Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
}

function describe({ title, description, steps }: Scenario | Background): readonly unknown[] {
  return [normaliseText(title), normaliseText(description), describeSteps(steps)];
}

/**
 * Without keywords: `And` for `Given`, or `*`, reads differently and says the same. The text counts to the letter:
 * two spaces between quotes are typed as two.
 */
function describeSteps(steps: readonly Step[]): readonly unknown[] {
  return steps.map((step) => [step.text, step.argument ?? null]);
}

/** Its steps count with each scenario; its title, and all of it where no scenario is, would be lost. */
function hashBackgrounds(background: Background | undefined): readonly string[] {
  return background === undefined || isBlank(background) ? [] : [background.contentHash];
}

/** Says no more than one that is not there; lint removes it. */
function isBlank({ title, description, steps }: Background): boolean {
  return steps.length === 0 && title.trim() === "" && description.trim() === "";
}

function hashScenarios(scenarios: readonly Scenario[]): readonly string[] {
  return scenarios.map((scenario) => scenario.contentHash).sort();
}

/** The names in one order, each once: neither the order nor the place of tags changes what holds. */
function nameTags(tags: readonly Tag[]): readonly string[] {
  const names = tags.map((tag) => tag.name).filter((name) => !/^@(?:story|id):/.test(name));
  return [...new Set(names)].sort();
}
