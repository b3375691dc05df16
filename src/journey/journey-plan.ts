// What a replay does, in order: hooks, and steps with the recipe for their arguments. Made from the noted calls of one run.
// It knows nothing of time, deadlines and outcomes.
import { DataTable } from "@cucumber/cucumber";
import type { Pickle, PickleStep } from "@cucumber/messages";
import { findActionSteps, findDoingSteps } from "./action-steps.ts";
import { type Callable, isThenable } from "./code.ts";
import type { CucumberLibrary, MatchedArgument } from "./cucumber-library.ts";
import { type NotReplayable, notReplayable } from "./not-replayable.ts";
import type { RecordedCode } from "./recorder.ts";
import type { HookCall, HookParameter, SortedCalls, StepCall } from "./sorted-calls.ts";

export interface PlannedHook extends Callable {
  readonly kind: "hook" | "after-step";
  readonly parameter: HookParameter;
  /** The step it belongs to; undefined around the scenario. */
  readonly step?: string;
}

export interface PlannedStep extends Callable {
  readonly kind: "step";
  readonly step: string;
  /** True when its time counts as action time. */
  readonly isAction: boolean;
  /** True when somebody does something in it, rather than look. */
  readonly isDoing: boolean;
  readonly matched: readonly MatchedArgument[];
  readonly argument: PickleStep["argument"];
}

export type PlannedCall = PlannedHook | PlannedStep;

export interface JourneyPlan {
  readonly kind: "plan";
  /** Before hooks, and the steps with the hooks around each. */
  readonly calls: readonly PlannedCall[];
  /** After hooks: they run however the calls end. */
  readonly after: readonly PlannedHook[];
}

/** The plan that makes these calls again; or why it cannot be made. */
export function planJourney(
  sorted: SortedCalls,
  pickle: Pickle,
  library: CucumberLibrary,
): JourneyPlan | NotReplayable {
  if (sorted.steps.length !== pickle.steps.length) {
    return notReplayable.unseenCalls(sorted.steps.length, pickle.steps.length);
  }
  const isAction = findActionSteps(pickle.steps);
  const isDoing = findDoingSteps(pickle.steps);
  const part = (at: number) => ({ isAction: isAction[at] === true, isDoing: isDoing[at] === true });
  const planned: PlannedCall[] = sorted.before.map((hook) => planHook(hook, library));
  for (const [index, call] of sorted.steps.entries()) {
    const pickleStep = pickle.steps[index];
    const step = pickleStep && planStep(call, pickleStep, part(index), library);
    if (step === undefined) return notReplayable.unknownDefinition(pickleStep?.text ?? "");
    const around = { step: step.step };
    planned.push(
      ...call.before.map((hook) => ({ ...planHook(hook, library), ...around })),
      step,
      ...call.after.map((hook) => ({ ...planHook(hook, library, "after-step"), ...around })),
    );
  }
  return {
    kind: "plan",
    calls: planned,
    after: sorted.after.map((hook) => planHook(hook, library)),
  };
}

function planStep(
  { code }: StepCall,
  { text, argument }: PickleStep,
  part: Pick<PlannedStep, "isAction" | "isDoing">,
  library: CucumberLibrary,
): PlannedStep | undefined {
  const matched = library.match(code.original, text);
  if (matched === undefined) return undefined;
  const values = matched.length + stepArguments(argument).length;
  const callable = makeCallable(code, values + 1, library);
  return { ...callable, kind: "step", step: text, ...part, matched, argument };
}

/** The arguments of a step in that World: parameter types, and the team's transformers, make them anew. */
export function makeArguments(
  { matched, argument }: PlannedStep,
  world: object,
): unknown[] | Promise<unknown[]> {
  const made: unknown[] = [];
  let isWaiting = false;
  for (const piece of matched) {
    const value = piece.getValue(world);
    isWaiting ||= isThenable(value);
    made.push(value);
  }
  if (argument !== undefined) made.push(...stepArguments(argument));
  return isWaiting ? Promise.all(made) : made;
}

function stepArguments(argument: PickleStep["argument"]): unknown[] {
  if (argument === undefined) return [];
  const { dataTable, docString } = argument;
  const made: { readonly at: number; readonly value: unknown }[] = [];
  // A step changes its own table at most, so each replay has a new one.
  if (dataTable) made.push({ at: placeOf(dataTable), value: new DataTable(dataTable) });
  if (docString) made.push({ at: placeOf(docString), value: docString.content });
  return made.sort((a, b) => a.at - b.at).map(({ value }) => value);
}

/** From cucumber 13 on a step may have both, and says in which order. */
function placeOf(argument: object): number {
  return "argumentIndex" in argument && typeof argument.argumentIndex === "number"
    ? argument.argumentIndex
    : Number.MAX_SAFE_INTEGER;
}

function planHook(
  { code, parameter }: HookCall,
  library: CucumberLibrary,
  kind: PlannedHook["kind"] = "hook",
): PlannedHook {
  return { ...makeCallable(code, 2, library), kind, parameter };
}

/** @param withCallback How many parameters the code has when the last one is a callback. */
function makeCallable(
  { original, replayed }: RecordedCode,
  withCallback: number,
  library: CucumberLibrary,
): Callable {
  const takesCallback = original.length === withCallback;
  return { ...replayed, takesCallback, timeoutMs: library.timeoutMsOf(original) };
}
