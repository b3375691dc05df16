// The stories as data for people and tools, filtered by tags and counted. schemas/stories.schema.json says the same.
import { type ListedGuarantee, listGuarantees } from "../evidence/list-guarantees.ts";
import type { ReadingProblem } from "../story/feature-reading.ts";
import { hashContent } from "../story/identity.ts";
import type { Background, Case, Rule, Scenario, Step, Story, Tag } from "../story/story.ts";
import { readTags, type TagReading } from "../tags/read-tags.ts";
import type { TagFilter } from "./tag-filter.ts";

export interface ListedStory
  extends Omit<Story, "background" | "comments" | "scenarios" | "rules"> {
  readonly links: TagReading["links"];
  readonly background?: ListedBackground;
  readonly scenarios: readonly ListedScenario[];
  readonly rules: readonly ListedRule[];
}

type ListedStep = Omit<Step, "nodeId" | "textColumn">;

interface ListedBackground extends Omit<Background, "steps"> {
  readonly steps: readonly ListedStep[];
}

export interface ListedRule extends Omit<Rule, "background" | "scenarios"> {
  readonly background?: ListedBackground;
  readonly scenarios: readonly ListedScenario[];
}

/** Its own steps; those of backgrounds stand with the backgrounds. */
export interface ListedScenario
  extends Omit<Scenario, "steps" | "backgroundSteps" | "examples" | "cases"> {
  readonly steps: readonly ListedStep[];
  readonly cases: readonly ListedCase[];
}

export interface ListedCase extends Omit<Case, "nodeKey"> {
  readonly tier?: NonNullable<TagReading["tier"]>;
  readonly guarantees: readonly (ListedGuarantee & { readonly contentHash: string })[];
}

export interface StoryCounts {
  readonly stories: number;
  readonly rules: number;
  readonly scenarios: number;
  readonly cases: number;
  readonly guarantees: number;
  /** Files, not problems. */
  readonly unreadable: number;
}

export interface StoryList {
  readonly version: 1;
  /** The tag expression that chose them; absent: all. */
  readonly tags?: string;
  readonly counts: StoryCounts;
  readonly stories: readonly ListedStory[];
  readonly problems: readonly ReadingProblem[];
}

/** Everything that the filter lets through, with what surrounds it. */
export function listStories(
  stories: readonly Story[],
  problems: readonly ReadingProblem[],
  filter?: TagFilter,
): StoryList {
  const holds = (tags: readonly Tag[]) =>
    filter === undefined || filter.matches(tags.map(({ name }) => name));
  const listed = stories.flatMap((story) => listStory(story, holds) ?? []);
  return {
    version: 1,
    ...(filter === undefined ? {} : { tags: filter.expression }),
    counts: countParts(listed, new Set(problems.map(({ uri }) => uri)).size),
    stories: listed,
    problems,
  };
}

type Holds = (tags: readonly Tag[]) => boolean;

function listStory(story: Story, holds: Holds): ListedStory | undefined {
  const scenarios = listScenarios(story.scenarios, holds);
  const rules = story.rules.flatMap((rule) => listRule(rule, holds) ?? []);
  const isEmpty = story.scenarios.length + story.rules.length === 0;
  if (scenarios.length + rules.length === 0 && !(isEmpty && holds(story.tags))) return undefined;
  const { id, uri, language, keyword, title, description, intent, line, tags } = story;
  return {
    id,
    uri,
    language,
    keyword,
    title,
    description,
    ...(intent === undefined ? {} : { intent }),
    line,
    tags,
    links: readTags(tags).links,
    ...listBackground(story),
    scenarios,
    rules,
    contentHash: story.contentHash,
  };
}

function listRule(rule: Rule, holds: Holds): ListedRule | undefined {
  const scenarios = listScenarios(rule.scenarios, holds);
  const isChosen = scenarios.length > 0 || (rule.scenarios.length === 0 && holds(rule.tags));
  if (!isChosen) return undefined;
  const { id, keyword, title, description, line, tags, contentHash } = rule;
  const own = listBackground(rule);
  return { id, keyword, title, description, line, tags, ...own, scenarios, contentHash };
}

function listBackground({ background }: { readonly background?: Background }) {
  if (background === undefined) return {};
  return { background: { ...background, steps: background.steps.map(listStep) } };
}

function listScenarios(scenarios: readonly Scenario[], holds: Holds): readonly ListedScenario[] {
  return scenarios.flatMap((scenario) => {
    const cases = scenario.cases.filter((one) => holds(one.tags));
    if (cases.length === 0) return [];
    const { id, keyword, title, description, line, tags, contentHash } = scenario;
    const steps = scenario.steps.slice(scenario.backgroundSteps).map(listStep);
    const listed = cases.map((one) => listCase(scenario, one));
    return { id, keyword, title, description, line, tags, steps, cases: listed, contentHash };
  });
}

function listStep({ keyword, kind, text, line, argument }: Step): ListedStep {
  return { keyword, kind, text, line, ...(argument === undefined ? {} : { argument }) };
}

function listCase(scenario: Scenario, one: Case): ListedCase {
  const { id, line, values, tags, contentHash } = one;
  const reading = readTags(tags);
  const { tier } = reading;
  const guarantees = listGuarantees(scenario, one, reading).map((guarantee) => ({
    ...guarantee,
    // What is claimed, of what behaviour.
    contentHash:
      guarantee.kind === "behaviour" ? contentHash : hashContent([contentHash, guarantee.text]),
  }));
  const filled = { ...(values && { values }), ...(tier && { tier }) };
  return { id, line, ...filled, tags, guarantees, contentHash };
}

/** Of a story, those in rules too. */
export function scenariosOf({ scenarios, rules }: ListedStory): readonly ListedScenario[] {
  return [...scenarios, ...rules.flatMap((rule) => rule.scenarios)];
}

function countParts(stories: readonly ListedStory[], unreadable: number): StoryCounts {
  const scenarios = stories.flatMap(scenariosOf);
  const cases = scenarios.flatMap((scenario) => scenario.cases);
  return {
    stories: stories.length,
    rules: stories.flatMap(({ rules }) => rules).length,
    scenarios: scenarios.length,
    cases: cases.length,
    guarantees: cases.flatMap(({ guarantees }) => guarantees).length,
    unreadable,
  };
}
