// A decision that was made as if samples were independent, looked at again with what their order shows.
import { type Dependence, findDependence, type Ordered } from "./dependence.ts";
import {
  addExcesses,
  type Counts,
  countNeeded,
  type Decision,
  decideShare,
  type ShareClaim,
} from "./share-claim.ts";

export type Review =
  /** The decision stands; the notes say what was allowed for, if anything was. */
  | { readonly kind: "confirmed"; readonly decision: Decision; readonly notes: readonly string[] }
  /** Go on measuring: with dependence allowed for, it is not decided. */
  | { readonly kind: "open"; readonly needed?: number; readonly notes: readonly string[] }
  /** Samples change with time, so no number of them speaks for the product as it will be. */
  | { readonly kind: "doubtful"; readonly reason: string; readonly notes: readonly string[] };

/** Fewer independent samples' worth decide nothing: where τ is so long beside the series it is estimated too small. */
const leastEffective = 10;

export interface Reviewed {
  readonly claim: ShareClaim;
  /** Of all samples, those included that the series no longer holds. */
  readonly counts: Counts;
  readonly series: Ordered;
  /** The bound in the unit of the values, where there is one: how far a drift is from it. */
  readonly limit?: number;
  /** So many more have no value that anybody saw: a proof has to hold with each of them beyond the bound. Default 0. */
  readonly unseen?: number;
}

/**
 * Warm-up is taken away, and where τ samples are worth one independent sample, counts are divided by τ (Kish's design
 * effect; batches of that length). A drift towards the other verdict makes it doubtful. The errors that remain are in
 * docs/measuring.md, by simulation: this is a correction that was measured and not one that is exact.
 */
export function reviewDecision(reviewed: Reviewed): Review {
  const { claim, counts, series } = reviewed;
  const found = findDependence(series);
  if (found === undefined) return reviewFew(reviewed);
  const notes = describe(found);
  const effective = effectiveCounts(counts, series, found);
  if (effective.samples < leastEffective) return { kind: "open", notes };
  const decision = decideStrictly(
    claim,
    effective,
    (reviewed.unseen ?? 0) / found.samplesPerIndependentOne,
  );
  const reason = doubt(reviewed, decision, found);
  if (reason !== undefined) return { kind: "doubtful", reason, notes };
  if (decision.kind !== "undecided") return { kind: "confirmed", decision, notes };
  const { needed } = decision;
  if (needed === undefined) return { kind: "open", notes };
  return { kind: "open", needed: Math.ceil(needed * found.samplesPerIndependentOne), notes };
}

/** The unseen take a proof away, and never refute: nobody knows that they were beyond the bound. */
function decideStrictly(claim: ShareClaim, counts: Counts, unseen: number): Decision {
  const decision = decideShare(claim, counts);
  if (decision.kind === "refuted" || unseen === 0) return decision;
  const needed = countNeeded(claim, addExcesses(counts, unseen));
  if (needed === 0) return { kind: "proven" };
  return { kind: "undecided", ...(needed !== undefined && { needed }) };
}

/** How many independent samples, and excesses among them, the counts are worth. */
function effectiveCounts(
  counts: Counts,
  { excesses }: Ordered,
  { warmUp, samplesPerIndependentOne }: Dependence,
): Counts {
  const warm = excesses.slice(0, warmUp).filter(Boolean).length;
  return {
    samples: (counts.samples - warmUp) / samplesPerIndependentOne,
    excesses: (counts.excesses - warm) / samplesPerIndependentOne,
  };
}

/**
 * Fewer than 30 show no dependence. One pause can make several excesses in a row, so a refutation stands when it does
 * with each run of excesses counted as one, or when all samples are beyond the bound ten times in a row. Fewer than ten
 * samples refute nothing: the very first failure of a product that may fail once in a hundred would.
 */
function reviewFew({ claim, counts, series, unseen = 0 }: Reviewed): Review {
  const plain = decideStrictly(claim, counts, unseen);
  if (plain.kind === "undecided") return { ...plain, kind: "open", notes: [] };
  if (plain.kind === "proven") return { kind: "confirmed", decision: plain, notes: [] };
  const runs = series.excesses.filter((isOver, at) => isOver && !series.excesses[at - 1]).length;
  const inRuns = { samples: counts.samples - counts.excesses + runs, excesses: runs };
  const isEnough = counts.samples >= leastEffective;
  const isAll = counts.excesses === counts.samples;
  if (isEnough && (isAll || decideShare(claim, inRuns).kind === "refuted")) {
    return { kind: "confirmed", decision: { kind: "refuted" }, notes: [] };
  }
  const notes = ["Excesses came in a row, which one pause can do: measured on."];
  return { kind: "open", notes };
}

function doubt(
  { claim, series, limit }: Reviewed,
  decision: Decision,
  { drift, warmUp }: Dependence,
): string | undefined {
  if (drift === undefined) return undefined;
  const last = series.values.slice(-Math.floor((series.values.length - warmUp) / 3));
  const share = series.excesses.slice(-last.length).filter(Boolean).length / last.length;
  const change = `the median went from ${sensible(drift.fromMedian)} to ${sensible(drift.toMedian)}`;
  if (decision.kind === "refuted" && drift.direction === "falling" && share <= claim.allowedShare)
    return `It became faster all along (${change}), and the last third keeps the bound: warm up longer.`;
  if (
    decision.kind === "proven" &&
    drift.direction === "rising" &&
    reaches(last, drift, claim, limit)
  )
    return `It became slower all along (${change}); if that goes on, the bound is broken.`;
  return undefined;
}

/** Whether as much growth once more brings the percentile to the limit. Without a limit nothing speaks against it. */
function reaches(
  last: readonly number[],
  { fromMedian, toMedian }: { readonly fromMedian: number; readonly toMedian: number },
  { allowedShare }: ShareClaim,
  limit: number | undefined,
): boolean {
  if (limit === undefined) return true;
  const sorted = last.toSorted((a, b) => a - b);
  const high =
    sorted[Math.min(sorted.length - 1, Math.ceil((1 - allowedShare) * sorted.length) - 1)];
  return (high ?? 0) + (toMedian - fromMedian) >= limit;
}

function describe({ warmUp, samplesPerIndependentOne, period }: Dependence): readonly string[] {
  const notes: string[] = [];
  if (warmUp > 0) notes.push(`The first ${warmUp} samples were warm-up and are not counted.`);
  if (samplesPerIndependentOne > 1)
    notes.push(
      `Samples depend on each other: ${sensible(samplesPerIndependentOne)} are worth one independent sample.`,
    );
  if (period !== undefined) notes.push(`Every ${period} samples or so there is a pause.`);
  return notes;
}

function sensible(value: number): string {
  return String(Number(value.toPrecision(3)));
}
