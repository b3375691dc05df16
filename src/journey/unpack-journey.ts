// A journey that came as plain data, made of the definitions that this thread has loaded itself.
import { version } from "@cucumber/cucumber";
import type { Code } from "./code.ts";
import { type DefinitionPlace, readCucumberLibrary } from "./cucumber-library.ts";
import { worldsWith } from "./fresh-world.ts";
import { Journey } from "./journey.ts";
import { planJourney } from "./journey-plan.ts";
import { type NotReplayable, notReplayable } from "./not-replayable.ts";
import { type PortableHook, type PortableJourney, placesOf } from "./portable-journey.ts";
import type { RecordedCode } from "./recorder.ts";
import type { SortedCalls } from "./sorted-calls.ts";

/** The journey whose calls are those of the packed one; not replayable where this thread has other definitions. */
export function unpackJourney(
  packed: PortableJourney,
  codeOf: (original: Code) => RecordedCode | undefined,
): Journey | NotReplayable {
  const library = readCucumberLibrary();
  if (library === undefined) return notReplayable.unknownCucumber(version);
  const codes = new Map<DefinitionPlace, RecordedCode>();
  for (const place of placesOf(packed)) {
    const original = library.codeAt(place);
    const code = original && codeOf(original);
    if (code === undefined) return notReplayable.otherDefinitions(place.pattern);
    codes.set(place, code);
  }
  const plan = planJourney(sortedFrom(packed, codes), packed.pickle, library);
  if (plan.kind === "not-replayable") return plan;
  const makeWorld = worldsWith(packed.parameters, library);
  return new Journey({ plan, makeWorld, inScope: library.inScope }, []);
}

function sortedFrom(
  { before, steps, after }: PortableJourney,
  codes: ReadonlyMap<DefinitionPlace, RecordedCode>,
): SortedCalls {
  const codeAt = (place: DefinitionPlace): RecordedCode => {
    const code = codes.get(place);
    if (code === undefined) throw new RangeError(`nobody looked up ${place.list} ${place.index}`);
    return code;
  };
  const unpack = ({ place, parameter }: PortableHook) => ({ code: codeAt(place), parameter });
  return {
    before: before.map(unpack),
    steps: steps.map((step) => ({
      code: codeAt(step.place),
      before: step.before.map(unpack),
      after: step.after.map(unpack),
    })),
    after: after.map(unpack),
  };
}
