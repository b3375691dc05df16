// Ways through a story that many rules take.
import type { Scenario, Step, Story, Tag } from "./story.ts";

/** All scenarios of a story in the order of the file, those in rules too. */
export function listScenarios({ scenarios, rules }: Story): readonly Scenario[] {
  return rules.length === 0 ? scenarios : [...scenarios, ...rules.flatMap((one) => one.scenarios)];
}

/** The steps that stand in the scenario itself, without those of backgrounds. */
export function ownSteps({ steps, backgroundSteps }: Scenario): readonly Step[] {
  return backgroundSteps === 0 ? steps : steps.slice(backgroundSteps);
}

/** How many rows all examples of the scenario have; none when it is no outline. */
export function countRows({ examples }: Scenario): number {
  return examples.reduce((sum, { rows }) => sum + rows.length, 0);
}

export function hasTag(tags: readonly Tag[], name: string): boolean {
  return tags.some((tag) => tag.name === name);
}

/** Specified and not yet built: what it lacks is known. */
export function isPlanned({ tags }: Scenario): boolean {
  return hasTag(tags, "@planned");
}

export interface TagGroup {
  /** Those that stand on one thing itself, in the order of the file. */
  readonly tags: readonly Tag[];
  /** The id of that thing. */
  readonly subject: string;
}

/** The tags of every feature, rule, scenario and table of examples, without inherited ones. */
export function listTagGroups(story: Story): readonly TagGroup[] {
  const groups: TagGroup[] = [{ tags: story.tags, subject: story.id }];
  for (const { tags, id } of story.rules) groups.push({ tags: tagsAt("rule", tags), subject: id });
  for (const { tags, id, examples } of listScenarios(story)) {
    groups.push({ tags: tagsAt("scenario", tags), subject: id });
    for (const table of examples) groups.push({ tags: table.tags, subject: id });
  }
  return groups;
}

/** Those of the tags that hold for a thing that stand on it itself: inherited ones come before them. */
export function tagsAt(level: Tag["level"], tags: readonly Tag[]): readonly Tag[] {
  let from = tags.length;
  while (from > 0 && tags[from - 1]?.level === level) from -= 1;
  return from === 0 ? tags : tags.slice(from);
}
