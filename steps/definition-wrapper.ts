// What stands around the code of every definition: errors are redacted, and calls are noted so that a scenario can be
// run again. It takes cucumber's one slot for a wrapper; a team that wants one too puts the two together here.
import type { Pickle } from "@cucumber/messages";
import type { Code } from "../src/journey/code.ts";
import type { Journey } from "../src/journey/journey.ts";
import type { NotReplayable } from "../src/journey/not-replayable.ts";
import type { PortableJourney } from "../src/journey/portable-journey.ts";
import { Recorder } from "../src/journey/recorder.ts";
import { redactingErrors, redactThrown, withoutRedacting } from "./redacting-errors.ts";

// One for all code that this process loads, as cucumber has one slot.
const recorder = new Recorder();

/** The wrapper for `setDefinitionFunctionWrapper`. */
export function wrapDefinition(code: Code): Code {
  return wrapAround(code, code);
}

/** Replays redact only what fails: the promise in which code redacts for itself would cost each of them a step's time. */
function wrapAround(original: Code, code: Code): Code {
  return recorder.wrap(original, redactingErrors(code), {
    run: withoutRedacting(code),
    explain: redactThrown,
  });
}

/**
 * Puts a team's own wrapper inside ours, which `setDefinitionFunctionWrapper` would otherwise take the place of.
 *
 * @example
 * import { setDefinitionFunctionWrapper } from "@cucumber/cucumber";
 * import { composeWrapper } from "storyproof/steps/definition-wrapper";
 * setDefinitionFunctionWrapper(composeWrapper((code) => async function (...args) {
 *   return await code.apply(this, args);
 * }));
 */
export function composeWrapper(
  wrapper: (code: Code, options?: unknown) => Code,
): (code: Code, options?: unknown) => Code {
  return (code, options) => wrapAround(code, wrapper(code, options));
}

/** The journey of the scenario that this World has just run; or why there is none. For the After hook that runs last. */
export async function takeJourney(
  world: object,
  { pickle, result }: { readonly pickle: Pickle; readonly result?: { readonly status: string } },
): Promise<Journey | NotReplayable> {
  // Loaded here because most runs need none of it.
  const { takeJourney: take } = await import("../src/journey/take-journey.ts");
  return take(world, recorder.callsOf(world), { pickle, status: result?.status });
}

/** As `takeJourney`, also of a scenario whose first run failed: what it would have done is looked up. */
export async function takeUnfinishedJourney(
  world: object,
  { pickle, result }: { readonly pickle: Pickle; readonly result?: { readonly status: string } },
): Promise<Journey | NotReplayable> {
  const { takeJourney: take } = await import("../src/journey/take-journey.ts");
  const codeOf = (code: Code) => recorder.codeOf(code);
  return take(world, recorder.callsOf(world), { pickle, status: result?.status, codeOf });
}

/** A journey that another thread took, made of the definitions that this one has loaded; or why it cannot be. */
export async function receiveJourney(packed: PortableJourney): Promise<Journey | NotReplayable> {
  const { unpackJourney } = await import("../src/journey/unpack-journey.ts");
  return unpackJourney(packed, (code) => recorder.codeOf(code));
}
