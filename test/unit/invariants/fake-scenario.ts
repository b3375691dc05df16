// An invariant over a fake scenario: a function of its values that says how the run went.
import fc from "fast-check";
import { readArbitrary } from "../../../src/invariants/arbitraries/read-arbitrary.ts";
import { searchBudgetFor } from "../../../src/invariants/budget.ts";
import { checkInvariant, type InvariantToCheck } from "../../../src/invariants/check-invariant.ts";
import type { Draw } from "../../../src/invariants/draw.ts";
import type { InvariantResult } from "../../../src/invariants/invariant-result.ts";
import type { ReplayEnd, ReplayOutcome } from "../../../src/journey/replay-outcome.ts";

export function drawsFrom(steps: Readonly<Record<string, string>>): readonly Draw[] {
  const surroundings = { fc, own: new Map(), readFile: () => "" };
  return Object.entries(steps).map(([name, what]) => {
    return { name, what, arbitrary: readArbitrary(what, surroundings) };
  });
}

export function ended(end: ReplayEnd): ReplayOutcome {
  return { ...end, actionTimeMs: 1, steps: [], exchanges: [] };
}

export const held: ReplayOutcome = ended({ kind: "completed" });

export function failedWith(
  error: Error,
  step = "the response status should be 422",
): ReplayOutcome {
  return ended({ kind: "failed", error, step });
}

export const accepted: ReplayOutcome = failedWith(new Error("expected 422, but it was 201"));

export interface Tried {
  readonly result: InvariantResult;
  /** The values of all runs, in order. */
  readonly runs: readonly (readonly unknown[])[];
}

/** Checks the invariant with these `any` steps; `run` is told the values, and which run it is, from 0. */
export async function tryInvariant(
  steps: Readonly<Record<string, string>>,
  run: (values: readonly never[], at: number) => ReplayOutcome,
  more: Partial<InvariantToCheck> = {},
): Promise<Tried> {
  const runs: (readonly unknown[])[] = [];
  const result = await checkInvariant({
    fc,
    draws: drawsFrom(steps),
    run: (values) => {
      runs.push(values);
      return Promise.resolve(run(values as readonly never[], runs.length - 1));
    },
    tier: "regression",
    budget: searchBudgetFor("regression", {}),
    seed: 42,
    known: [],
    hasCheck: true,
    signal: new AbortController().signal,
    now: () => 0,
    ...more,
  });
  return { result, runs };
}
