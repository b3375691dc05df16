// The lists of an answer: of a part of it, or of one field of its items. It holds no phrases.
import { nameKind, showValue } from "../../src/checks/shown-value.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { itemValue } from "./list-items.ts";
import { jsonOf, nameOf, type ResponsePart } from "./response-part.ts";

/** Throws when there is no list. */
export function listOf(world: StoryWorld, part: ResponsePart): readonly unknown[] {
  const value = jsonOf(world.lastResponse, part);
  if (Array.isArray(value)) return value;
  throw new Error(
    `expected ${nameOf(part)} to be a list, but it was ${nameKind(value)}: ${showValue(value)}`,
  );
}

/** The whole answer. */
export const whole: ResponsePart = { kind: "json" };

/** The values of that field in every item. A path of several places is a list already. */
export function fieldsOf(world: StoryWorld, list: ResponsePart, field: string): readonly unknown[] {
  return listOf(world, list).map((item) => itemValue(item, field));
}
