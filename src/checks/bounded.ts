// Work whose time depends on what a feature says (its regular expressions, its JSONPaths), ended when it takes too long.
// A regular expression such as `^(a+)+$` may need longer than the universe lasts; V8 can be told to stop it.
import { createContext, Script } from "node:vm";

/** Sensible patterns take microseconds; on a busy machine a second still means "never". */
const defaultLimitMs = 1_000;

export type BoundedResult<T> =
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "too-slow"; readonly limitMs: number };

/**
 * Runs synchronous work to its end, or stops it at the limit: loops and regular expressions too.
 * The text that is run is constant, so nothing from a feature becomes code. What the work throws is thrown.
 */
export function runBounded<T>(work: () => T, limitMs: number = defaultLimitMs): BoundedResult<T> {
  return makeBounded(limitMs)(work);
}

/** The same for much work, one piece after the other: making ready takes longer than most of it. */
export function makeBounded(
  limitMs: number = defaultLimitMs,
): <T>(work: () => T) => BoundedResult<T> {
  const surroundings: { work?: () => unknown } = {};
  const context = createContext(surroundings);
  const script = new Script("work()");
  return <T>(work: () => T) => {
    surroundings.work = work;
    try {
      return { kind: "done", value: script.runInContext(context, { timeout: limitMs }) as T };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
      return { kind: "too-slow", limitMs };
    }
  };
}
