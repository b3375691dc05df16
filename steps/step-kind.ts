// What a sentence is for, by its keyword. Cucumber matches sentences without it, but what says how things are
// ("I am on …", "I am signed in") brings that about after Given and is a demand after Then.
// It knows no sentence.
import { BeforeStep } from "@cucumber/cucumber";
import { StoryError } from "../src/journey/story-error.ts";
import { StoryWorld } from "../src/journey/world.ts";
import type { PhraseCode } from "./phrase.ts";

// No promise, so cucumber sets no deadline around it: this runs before every step.
BeforeStep(function (this: unknown, { pickleStep }): void {
  if (this instanceof StoryWorld) this.isOutcome = pickleStep.type === "Outcome";
});

/**
 * The same code for a sentence that only brings something about: after Then, where it would pass whatever the product
 * does, it throws a StoryError that names `instead`.
 */
export function notAsOutcome(code: PhraseCode, instead = 'Then I should see "…"'): PhraseCode {
  const guarded = function (this: StoryWorld, ...args: Parameters<PhraseCode>): unknown {
    if (this.isOutcome) throw bringsAbout(instead);
    return code.apply(this, args);
  };
  // Cucumber counts the parameters of what it calls.
  return Object.defineProperty(guarded, "length", { value: code.length });
}

function bringsAbout(instead: string): StoryError {
  return new StoryError(
    "This sentence brings about what it says; after Then it would prove nothing, whatever the product does.\n" +
      `Begin it with Given or When, or say what must come of it: ${instead}`,
  );
}
