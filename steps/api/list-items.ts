// What an item of a list has at a path. It knows no sentences.
import { readJsonPath } from "../../src/checks/json-path.ts";
import { StoryError } from "../../src/journey/story-error.ts";

/** Undefined when there is nothing. Throws when the path is none. */
export function itemValue(item: unknown, path: string): unknown {
  // A key that is written so is meant, whatever it looks like: "unit price", "a.b".
  if (typeof item === "object" && item !== null && Object.hasOwn(item, path)) {
    return (item as Record<string, unknown>)[path];
  }
  const found = readJsonPath(item, path);
  if (found.kind === "error") throw new StoryError(found.message);
  return found.kind === "found" ? found.value : undefined;
}
