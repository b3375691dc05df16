// What all that a gate's test has seen says in the end, those included of whom nothing was seen. It judges no generator.
import type { ReviewedDecision } from "../measure/reviewed-test.ts";
import { addExcesses, type Counts } from "../measure/share-claim.ts";
import { isFailureClaim } from "./claim.ts";
import type { GateTest } from "./gate-test.ts";
import { whole } from "./quantity.ts";

export interface Concluded {
  readonly test: GateTest;
  readonly decision: ReviewedDecision;
  /** Of a gate about failures, with starts that found no place: they are failures. */
  readonly counts: Counts;
  readonly unstarted: number;
  /** What was allowed for. */
  readonly notes: readonly string[];
}

/** @param unstarted So many starts found no place, because as many journeys as may be were under way. */
export function conclude(test: GateTest, unstarted: number): Concluded {
  const decision = test.conclude(unstarted);
  const isAboutFailures = isFailureClaim(test.claim);
  const counts = isAboutFailures ? addExcesses(test.counts, unstarted) : test.counts;
  const unseen = [...tellMissing(test), ...tellUnstarted(unstarted)];
  const outcome = isAboutFailures ? undefined : outcomes[decision.kind];
  const told = unseen.length > 0 && outcome !== undefined ? [...unseen, outcome] : unseen;
  return { test, decision, counts, unstarted, notes: [...decision.notes, ...told] };
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
