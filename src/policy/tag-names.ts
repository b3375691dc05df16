// The names of tags as patterns and expressions see them: each tag, and for `@key:value` also `@key:` and `@key:*`.
import type { Tag } from "../story/story.ts";

export type TagNames = (tags: readonly Tag[]) => string[];

/** Gives all names that hold for tags, and remembers them: every rule asks. */
export function makeTagNames(): TagNames {
  const known = new WeakMap<readonly Tag[], string[]>();
  return (tags) => {
    let names = known.get(tags);
    if (names === undefined) {
      names = listNames(tags);
      known.set(tags, names);
    }
    return names;
  };
}

function listNames(tags: readonly Tag[]): string[] {
  const names = new Set<string>();
  for (const { name } of tags) {
    names.add(name);
    const key = /^@[^:]+:(?=.)/.exec(name)?.[0];
    if (key !== undefined) names.add(key).add(`${key}*`);
  }
  return [...names];
}
