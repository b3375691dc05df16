// The times of one replay, kept as plainly as can be: most are read once, for their sum, and thrown away.
import type { Vitals } from "./browser/vitals.ts";
import type { Exchange } from "./exchange.ts";
import { exchangesOf } from "./fresh-world.ts";
import type { PlannedStep } from "./journey-plan.ts";
import type { ReplayTrace, StepTime } from "./replay-outcome.ts";

export class RunningTrace implements ReplayTrace {
  readonly #world: object;
  readonly #steps: PlannedStep[] = [];
  readonly #durations: number[] = [];
  actionTimeMs = 0;
  vitals?: Vitals;

  constructor(world: object) {
    this.#world = world;
  }

  add(step: PlannedStep, durationMs: number): void {
    this.#steps.push(step);
    this.#durations.push(durationMs);
    if (step.isAction) this.actionTimeMs += durationMs;
  }

  get steps(): readonly StepTime[] {
    return this.#steps.map(({ step }, index) => ({
      text: step,
      durationMs: this.#durations[index] ?? 0,
    }));
  }

  get exchanges(): readonly Exchange[] {
    return exchangesOf(this.#world);
  }
}
