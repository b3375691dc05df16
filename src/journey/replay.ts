// One run of a journey: the same calls in the same order with a World of its own, until the end, a failure, its deadline
// or somebody's signal. At full speed tens of thousands of these run in a second: nothing is awaited, and nothing is
// made, that need not be.
import { callCode, isThenable, toError } from "./code.ts";
import type { CucumberLibrary } from "./cucumber-library.ts";
import type { Deadline, DeadlineQueue } from "./deadline-queue.ts";
import {
  cancelWorld,
  endWorld,
  pagesShownOf,
  prepareWorld,
  vitalsOf,
  type WorldWishes,
} from "./fresh-world.ts";
import { type JourneyPlan, makeArguments, type PlannedCall } from "./journey-plan.ts";
import type { ReplayEnd, ReplayOutcome } from "./replay-outcome.ts";
import { RunningTrace } from "./replay-trace.ts";
import type { HookParameter } from "./sorted-calls.ts";

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
  readonly #deadline: Deadline;
  readonly #trace: RunningTrace;
  readonly #vitals: WorldWishes["vitals"];
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
    wishes: WorldWishes,
  ) {
    this.#setting = setting;
    this.#world = setting.makeWorld();
    this.#vitals = wishes.vitals;
    prepareWorld(this.#world, wishes);
    this.#trace = new RunningTrace(this.#world);
    const deadlineMs = deadlines.durationMs;
    this.#deadlineMs = deadlineMs;
    this.#settle = settle;
    this.#deadlines = deadlines;
    this.#deadline = deadlines.add(() => this.stop({ kind: "timed-out", deadlineMs }));
  }

  start(): void {
    // Not answered: a promise that waits for a promise costs two more.
    this.#setting.inScope(this.#world, () => void this.#run());
  }

  /** Ends it before its time: what is under way is cancelled, After hooks get a moment, and sessions are closed. */
  stop(end: BadEnd): void {
    if (this.#isWindingUp) return;
    this.#isWindingUp = true;
    this.#end ??= this.#at(end);
    this.#deadlines.remove(this.#deadline);
    cancelWorld(this.#world);
    this.#setting.inScope(this.#world, () => void this.#windUp());
  }

  async #run(): Promise<void> {
    for (const call of this.#setting.plan.calls) {
      // The first input on a page ends its LCP: people look before they act. What only looks is not put off.
      if (this.#vitals !== undefined && call.kind === "step" && call.isDoing) {
        if (this.#end === undefined) await pagesShownOf(this.#world);
        if (this.#isWindingUp) return;
      }
      // Cucumber skips what follows a failure, but for the hooks after that step.
      if (this.#end !== undefined) {
        if (call.kind !== "after-step" || call.step !== this.#current?.step) break;
      } else this.#current = call;
      const startMs = performance.now();
      let args: unknown[] | undefined;
      try {
        // Waited for here and not in a function of its own, whose promise would cost as much as a step.
        const made = this.#argumentsOf(call);
        args = Array.isArray(made) ? made : await made;
        if (this.#isWindingUp) return;
        const pending = callCode(call, this.#world, args, this.#deadlineMs);
        const answer = isThenable(pending) ? await pending : pending;
        if (this.#isWindingUp) return;
        if (call.kind === "step") this.#trace.add(call, performance.now() - startMs);
        demandDone(answer);
      } catch (error) {
        this.#fail(error, call, args);
      }
      if (this.#isWindingUp) return;
    }
    if (this.#end === undefined) {
      this.#current = undefined;
      // Hooks may leave the page, as to sign out.
      if (this.#vitals !== undefined) await this.#readVitals();
      if (this.#isWindingUp) return;
    }
    const hooks = this.#setting.plan.after.length > 0 ? this.#runAfterHooks() : undefined;
    if (hooks !== undefined) await hooks;
    if (this.#isWindingUp) return;
    this.#isWindingUp = true;
    this.#deadlines.remove(this.#deadline);
    this.#close();
  }

  async #readVitals(): Promise<void> {
    try {
      this.#trace.vitals = await vitalsOf(this.#world);
    } catch (error) {
      this.#end ??= this.#at({ kind: "failed", error: toError(error) });
    }
  }

  #argumentsOf(call: PlannedCall): unknown[] | Promise<unknown[]> {
    return call.kind === "step"
      ? makeArguments(call, this.#world)
      : [this.#describe(call.parameter)];
  }

  /** All of them, as cucumber does, whatever the others throw; none twice. */
  async #runAfterHooks(isOver: () => boolean = () => this.#isWindingUp): Promise<void> {
    const { after } = this.#setting.plan;
    while (!isOver()) {
      const hook = after[this.#afterHooksBegun];
      if (hook === undefined) return;
      this.#afterHooksBegun += 1;
      const args = [this.#describe(hook.parameter)];
      try {
        demandDone(await callCode(hook, this.#world, args, this.#deadlineMs));
      } catch (error) {
        this.#fail(error, hook, args);
      }
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

  /** The first failure counts; what fails because all was ended is none. Without arguments the call was not made. */
  #fail(thrown: unknown, { explain }: PlannedCall, args: unknown[] | undefined): void {
    if (this.#end !== undefined) return;
    const error = explain && args ? explain(thrown, this.#world, args) : thrown;
    this.#end = this.#at({ kind: "failed", error: toError(error) });
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
