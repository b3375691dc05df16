// From the calls of a scenario that has passed to a journey; or the reason why there is none.
import { version } from "@cucumber/cucumber";
import type { Pickle } from "@cucumber/messages";
import { readCucumberLibrary } from "./cucumber-library.ts";
import { exchangeLines } from "./exchange-lines.ts";
import { exchangesOf, worldsLike } from "./fresh-world.ts";
import { Journey } from "./journey.ts";
import { planJourney } from "./journey-plan.ts";
import { type NotReplayable, notReplayable } from "./not-replayable.ts";
import type { RecordedCall } from "./recorder.ts";

export interface EndedScenario {
  readonly pickle: Pickle;
  /** As cucumber tells it to an After hook. */
  readonly status: string | undefined;
}

/** The journey of a scenario that has just been run with that World; to be asked for in the last After hook. */
export function takeJourney(
  world: object,
  calls: readonly RecordedCall[],
  { pickle, status = "UNKNOWN" }: EndedScenario,
): Journey | NotReplayable {
  if (status !== "PASSED") return notReplayable.notPassed(status);
  const library = readCucumberLibrary();
  if (library === undefined) return notReplayable.unknownCucumber(version);
  const plan = planJourney(calls, pickle, library);
  if (plan.kind === "not-replayable") return plan;
  const { inScope } = library;
  const makeWorld = worldsLike(world, library);
  return new Journey({ plan, makeWorld, inScope }, exchangeLines(exchangesOf(world)));
}
