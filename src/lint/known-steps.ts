// The step definitions that a run in the project would have, ready to be laid on steps. Whoever loads them says what
// an expression takes: cucumber's own expressions do, and nothing here reads one.
import { makeNearestFinder, type NearestFinder } from "../catalogue/nearest-phrases.ts";
import { withTextOf } from "../catalogue/own-text.ts";
import type { ParameterType } from "../catalogue/parameter-type.ts";
import type { KnownDefinition } from "./known-definition.ts";
import { makeStepMatcher, type StepMatcher } from "./step-matcher.ts";

export interface KnownSteps {
  readonly definitions: readonly KnownDefinition[];
  readonly definitionsOf: StepMatcher;
  /** Readings of the phrases that a step was probably meant to be, the best first; takes some milliseconds. */
  readonly nearest: (step: string) => readonly string[];
}

/** As plain data, which can be sent to a thread. */
export interface PlainSteps {
  readonly definitions: readonly Omit<KnownDefinition, "takes">[];
  /** Those that cucumber does not have itself. */
  readonly parameterTypes: readonly ParameterType[];
}

/** @param compile makes an expression of a pattern; called when a step needs it, since most of a large library never are */
export function makeKnownSteps(
  { definitions, parameterTypes }: PlainSteps,
  compile: (pattern: string) => RegExp,
): KnownSteps {
  const known = definitions.map((definition): KnownDefinition => {
    let regexp: RegExp | undefined;
    return {
      ...definition,
      takes: (step) => {
        regexp ??= compileOrNever(definition.pattern, compile);
        return regexp.test(step);
      },
    };
  });
  let find: NearestFinder | undefined;
  const readings = new Map(known.map(({ pattern, reading }) => [pattern, reading]));
  return {
    definitions: known,
    definitionsOf: makeStepMatcher(known),
    nearest: (step) => {
      find ??= makeNearestFinder([...readings.keys()], parameterTypes);
      const near = find(step).map(
        ({ pattern, mended }) => mended ?? withTextOf(step, readings.get(pattern) ?? pattern),
      );
      return [...new Set(near)];
    },
  };
}

/** What cucumber cannot compile takes no step there either; the run says why. */
function compileOrNever(pattern: string, compile: (pattern: string) => RegExp): RegExp {
  try {
    return compile(pattern);
  } catch {
    return /(?!)/;
  }
}
