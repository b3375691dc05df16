// The step definitions that a run in the project would have, ready to be laid on steps. Whoever loads them says what
// an expression takes: cucumber's own expressions do, and nothing here reads one.
import type { Definition } from "../catalogue/catalogue.ts";
import { makeNearestFinder } from "../catalogue/nearest-phrases.ts";
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

export interface LoadedSteps {
  readonly definitions: readonly Definition[];
  /** Those that cucumber does not have itself. */
  readonly parameterTypes: readonly ParameterType[];
  /** What a definition's path is, seen from the project. */
  readonly locate: (file: string) => { readonly uri: string; readonly isOwn: boolean };
  /** A pattern as a person would write it. */
  readonly spell: (pattern: string) => string;
  /** Compiles a pattern; called when a step needs it, since most definitions of a large library never are. */
  readonly compile: (pattern: string) => RegExp;
}

export function makeKnownSteps({
  definitions,
  parameterTypes,
  locate,
  spell,
  compile,
}: LoadedSteps): KnownSteps {
  const known = definitions.map(({ pattern, file, line }): KnownDefinition => {
    let regexp: RegExp | undefined;
    return {
      pattern,
      reading: pattern.startsWith("/") ? pattern : spell(pattern),
      ...locate(file),
      line,
      takes: (step) => {
        regexp ??= compileOrNever(pattern, compile);
        return regexp.test(step);
      },
    };
  });
  let find: ((step: string) => readonly string[]) | undefined;
  const readings = new Map(known.map(({ pattern, reading }) => [pattern, reading]));
  return {
    definitions: known,
    definitionsOf: makeStepMatcher(known),
    nearest: (step) => {
      find ??= makeNearestFinder([...readings.keys()], parameterTypes);
      const near = find(step).map((pattern) => readings.get(pattern) ?? pattern);
      return [...new Set(near.map((reading) => withTextOf(step, reading)))];
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
