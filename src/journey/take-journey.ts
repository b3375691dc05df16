// From the calls of a scenario that has passed to a journey; or the reason why there is none.
import { version } from "@cucumber/cucumber";
import type { Pickle } from "@cucumber/messages";
import type { Code } from "./code.ts";
import { completeCalls } from "./complete-calls.ts";
import { readCucumberLibrary } from "./cucumber-library.ts";
import { exchangeLines } from "./exchange-lines.ts";
import { exchangesOf, parametersOf, worldsWith } from "./fresh-world.ts";
import { Journey } from "./journey.ts";
import { planJourney } from "./journey-plan.ts";
import { type NotReplayable, notReplayable } from "./not-replayable.ts";
import { packJourney } from "./portable-journey.ts";
import type { RecordedCall, RecordedCode } from "./recorder.ts";
import { sortCalls } from "./sorted-calls.ts";

export interface EndedScenario {
  readonly pickle: Pickle;
  /** As cucumber tells it to an After hook. */
  readonly status: string | undefined;
  /** Also when a step failed: the steps after it are looked up with this. */
  readonly codeOf?: (original: Code) => RecordedCode | undefined;
}

/** The journey of a scenario that has just been run with that World; to be asked for in the last After hook. */
export function takeJourney(
  world: object,
  calls: readonly RecordedCall[],
  { pickle, status = "UNKNOWN", codeOf }: EndedScenario,
): Journey | NotReplayable {
  const completing = status === "FAILED" ? codeOf : undefined;
  if (status !== "PASSED" && completing === undefined) return notReplayable.notPassed(status);
  const library = readCucumberLibrary();
  if (library === undefined) return notReplayable.unknownCucumber(version);
  const noted = sortCalls(calls);
  const sorted = completing ? completeCalls(noted, pickle, library, completing) : noted;
  const plan = planJourney(sorted, pickle, library);
  if (plan.kind === "not-replayable") return plan;
  const makeWorld = worldsWith(parametersOf(world), library);
  const pack = () => packJourney(sorted, pickle, world, library);
  const setting = { plan, makeWorld, inScope: library.inScope };
  return new Journey(setting, exchangeLines(exchangesOf(world)), pack);
}
