// The noted calls of one scenario by what they were: Before hooks, steps with the hooks around each, After hooks.
import type { RecordedCall, RecordedCode } from "./recorder.ts";

/** What cucumber hands to a hook, as far as it is looked at here. */
export type HookParameter = Readonly<Record<string, unknown>>;

export interface HookCall {
  readonly code: RecordedCode;
  readonly parameter: HookParameter;
}

export interface StepCall {
  readonly code: RecordedCode;
  readonly before: readonly HookCall[];
  readonly after: readonly HookCall[];
}

export interface SortedCalls {
  readonly before: readonly HookCall[];
  readonly steps: readonly StepCall[];
  readonly after: readonly HookCall[];
}

/** Cucumber calls in a fixed order: Before hooks; for each step its hooks around it; After hooks. */
export function sortCalls(calls: readonly RecordedCall[]): SortedCalls {
  const before: HookCall[] = [];
  const steps: (StepCall & { readonly after: HookCall[] })[] = [];
  const after: HookCall[] = [];
  let upcoming: HookCall[] = [];
  for (const { code, first } of calls) {
    if (!isHookParameter(first)) {
      steps.push({ code, before: upcoming, after: [] });
      upcoming = [];
      continue;
    }
    const hook = { code, parameter: first };
    const isOfStep = first["pickleStep"] !== undefined;
    const hasResult = first["result"] !== undefined;
    if (isOfStep && hasResult) steps.at(-1)?.after.push(hook);
    else if (isOfStep) upcoming.push(hook);
    else (hasResult ? after : before).push(hook);
  }
  return { before, steps, after };
}

function isHookParameter(value: unknown): value is HookParameter {
  return (
    typeof value === "object" &&
    value !== null &&
    "testCaseStartedId" in value &&
    "pickle" in value &&
    "gherkinDocument" in value
  );
}
