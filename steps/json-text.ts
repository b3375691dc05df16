// JSON that a feature brings along. A slip in it is the story's mistake; what the product left out of an answer is not.
import { readJsonText } from "../src/checks/json-text.ts";
import { StoryError } from "../src/journey/story-error.ts";
import type { StoryWorld } from "../src/journey/world.ts";

/** The value of the text, each `{{name}}` resolved. Throws, with line and column inside it, when it is not JSON. */
export function parseStoryJson(world: StoryWorld, text: string): unknown {
  let unresolved: unknown;
  const read = readJsonText(text, (name) => {
    try {
      return world.memory.resolveValue(name);
    } catch (error) {
      unresolved ??= error;
      throw error;
    }
  });
  if (read.kind === "ok") return read.value;
  const isOurs = unresolved === undefined || unresolved instanceof StoryError;
  throw isOurs ? new StoryError(read.message) : new Error(read.message);
}
