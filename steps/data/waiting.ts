// Waiting for time alone: the last resort, where nothing on a page or in an answer tells when it is enough.
import { When } from "@cucumber/cucumber";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";

/** What a step needs beside waiting, so that its deadline is not what ends it. */
const spareMs = 500;

When(
  ...phrase(
    "{actor} wait(s)/pause(s) (for ){duration}",
    function (this: StoryWorld, _actor: unknown, ms: number) {
      return wait(this, ms);
    },
  ),
);

When(
  ...phrase("{duration} pass(es)", function (this: StoryWorld, ms: number) {
    return wait(this, ms);
  }),
);

function wait(world: StoryWorld, ms: number): Promise<void> {
  const { stepMs } = world.settings.timeouts;
  if (ms + spareMs > stepMs) {
    throw new StoryError(
      `Waiting ${ms} ms takes longer than a step may (timeouts.stepMs in cucumber.js is ${stepMs}). ` +
        'Wait for what is to happen instead: I wait for "Done"; … until the response field "status" is "paid" within 20 seconds.',
    );
  }
  return new Promise((resolve) => {
    const timer = setTimeout(end, ms);
    // A scenario that ends before, ends the waiting.
    const { resources } = world;
    function end(): void {
      clearTimeout(timer);
      resolve();
    }
    resources.of(`waiting ${performance.now()}`, () => ({ close: end }));
  });
}
