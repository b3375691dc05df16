// What all that a gate's test has seen says in the end, those included of whom nothing was seen. It judges no generator.
import type { ReviewedDecision } from "../measure/reviewed-test.ts";
import { addExcesses, type Counts, decideShare } from "../measure/share-claim.ts";
import { type FailureClaim, isFailureClaim } from "./claim.ts";
import { confidence, type GateTest } from "./gate-test.ts";
import { whole } from "./quantity.ts";
import type { JourneyCounts } from "./tally.ts";

export interface Concluded {
  readonly test: GateTest;
  readonly decision: ReviewedDecision;
  /** Of a gate about failures, with starts that found no place: they are failures. */
  readonly counts: Counts;
  readonly unstarted: number;
  /** What was allowed for. */
  readonly notes: readonly string[];
}

/**
 * @param unstarted So many starts found no place, because as many journeys as may be were under way.
 * @param discarded Journeys of measurements that were made anew: what failed there keeps a proof of few failures back.
 */
export function conclude(
  test: GateTest,
  unstarted: number,
  discarded: Pick<JourneyCounts, "ended" | "failed">,
): Concluded {
  const { claim } = test;
  const isAboutFailures = isFailureClaim(claim);
  const counts = isAboutFailures ? addExcesses(test.counts, unstarted) : test.counts;
  const own = test.conclude(unstarted);
  const decision = isFailureClaim(claim) ? withDiscarded(claim, own, counts, discarded) : own;
  const unseen = [...tellMissing(test), ...tellUnstarted(unstarted)];
  const outcome = isAboutFailures ? undefined : outcomes[decision.kind];
  const told = unseen.length > 0 && outcome !== undefined ? [...unseen, outcome] : unseen;
  return { test, decision, counts, unstarted, notes: [...decision.notes, ...told] };
}

/** They refute nothing: it was no measurement to be believed. */
function withDiscarded(
  { allowedShare }: FailureClaim,
  decision: ReviewedDecision,
  { samples, excesses }: Counts,
  { ended, failed }: Pick<JourneyCounts, "ended" | "failed">,
): ReviewedDecision {
  if (decision.kind !== "proven" || failed === 0) return decision;
  const all = { samples: samples + ended, excesses: excesses + failed };
  if (decideShare({ allowedShare, confidence }, all).kind === "proven") return decision;
  const before = `${whole(failed)} of ${whole(ended)} journeys failed before it was measured anew; with them it is not proven.`;
  return { kind: "undecided", notes: [...decision.notes, before] };
}

const outcomes: Readonly<Partial<Record<ReviewedDecision["kind"], string>>> = {
  proven: "It is proven even if each of them was beyond the bound.",
  undecided: "A proof has to hold even if each of them was beyond the bound.",
};

function tellMissing({ claim, missing, counts }: GateTest): readonly string[] {
  if (missing === 0 || isFailureClaim(claim) || claim.kind === "latency") return [];
  const all = whole(missing + counts.samples);
  return [`${whole(missing)} of ${all} journeys had no ${claim.kind.toUpperCase()}.`];
}

function tellUnstarted(unstarted: number): readonly string[] {
  if (unstarted === 0) return [];
  return [`${whole(unstarted)} could not start, because too many others were under way.`];
}
