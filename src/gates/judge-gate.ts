// The verdict on each gate, with its reason, from what was measured. It measures nothing.
import { percentile, percentileInterval } from "../measure/percentile.ts";
import type { Samples } from "../measure/samples.ts";
import type { Budget } from "./budget.ts";
import { type Claim, isShareBased, type ShareBasedClaim, type UnreadableClaim } from "./claim.ts";
import { type Concluded, conclude } from "./conclude.ts";
import type {
  GateResult,
  LoadNumbers,
  MeasuredPercentile,
  UnprovenKind,
  Verdict,
} from "./gate-result.ts";
import type { GateTest } from "./gate-test.ts";
import type { LoopEnd } from "./loop-end.ts";
import { showShare, showTime, showValue, whole } from "./quantity.ts";
import type { JourneyCounts } from "./tally.ts";

/** What holds for all gates of one measurement. */
export interface Circumstances {
  readonly budget: Budget;
  readonly end: LoopEnd;
  readonly elapsedMs: number;
  readonly load: LoadNumbers | undefined;
  /** Why the machine that measured was too slow to be believed about that claim; undefined when it was not. */
  readonly starvedFor: (claim: Claim) => readonly string[] | undefined;
  /** Journeys of measurements that were made anew. */
  readonly discarded: Pick<JourneyCounts, "ended" | "failed">;
  readonly journeys: JourneyCounts;
  /** Another gate's text whose refutation ended measuring. */
  readonly endedBy: string | undefined;
}

/** The part of a result that its claim alone says. */
export function describeClaim(claim: Claim, budget: Pick<Budget, "demandsProof">) {
  return {
    gate: claim.text,
    kind: claim.kind,
    isImplied: claim.isImplied,
    demandsProof: budget.demandsProof && !claim.isImplied && isProvable(claim),
    ...("bound" in claim && { bound: claim.bound }),
    ...("allowedShare" in claim && { allowedShare: claim.allowedShare }),
  };
}

/** Where none may break it, no number of samples proves that none ever will: only a refutation is asked for. */
function isProvable(claim: Claim): boolean {
  return !isShareBased(claim) || claim.allowedShare > 0;
}

/** A gate without a measurement: the scenario failed, cannot be replayed, or the tag cannot be read. */
export function leaveUnproven(
  claim: Claim,
  budget: Pick<Budget, "demandsProof">,
  reason: string,
  because: UnprovenKind = "not-measured",
): GateResult {
  return {
    ...describeClaim(claim, budget),
    verdict: { kind: "unproven", because, reason },
    samples: 0,
    excesses: 0,
    notes: [],
  };
}

export function unreadableReason({ kind }: UnreadableClaim): string {
  return `The tag does not say what a ${kind} gate can say: storyproof lint tells what is wrong with it.`;
}

export function judgeGate(test: GateTest, circumstances: Circumstances): GateResult {
  const { load } = circumstances;
  const unstarted = load?.droppedFull ?? 0;
  const concluded = conclude(test, unstarted, circumstances.discarded);
  const { decision, counts } = concluded;
  const { claim, samples: values } = test;
  const measured = values === undefined ? undefined : measure(claim, values);
  return {
    ...describeClaim(claim, circumstances.budget),
    verdict: judge(concluded, circumstances),
    ...counts,
    ...(decision.kind === "undecided" &&
      decision.needed !== undefined && { needed: decision.needed }),
    ...(measured !== undefined && { measured }),
    ...(load !== undefined && { load }),
    notes: concluded.notes,
    ...(values !== undefined && { values }),
  };
}

function measure(claim: ShareBasedClaim, values: Samples): MeasuredPercentile | undefined {
  const share = 1 - claim.allowedShare;
  const value = percentile(values, share);
  if (value === undefined) return undefined;
  const { low, high } = share < 1 ? percentileInterval(values, share) : {};
  return {
    share,
    value,
    unit: values.unit,
    ...(low !== undefined && { low }),
    ...(high !== undefined && { high }),
  };
}

function judge(concluded: Concluded, circumstances: Circumstances): Verdict {
  const starved = circumstances.starvedFor(concluded.test.claim);
  if (starved !== undefined) return leaveStarved(starved, circumstances.journeys);
  const { decision, notes } = concluded;
  if (decision.kind === "doubtful") return leaveUndecided(decision.reason);
  if (decision.kind === "undecided") return leaveUndecided(whyUndecided(concluded, circumstances));
  return { kind: decision.kind, reason: [`${countUp(concluded)}.`, ...notes].join(" ") };
}

/** Failures are told all the same: no late start makes a product answer with an error. */
export function leaveStarved(
  starved: readonly string[],
  { ended, failed }: JourneyCounts,
): Verdict {
  const failures = failed === 0 ? "" : ` ${whole(failed)} of ${whole(ended)} journeys failed.`;
  const reason = `The generator fell behind. ${starved.join(" ")}${failures}`;
  return { kind: "unproven", because: "generator-starved", reason };
}

export function leaveUndecided(reason: string): Verdict {
  return { kind: "unproven", because: "undecided", reason };
}

/** `3 of 80 journeys took 300 ms or more, at most 5 % may`. */
function countUp({ test: { claim }, counts }: Concluded): string {
  const may =
    claim.allowedShare === 0 ? "none may" : `at most ${showShare(claim.allowedShare)} may`;
  return `${whole(counts.excesses)} of ${whole(counts.samples)} journeys ${tellExcess(claim)}, ${may}`;
}

function tellExcess(claim: ShareBasedClaim): string {
  if (!("bound" in claim)) return "failed";
  const { limit, isInclusive } = claim.bound;
  const value = showValue(limit, claim.kind === "cls" ? "1" : "ms");
  const beyond = isInclusive ? `more than ${value}` : `${value} or more`;
  return claim.kind === "latency" ? `took ${beyond}` : `had ${vitalNames[claim.kind]} of ${beyond}`;
}

const vitalNames = { lcp: "an LCP", inp: "an INP", cls: "a CLS" } as const;

function whyUndecided(concluded: Concluded, circumstances: Circumstances): string {
  const { test, counts, notes } = concluded;
  const { claim } = test;
  if (counts.samples === 0 && test.missing > 0)
    return `No journey had ${claim.kind === "inp" ? "an" : "a"} ${claim.kind.toUpperCase()}: nothing on its pages gave one.`;
  if (counts.samples === 0)
    return `There is nothing to judge by: no journey succeeded after the warm-up, ${tellFailed(circumstances)}. ${whyEnded(circumstances)}`;
  const counted = [`${countUp(concluded)}.`, ...notes];
  if (test.isHopeless)
    return [...counted, "More journeys like these would not prove it."].join(" ");
  const isForUnstarted = circumstances.end.kind === "settled" && concluded.unstarted > 0;
  const end = isForUnstarted ? [] : [whyEnded(circumstances)];
  return [...counted, whatIsMissing(concluded), ...end].join(" ");
}

function tellFailed({ journeys: { ended, failed } }: Circumstances): string {
  return `and ${whole(failed)} of all ${whole(ended)} failed`;
}

function whatIsMissing({ test: { claim }, decision }: Concluded): string {
  if (claim.allowedShare === 0)
    return "No number of samples proves that none ever will be; a percentile such as p99.9 can be proven.";
  if (decision.kind !== "undecided" || decision.needed === undefined)
    return "That does not tell on which side of the limit the product is.";
  const { needed } = decision;
  return `${whole(needed)} more without one would prove it.`;
}

export function whyEnded({ end, budget, elapsedMs, endedBy }: Circumstances): string {
  const cut =
    end.underWayMs !== undefined && end.underWayMs > 0
      ? `, with a journey under way for ${showTime(end.underWayMs)}`
      : "";
  if (end.kind === "aborted") return `Measuring was stopped after ${showTime(elapsedMs)}${cut}.`;
  if (endedBy !== undefined) return `Measuring ended when ${endedBy} was refuted.`;
  if (!budget.demandsProof) return `A smoke run asks only whether it is refuted${cut}.`;
  if (end.kind === "given-up") return "It was given up, because the load could not be offered.";
  if (end.kind === "samples")
    return `Measuring ended at its limit of ${whole(budget.mostSamples)} samples.`;
  if (end.kind === "time")
    return `Measuring ended at its limit of ${showTime(budget.mostMs)}${cut}.`;
  return "Measuring ended when the other gates were decided.";
}
