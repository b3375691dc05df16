// The verdict on an invariant: what is known to fail is tried first, then the search is made, and whatever failed is
// repeated before it is called a counterexample.
import type { Tier } from "../tags/known-keys.ts";
import { judgeOutcome } from "./attempt.ts";
import type { Draw } from "./draw.ts";
import { explainFlaky, explainHeld, explainRefuted, unproven } from "./explain.ts";
import type {
  Counterexample,
  InvariantResult,
  InvariantVerdict,
  KnownResult,
  NamedValue,
} from "./invariant-result.ts";
import {
  type FoundFailure,
  type Search,
  type SearchReport,
  searchCounterexample,
} from "./search.ts";
import { showValue } from "./show-value.ts";

/** A counterexample of an earlier run. */
export interface KnownCounterexample {
  readonly id: string;
  /** In the order of the draws; undefined when the story has other `any` steps now. */
  readonly values: readonly unknown[] | undefined;
  readonly seed: number;
  readonly path?: string;
}

export interface InvariantToCheck extends Search {
  readonly tier: Tier;
  readonly known: readonly KnownCounterexample[];
  /** Values with which the scenario's first run failed. */
  readonly failedFirst?: readonly unknown[];
  /** False when no step of the scenario demands anything. */
  readonly hasCheck: boolean;
}

type Found = Pick<InvariantResult, "verdict" | "counterexample">;

/** Never rejects but for defects of its own. */
export async function checkInvariant(given: InvariantToCheck): Promise<InvariantResult> {
  const startMs = given.now();
  const nothing = tellNothingToTry(given);
  if (nothing !== undefined) return resultOf(given, { verdict: nothing });
  const known: KnownResult[] = [];
  const failing = await tryKnown(given, known);
  if (failing !== undefined) {
    return { ...resultOf(given, failing), known, elapsedMs: given.now() - startMs };
  }
  const report = await searchCounterexample(given);
  const found = await decide(given, report);
  const { runs, discards, generated } = report;
  const elapsedMs = given.now() - startMs;
  return { ...resultOf(given, found), known, runs, discards, generated, elapsedMs };
}

/** What is told where nothing was tried. */
export function leaveInvariantUnproven(
  given: Pick<InvariantToCheck, "tier" | "budget" | "seed">,
  verdict: InvariantVerdict,
): InvariantResult {
  return resultOf(given, { verdict });
}

function resultOf(
  { tier, budget, seed }: Pick<InvariantToCheck, "tier" | "budget" | "seed">,
  found: Found,
): InvariantResult {
  return {
    tier,
    demandsProof: budget.demandsProof,
    wantedRuns: budget.runs,
    seed,
    runs: 0,
    discards: 0,
    elapsedMs: 0,
    generated: [],
    known: [],
    ...found,
  };
}

function tellNothingToTry({ draws, hasCheck }: InvariantToCheck): InvariantVerdict | undefined {
  if (draws.length === 0) {
    return unproven(
      "vacuous",
      'None of its steps makes a value up: every run would try the same. Write such as: Given any email address as "email".',
    );
  }
  if (hasCheck) return undefined;
  return unproven("vacuous", "Nothing is checked in it: write what must hold as a Then step.");
}

/** The first that fails twice; the states of all that were tried go into the list. */
async function tryKnown(
  given: InvariantToCheck,
  states: KnownResult[],
): Promise<Found | undefined> {
  for (const { id, values, seed, path } of given.known) {
    if (values === undefined) {
      states.push({ id, state: "outdated" });
      continue;
    }
    const failure = await failureWith(given, values);
    const again = failure && (await failureWith(given, values));
    if (again !== undefined) {
      states.push({ id, state: "still-failing" });
      const origin = { origin: "known", seed, ...(path !== undefined && { path }) } as const;
      return refuted(given, again, { ...origin, shrinks: 0, shrinkRuns: 0, isSmallest: true });
    }
    if (given.signal.aborted) return undefined;
    states.push({ id, state: failure === undefined ? "mended" : "flaky" });
  }
  return undefined;
}

async function decide(given: InvariantToCheck, report: SearchReport): Promise<Found> {
  if (report.found !== undefined) return await confirm(given, report.found);
  if (report.mistake !== undefined) {
    return { verdict: unproven("story-mistaken", `The story is mistaken: ${report.mistake}`) };
  }
  const { failedFirst } = given;
  if (failedFirst === undefined || report.ended === "stopped") {
    return { verdict: explainHeld(report, given.budget) };
  }
  const failure = await failureWith(given, failedFirst);
  if (failure === undefined) {
    return { verdict: flaky(given, failedFirst, "in the scenario's first run") };
  }
  const origin = { origin: "first-run", seed: given.seed } as const;
  return refuted(given, failure, { ...origin, shrinks: 0, shrinkRuns: 0, isSmallest: false });
}

/** The smallest values once more; where they hold, those that were found first. */
async function confirm(
  given: InvariantToCheck,
  { first, smallest, ...how }: NonNullable<SearchReport["found"]>,
): Promise<Found> {
  const again = await failureWith(given, smallest.values);
  if (again !== undefined) {
    return refuted(given, again, { origin: "search", seed: given.seed, ...how });
  }
  if (given.signal.aborted) {
    const reason = `A run failed, and it was stopped before that was repeated: ${smallest.failure.message}`;
    return { verdict: unproven("undecided", reason) };
  }
  const asFound = first === smallest ? undefined : await failureWith(given, first.values);
  if (asFound === undefined) {
    return { verdict: flaky(given, smallest.values, smallest.failure.message) };
  }
  const { shrinkRuns } = how;
  const path = how.path.split(":", 1)[0] ?? "";
  const origin = { origin: "search", seed: given.seed, path } as const;
  return refuted(given, asFound, { ...origin, shrinks: 0, shrinkRuns, isSmallest: false });
}

async function failureWith(
  { run, signal }: InvariantToCheck,
  values: readonly unknown[],
): Promise<FoundFailure | undefined> {
  if (signal.aborted) return undefined;
  const attempt = judgeOutcome(await run(values));
  return attempt.kind === "failed" ? { values, failure: attempt.failure } : undefined;
}

type How = Pick<
  Counterexample,
  "origin" | "seed" | "path" | "shrinks" | "shrinkRuns" | "isSmallest"
>;

function refuted(given: InvariantToCheck, { values, failure }: FoundFailure, how: How): Found {
  const named = nameValues(given.draws, values);
  const reason = explainRefuted(named, failure.step, failure.message);
  return {
    verdict: { kind: "refuted", reason },
    counterexample: { ...failure, ...how, values: named },
  };
}

function flaky(
  given: InvariantToCheck,
  values: readonly unknown[],
  message: string,
): InvariantVerdict {
  return unproven("flaky", explainFlaky(nameValues(given.draws, values), message));
}

/** Values in the order of the draws, with their names. */
export function nameValues(
  draws: readonly Pick<Draw, "name">[],
  values: readonly unknown[],
): readonly NamedValue[] {
  return draws.map(({ name }, at) => ({ name, shown: showValue(values[at]), value: values[at] }));
}
