// The calls of a scenario that did not get to its end, as they would have been: steps that were not reached are looked
// up by their sentences, with the hooks that stand around every step of that scenario.
import type { Pickle } from "@cucumber/messages";
import type { Code } from "./code.ts";
import type { CucumberLibrary } from "./cucumber-library.ts";
import type { RecordedCode } from "./recorder.ts";
import type { HookCall, SortedCalls, StepCall } from "./sorted-calls.ts";

type Library = Pick<CucumberLibrary, "codeFor">;

/** What is left out stays out: a journey that misses a call is told as such where it is planned. */
export function completeCalls(
  { before, steps, after }: SortedCalls,
  { steps: written }: Pickle,
  library: Library,
  codeOf: (original: Code) => RecordedCode | undefined,
): SortedCalls {
  const model = steps[0];
  const missing = written.slice(steps.length).flatMap(({ text }): readonly StepCall[] => {
    const original = library.codeFor(text);
    const code = original && codeOf(original);
    return code === undefined
      ? []
      : [{ code, before: model?.before ?? [], after: model?.after ?? [] }];
  });
  return {
    before,
    steps: [...steps.map((step) => ({ ...step, after: step.after.map(asPassed) })), ...missing],
    after: after.map(asPassed),
  };
}

/** A replay tells hooks itself when something fails. */
function asPassed({ code, parameter }: HookCall): HookCall {
  const { error: _error, willBeRetried: _retried, ...rest } = parameter;
  const duration = { seconds: 0, nanos: 0 };
  return {
    code,
    parameter: { ...rest, result: { status: "PASSED", duration }, willBeRetried: false },
  };
}
