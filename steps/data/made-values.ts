// Makes a unique or random value of a kind, by the kind's name in a sentence. It holds no phrases.
import { closest } from "fastest-levenshtein";
import { makeRandom, randomKinds } from "../../src/journey/random-value.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";

/** What is made up, in one or two words. */
export const kindWord: RegExp =
  /(?:first|last|full|given|family|street|company|phone|telephone|email|postal|zip) (?:name|number|address|code)|[A-Za-z][\w-]*/;

/** Throws a StoryError, with the kinds that there are, when nothing random is called so. */
export function makeValue(world: StoryWorld, how: string, kind: string): unknown {
  const plain = plainKind(kind);
  if (how === "unique") return world.memory.makeUnique(plain);
  const made = makeRandom(plain, (size) => world.memory.random(size));
  if (made !== undefined) return made;
  throw new StoryError(
    `Nothing random is called "${kind}"; there are: ${randomKinds.join(", ")}. Did you mean "${closest(kind, randomKinds)}"?`,
  );
}

/** "UUID" and "phone number" as their makers are called. */
function plainKind(kind: string): string {
  const plain = kind
    .toLowerCase()
    .replace(/^(?:given name)$/, "first name")
    .replace(/^family name$/, "last name");
  return plain
    .replace(/^(?:tele)?phone(?: number)?$/, "phone")
    .replace(/^email address$/, "email")
    .replace(/^guid$/, "uuid");
}
