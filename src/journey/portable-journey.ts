// A journey as plain data, for a thread that has loaded the same support code: which definitions are called, in order.
// It knows neither how threads talk nor what they do with it.
import type { Pickle } from "@cucumber/messages";
import type { CucumberLibrary, DefinitionPlace } from "./cucumber-library.ts";
import { hasBrowser, parametersOf, type WorldParameters } from "./fresh-world.ts";
import type { RecordedCode } from "./recorder.ts";
import type { HookCall, HookParameter, SortedCalls } from "./sorted-calls.ts";

export interface PortableHook {
  readonly place: DefinitionPlace;
  readonly parameter: HookParameter;
}

interface PortableStep {
  readonly place: DefinitionPlace;
  readonly before: readonly PortableHook[];
  readonly after: readonly PortableHook[];
}

/** Can be posted to a thread (structured clone). It holds what the World's parameters hold. */
export interface PortableJourney {
  readonly kind: "portable";
  readonly pickle: Pickle;
  readonly parameters: WorldParameters;
  readonly before: readonly PortableHook[];
  readonly steps: readonly PortableStep[];
  readonly after: readonly PortableHook[];
}

export interface NotPortable {
  readonly kind: "not-portable";
  /** A sentence. */
  readonly reason: string;
}

/** The journey of the scenario that has just been run in that World. */
export function packJourney(
  sorted: SortedCalls,
  pickle: Pickle,
  world: object,
  library: CucumberLibrary,
): PortableJourney | NotPortable {
  if (hasBrowser(world)) return notPortable("It acts in a browser, which is a process of its own.");
  const placeOf = ({ original }: RecordedCode): DefinitionPlace =>
    library.placeOf(original) ?? nowhere;
  const pack = ({ code, parameter }: HookCall) => ({ place: placeOf(code), parameter });
  const packed: PortableJourney = {
    kind: "portable",
    pickle,
    parameters: parametersOf(world),
    before: sorted.before.map(pack),
    steps: sorted.steps.map(({ code, before, after }) => ({
      place: placeOf(code),
      before: before.map(pack),
      after: after.map(pack),
    })),
    after: sorted.after.map(pack),
  };
  return placesOf(packed).includes(nowhere)
    ? notPortable("A definition of it is not among those that cucumber knows.")
    : packed;
}

function notPortable(reason: string): NotPortable {
  return { kind: "not-portable", reason };
}

const nowhere: DefinitionPlace = { list: "", index: -1, of: 0 };

/** Of all calls. */
export function placesOf({ before, steps, after }: PortableJourney): readonly DefinitionPlace[] {
  const hooks = [...before, ...steps.flatMap((step) => [...step.before, ...step.after]), ...after];
  return [...steps, ...hooks].map(({ place }) => place);
}
