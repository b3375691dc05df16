// What the feature file says of the scenario that was just run: its tags with the place each stands at, and its line.
import type { GherkinDocument, Pickle } from "@cucumber/messages";
import { readStory } from "../../src/story/read-story.ts";
import type { Tag } from "../../src/story/story.ts";
import { listScenarios } from "../../src/story/walk.ts";

export interface WrittenCase {
  /** `features/sign-in.feature:12`, of the scenario or of its row in the examples. */
  readonly place: string;
  /** All that hold for it, the farthest first. */
  readonly tags: readonly Tag[];
  /** As reports call it; absent where the feature is none that can be read. */
  readonly id?: string;
}

/** A pickle has forgotten on what its tags stood, and which of two bounds counts depends on that. */
export function findWrittenCase(pickle: Pickle, document: GherkinDocument): WrittenCase {
  const story = readStory({ ...document, uri: pickle.uri });
  const nodeKey = pickle.astNodeIds.join(" ");
  for (const { cases } of story === undefined ? [] : listScenarios(story)) {
    const one = cases.find((known) => known.nodeKey === nodeKey);
    if (one !== undefined)
      return { place: `${pickle.uri}:${one.line}`, tags: one.tags, id: one.id };
  }
  return { place: pickle.uri, tags: pickle.tags.map(({ name }) => unplaced(name)) };
}

function unplaced(name: string): Tag {
  return { name, level: "scenario", line: 0, column: 0 };
}
