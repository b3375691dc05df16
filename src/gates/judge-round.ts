// The verdicts on all gates from what one measurement saw. It measures nothing.
import type { GeneratorUse } from "../measure/generator-watch.ts";
import type { OpenLoopResult } from "../measure/open-loop.ts";
import { percentile } from "../measure/percentile.ts";
import { type Claim, isFailureClaim, isRateClaim } from "./claim.ts";
import type { GateResult, LoadNumbers } from "./gate-result.ts";
import {
  type Circumstances,
  judgeGate,
  leaveUnproven,
  unreadableReason,
  whyEnded,
} from "./judge-gate.ts";
import { judgeRate } from "./judge-rate.ts";
import type { PileUp } from "./keeping-up.ts";
import type { LoopEnd } from "./loop-end.ts";
import { showTime } from "./quantity.ts";
import type { StarvedAt } from "./starvation.ts";
import type { Tally } from "./tally.ts";

/** One measurement of all gates together. */
export interface Round {
  readonly tally: Tally;
  readonly end: LoopEnd;
  readonly load?: OpenLoopResult | undefined;
  readonly pileUp?: PileUp | undefined;
  readonly use: GeneratorUse;
  /** Why the machine that measured was too slow to be believed; undefined when it was not. */
  readonly starved: readonly string[] | undefined;
  /** The same for a gate with that bound: what hides a difference of milliseconds hides none of seconds. */
  readonly starvedAt: StarvedAt;
  /** How many threads started journeys. */
  readonly threads: number;
}

export type Setting = Pick<Circumstances, "budget" | "elapsedMs" | "discarded">;

/** One result for each claim, in their order. */
export function judgeRound(
  round: Round,
  claims: readonly Claim[],
  setting: Setting,
): readonly GateResult[] {
  const circumstances = findCircumstances(round, claims, setting);
  const judged = round.tally.tests.map((test) => judgeGate(test, circumstances));
  const tests = new Map(round.tally.tests.map(({ claim }, at) => [claim as Claim, judged[at]]));
  return claims.map(
    (claim) => tests.get(claim) ?? judgeOther(claim, claims, round, circumstances, judged),
  );
}

/**
 * The numbers of a load that was stopped before it could be told whether starts were made in time, and how healthy the
 * threads were that made them: they decide nothing, neither way.
 */
export function doubt(results: readonly GateResult[], elapsedMs: number): readonly GateResult[] {
  const when = `Measuring was stopped after ${showTime(elapsedMs)}`;
  const reason = `${when}, before it was known whether the load was the one that was asked for.`;
  const verdict = { kind: "unproven", because: "undecided", reason } as const;
  return results.map((result) => ({ ...result, verdict }));
}

function judgeOther(
  claim: Claim,
  claims: readonly Claim[],
  { tally, pileUp }: Round,
  circumstances: Circumstances,
  others: readonly GateResult[],
): GateResult {
  const { load, budget } = circumstances;
  if ("isUnreadable" in claim) return leaveUnproven(claim, budget, unreadableReason(claim));
  if (isRateClaim(claim) && load === undefined && circumstances.end.kind === "aborted")
    return leaveUnproven(claim, budget, whyEnded(circumstances));
  if (!isRateClaim(claim) || load === undefined || load.askedPerMinute !== claim.perMinute)
    return leaveUnproven(claim, budget, "It was not measured: one rate is held at a time.");
  const allowedFailures = claims.find(isFailureClaim)?.allowedShare ?? 0;
  const findings = { load, pileUp, journeys: tally.counts, allowedFailures, others };
  return judgeRate(claim, findings, circumstances);
}

function findCircumstances(
  { end, load, tally, starved, starvedAt }: Round,
  claims: readonly Claim[],
  setting: Setting,
): Circumstances {
  const askedPerMinute = claims.find(isRateClaim)?.perMinute ?? 0;
  return {
    ...setting,
    end,
    starvedFor: (claim) => {
      // A layout shift is none of time.
      if (claim.kind === "cls") return undefined;
      return "bound" in claim ? starvedAt(claim.bound.limit) : starved;
    },
    journeys: tally.counts,
    endedBy: end.kind === "settled" ? tally.refutedFailures?.claim.text : undefined,
    load: load && numbersOf(load, askedPerMinute),
  };
}

function numbersOf(
  { dropped, unfinished, ...load }: OpenLoopResult,
  askedPerMinute: number,
): LoadNumbers {
  return {
    askedPerMinute,
    offeredPerMinute: load.offeredPerMinute,
    achievedPerMinute: load.achievedPerMinute,
    heldMs: load.offeringMs,
    startLatenessP99Ms: percentile(load.lateness, 0.99) ?? 0,
    droppedLate: dropped.late,
    droppedFull: dropped.full,
    unfinished,
  };
}
