// What sets of tags say, read once for all rules.
import type { Tag } from "../story/story.ts";
import { readTags, type TagReading } from "../tags/read-tags.ts";

export type ReadTagSet = (tags: readonly Tag[]) => TagReading;

export function makeTagReader(): ReadTagSet {
  const known = new WeakMap<readonly Tag[], TagReading>();
  return (tags) => {
    let reading = known.get(tags);
    if (reading === undefined) {
      reading = readTags(tags);
      known.set(tags, reading);
    }
    return reading;
  };
}
