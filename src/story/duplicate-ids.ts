// Ids that more than one thing has. What names itself twice is a mistake; names that happen to be alike are not.
import { findPinned } from "./give-ids.ts";
import { findStoryId } from "./read-story.ts";
import type { Rule, Scenario, Story, Tag } from "./story.ts";

export interface IdPlace {
  readonly uri: string;
  readonly line: number;
  readonly column: number;
  /** How much of the line is meant. */
  readonly length: number;
  readonly title: string;
}

export interface DuplicateId {
  readonly kind: "story" | "rule or scenario";
  readonly id: string;
  /** False when a story's id was made from its path, for at least one of them. */
  readonly isExplicit: boolean;
  /** At least two, in the order of the stories. */
  readonly places: readonly IdPlace[];
  /** One sentence that names them all. */
  readonly message: string;
  /** What would be right. */
  readonly wayOut: string;
}

/** Everything in these stories that shares its id: `@story:` or path over all of them, `@id:` within each. */
export function findDuplicateIds(stories: readonly Story[]): readonly DuplicateId[] {
  return [...findStories(stories), ...stories.flatMap(findWithin)];
}

function findStories(stories: readonly Story[]): readonly DuplicateId[] {
  return listShared(stories, ({ id }) => id).map(([id, group]) => {
    const isExplicit = group.every(({ tags }) => findStoryId(tags) !== undefined);
    const places = group.map((story) => placeOf(story.uri, story, "@story:", id));
    const wayOut = isExplicit
      ? "Give each story an id of its own."
      : "Give those without a @story: tag one, so that no id is made from their path.";
    return { kind: "story", id, isExplicit, places, message: tell("stories", id, places), wayOut };
  });
}

function findWithin(story: Story): readonly DuplicateId[] {
  const rules: readonly (Rule | Scenario)[] = story.rules;
  const things = [...rules, ...story.scenarios, ...story.rules.flatMap((rule) => rule.scenarios)];
  const pinned = things.flatMap((thing) => {
    const level = "steps" in thing ? "scenario" : "rule";
    const pin = findPinned(thing.tags.filter((tag) => tag.level === level));
    return pin === undefined ? [] : { thing, pin };
  });
  return listShared(pinned, ({ pin }) => pin).map(([pin, group]) => {
    const sorted = group.toSorted((a, b) => a.thing.line - b.thing.line);
    const places = sorted.map(({ thing }) => placeOf(story.uri, thing, "@id:", pin));
    const id = `${story.id}/${pin}`;
    const message = tell("rules or scenarios", id, places);
    const wayOut = "Give each an @id: of its own.";
    return { kind: "rule or scenario", id, isExplicit: true, places, message, wayOut };
  });
}

function listShared<T>(
  things: readonly T[],
  idOf: (thing: T) => string,
): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(idOf(thing));
    if (group === undefined) groups.set(idOf(thing), [thing]);
    else group.push(thing);
  }
  return [...groups].filter(([, group]) => group.length > 1);
}

interface Titled {
  readonly title: string;
  readonly line: number;
  readonly tags: readonly Tag[];
}

/** The tag that gives the id, else the line of the title. */
function placeOf(uri: string, { title, line, tags }: Titled, key: string, id: string): IdPlace {
  const tag = tags.findLast(({ name }) => name === `${key}${id}`);
  if (tag === undefined) return { uri, line, column: 1, length: 1, title };
  return { uri, line: tag.line, column: tag.column, length: tag.name.length, title };
}

function tell(what: string, id: string, places: readonly IdPlace[]): string {
  const named = places.map(({ uri, line, title }) => `"${title}" (${uri}:${line})`);
  return `${places.length} ${what} have the id ${id}: ${named.join(" and ")}`;
}
