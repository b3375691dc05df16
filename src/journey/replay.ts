// One run of a journey: the same calls in the same order with a World of its own, until the end, a failure, its deadline
// or somebody's signal. At full speed tens of thousands of these run in a second: nothing is awaited, and nothing is
// made, that need not be.
import { callCode, isThenable, toError } from "./code.ts";
import type { CucumberLibrary } from "./cucumber-library.ts";
import type { DeadlineQueue } from "./deadline-queue.ts";
import { cancelWorld, endWorld } from "./fresh-world.ts";
import {
  type HookParameter,
  type JourneyPlan,
  makeArguments,
  type PlannedCall,
  type PlannedHook,
  type PlannedStep,
} from "./journey-plan.ts";
import type { ReplayEnd, ReplayOutcome } from "./replay-outcome.ts";
import { RunningTrace } from "./replay-trace.ts";

export interface ReplaySetting {
  readonly plan: JourneyPlan;
  readonly makeWorld: () => object;
  readonly inScope: CucumberLibrary["inScope"];
}

/** How long After hooks and sessions may take when all is over: enough to take data down. */
const graceMs = 2_000;

type BadEnd = Exclude<ReplayEnd, { readonly kind: "completed" }>;

export class Replay {
  readonly #setting: ReplaySetting;
  readonly #world: object;
  readonly #deadlineMs: number;
  readonly #settle: (outcome: ReplayOutcome) => void;
  readonly #deadlines: DeadlineQueue;
  readonly #onDeadline: () => void;
  readonly #trace: RunningTrace;
  #current: PlannedCall | undefined;
  /** How it ended, once that is certain; from then on no call is begun but After hooks. */
  #end: BadEnd | undefined;
  #isWindingUp = false;
  #afterHooksBegun = 0;
  /** Called when it has ended, whoever ended it. */
  onSettled: (() => void) | undefined;

  /** Throws what the World's constructor throws. */
  constructor(
    setting: ReplaySetting,
    deadlines: DeadlineQueue,
    settle: (outcome: ReplayOutcome) => void,
  ) {
    this.#setting = setting;
    this.#world = setting.makeWorld();
    this.#trace = new RunningTrace(this.#world);
    const deadlineMs = deadlines.durationMs;
    this.#deadlineMs = deadlineMs;
    this.#settle = settle;
    this.#deadlines = deadlines;
    this.#onDeadline = () => this.stop({ kind: "timed-out", deadlineMs });
    deadlines.add(this.#onDeadline);
  }

  start(): void {
    this.#setting.inScope(this.#world, () => this.#run());
  }

  /** Ends it before its time: what is under way is cancelled, After hooks get a moment, and sessions are closed. */
  stop(end: BadEnd): void {
    if (this.#isWindingUp) return;
    this.#isWindingUp = true;
    this.#end ??= this.#at(end);
    this.#deadlines.remove(this.#onDeadline);
    cancelWorld(this.#world);
    this.#setting.inScope(this.#world, () => this.#windUp());
  }

  async #run(): Promise<void> {
    for (const call of this.#setting.plan.calls) {
      // Cucumber skips what follows a failure, but for the hooks after that step.
      if (this.#end !== undefined) {
        if (call.kind !== "after-step" || call.step !== this.#current?.step) break;
      } else this.#current = call;
      const pending = this.#begin(call);
      if (pending !== undefined) await pending;
      if (this.#isWindingUp) return;
    }
    if (this.#end === undefined) this.#current = undefined;
    const hooks = this.#setting.plan.after.length > 0 ? this.#runAfterHooks() : undefined;
    if (hooks !== undefined) await hooks;
    if (this.#isWindingUp) return;
    this.#isWindingUp = true;
    this.#deadlines.remove(this.#onDeadline);
    this.#close();
  }

  /** Undefined where there is nothing to wait for. Never throws and never rejects. */
  #begin(call: PlannedCall): Promise<void> | undefined {
    try {
      return call.kind === "step" ? this.#beginStep(call) : this.#beginHook(call);
    } catch (error) {
      this.#fail(error);
      return undefined;
    }
  }

  #beginStep(step: PlannedStep): Promise<void> | undefined {
    const startMs = performance.now();
    const args = makeArguments(step, this.#world);
    const result = Array.isArray(args)
      ? callCode(step, this.#world, args, this.#deadlineMs)
      : args.then((made) => callCode(step, this.#world, made, this.#deadlineMs));
    if (isThenable(result)) return this.#awaitStep(step, startMs, result);
    this.#trace.add(step, performance.now() - startMs);
    demandDone(result);
    return undefined;
  }

  async #awaitStep(
    step: PlannedStep,
    startMs: number,
    pending: PromiseLike<unknown>,
  ): Promise<void> {
    try {
      const answer = await pending;
      if (this.#isWindingUp) return;
      this.#trace.add(step, performance.now() - startMs);
      demandDone(answer);
    } catch (error) {
      this.#fail(error);
    }
  }

  #beginHook(hook: PlannedHook): Promise<void> | undefined {
    const parameter = this.#describe(hook.parameter);
    const result = callCode(hook, this.#world, [parameter], this.#deadlineMs);
    if (isThenable(result)) return this.#awaitHook(result);
    demandDone(result);
    return undefined;
  }

  async #awaitHook(pending: PromiseLike<unknown>): Promise<void> {
    try {
      demandDone(await pending);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** All of them, as cucumber does, whatever the others throw; none twice. */
  async #runAfterHooks(isOver: () => boolean = () => this.#isWindingUp): Promise<void> {
    const { after } = this.#setting.plan;
    while (!isOver()) {
      const hook = after[this.#afterHooksBegun];
      if (hook === undefined) return;
      this.#afterHooksBegun += 1;
      const pending = this.#begin(hook);
      if (pending !== undefined) await pending;
    }
  }

  /** What cucumber would tell a hook: in the first run all had gone well. */
  #describe(parameter: HookParameter): HookParameter {
    if (this.#end === undefined) return parameter;
    const error = errorOf(this.#end);
    const duration = { seconds: 0, nanos: 0 };
    return { ...parameter, result: { status: "FAILED", message: error.message, duration }, error };
  }

  async #windUp(): Promise<void> {
    let isOver = false;
    await atMost(
      graceMs,
      this.#runAfterHooks(() => isOver),
    );
    isOver = true;
    this.#close();
  }

  #close(): void {
    const closing = endWorld(this.#world);
    if (closing === undefined) this.#tell();
    else void atMost(graceMs, closing).then(() => this.#tell());
  }

  #tell(): void {
    this.onSettled?.();
    this.#settle(Object.assign(this.#trace, this.#end ?? completed));
  }

  /** The first failure counts; what fails because all was ended is none. */
  #fail(error: unknown): void {
    this.#end ??= this.#at({ kind: "failed", error: toError(error) });
  }

  #at(end: BadEnd): BadEnd {
    const step = this.#current?.step;
    return step === undefined ? end : { ...end, step };
  }
}

const completed: ReplayEnd = { kind: "completed" };

/** "pending" and "skipped" end a scenario in cucumber; a journey that does so has not done what it did. */
function demandDone(answer: unknown): void {
  if (answer !== "pending" && answer !== "skipped") return;
  throw withoutStack(`It answered "${answer}", which it did not in the first run.`);
}

function errorOf(end: BadEnd): Error {
  if (end.kind === "failed") return end.error;
  return withoutStack(
    end.kind === "timed-out"
      ? `The journey did not end within ${end.deadlineMs} ms.`
      : "The journey was ended before its time.",
  );
}

function withoutStack(message: string): Error {
  const error = new Error(message);
  error.stack = `Error: ${message}`;
  return error;
}

/** Waits that long and no longer; what goes wrong meanwhile is nobody's business any more. */
async function atMost(limitMs: number, pending: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  await Promise.race([pending.catch(() => {}), limit]);
  clearTimeout(timer);
}
