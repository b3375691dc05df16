// The words of a sentence as a check: the one way in which parameter types read them.
import type { Check } from "../src/checks/check.ts";
import { parseCheck } from "../src/checks/check-parser.ts";
import { StoryError } from "../src/journey/story-error.ts";
import { ownChecks } from "../src/journey/team-definitions.ts";
import type { StoryWorld } from "../src/journey/world.ts";

/** Throws when the words are no check, or a name in them is not known. */
export function readCheck(world: StoryWorld, text: string): Check {
  const parsed = parseCheck(text, (operand) => world.memory.resolveValue(operand), {
    now: world.memory.clock,
    locale: world.settings.browser.locale,
    own: ownChecks(),
  });
  if (parsed.kind === "error") throw new StoryError(parsed.message);
  return parsed.check;
}
