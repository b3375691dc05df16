// The stories of a project laid out for rules: each scenario with the sets of tags that its runs have, once for all
// rules.
import type { Case, Rule, Scenario, Story, Tag } from "../story/story.ts";
import { makeTagNames } from "./tag-names.ts";

/** The runs of a scenario that have the same tags: one table of examples may have tags of its own. */
export interface Variant {
  readonly story: Story;
  readonly scenario: Scenario;
  readonly tags: readonly Tag[];
  /** As tag expressions see them. */
  readonly names: string[];
  readonly isPlanned: boolean;
  readonly cases: readonly Case[];
}

export interface IndexedPart<Part> {
  readonly part: Part;
  readonly names: string[];
  readonly isPlanned: boolean;
  readonly variants: readonly Variant[];
}

export interface IndexedStory extends IndexedPart<Story> {
  readonly rules: readonly IndexedPart<Rule>[];
}

export function indexStories(stories: readonly Story[]): readonly IndexedStory[] {
  const nameTags = makeTagNames();
  const isPlanned = (tags: readonly Tag[]) => nameTags(tags).includes("@planned");
  const listVariants = (story: Story, scenarios: readonly Scenario[]) =>
    scenarios.flatMap((scenario) =>
      groupByTags(scenario).map(([tags, cases]): Variant => {
        const names = nameTags(tags);
        return { story, scenario, tags, names, isPlanned: isPlanned(tags), cases };
      }),
    );
  return stories.map((story) => {
    const rules = story.rules.map((rule) => {
      const variants = listVariants(story, rule.scenarios);
      return { part: rule, names: nameTags(rule.tags), isPlanned: isPlanned(rule.tags), variants };
    });
    const own = listVariants(story, story.scenarios);
    const variants = [...own, ...rules.flatMap((rule) => rule.variants)];
    const head = { names: nameTags(story.tags), isPlanned: isPlanned(story.tags) };
    return { part: story, ...head, rules, variants };
  });
}

function groupByTags({ cases }: Scenario): readonly (readonly [readonly Tag[], readonly Case[]])[] {
  const groups = new Map<readonly Tag[], Case[]>();
  for (const one of cases) {
    const group = groups.get(one.tags);
    if (group === undefined) groups.set(one.tags, [one]);
    else group.push(one);
  }
  return [...groups];
}
