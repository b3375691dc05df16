// The verdict on a rate: whether journeys could be started so often, and behaved meanwhile.
import { decideShare } from "../measure/share-claim.ts";
import type { FailureClaim, RateClaim } from "./claim.ts";
import type { GateResult, LoadNumbers, Verdict } from "./gate-result.ts";
import { confidence } from "./gate-test.ts";
import {
  type Circumstances,
  describeClaim,
  leaveStarved,
  leaveUndecided,
  whyEnded,
} from "./judge-gate.ts";
import type { PileUp } from "./keeping-up.ts";
import { showRate, showShare, showTime, whole } from "./quantity.ts";
import type { JourneyCounts } from "./tally.ts";

export interface RateFindings {
  readonly load: LoadNumbers;
  readonly pileUp: PileUp | undefined;
  readonly journeys: JourneyCounts;
  /** Of the gate on failures, written or implied. */
  readonly allowedFailures: FailureClaim["allowedShare"];
  /** The other gates, as they were judged under this rate. */
  readonly others: readonly GateResult[];
}

export function judgeRate(
  claim: RateClaim,
  findings: RateFindings,
  circumstances: Circumstances,
): GateResult {
  const { load, journeys } = findings;
  return {
    ...describeClaim(claim, circumstances.budget),
    verdict: judge(claim, findings, circumstances),
    samples: journeys.ended + load.droppedFull,
    excesses: journeys.failed + load.droppedFull,
    load,
    notes: [],
  };
}

function judge(claim: RateClaim, findings: RateFindings, circumstances: Circumstances): Verdict {
  const starved = circumstances.starvedFor(claim);
  if (starved !== undefined) return leaveStarved(starved, findings.journeys);
  const rate = showRate(claim.perMinute);
  const broken = whatBroke(findings);
  if (broken !== undefined) return { kind: "refuted", reason: `At ${rate} ${broken}.` };
  const { heldMs } = findings.load;
  const open = whatIsOpen(claim, findings, circumstances);
  if (open !== undefined) return leaveUndecided(open);
  const { ended, failed } = findings.journeys;
  const { droppedFull } = findings.load;
  const unstarted = droppedFull > 0 ? `, and ${whole(droppedFull)} could not start` : "";
  const kept = `${whole(ended)} journeys ended, ${whole(failed)} of them failed${unstarted}`;
  return { kind: "proven", reason: `Held for ${showTime(heldMs)}: ${kept}.` };
}

function whatBroke({ load, pileUp, journeys, allowedFailures, others }: RateFindings) {
  // Who could not even start got no answer.
  const excesses = journeys.failed + load.droppedFull;
  const samples = journeys.ended + load.droppedFull;
  const claim = { allowedShare: allowedFailures, confidence };
  if (decideShare(claim, { samples, excesses }).kind === "refuted") {
    const dropped = load.droppedFull > 0 ? ` or could not start (${whole(load.droppedFull)})` : "";
    return `${whole(excesses)} of ${whole(samples)} journeys failed${dropped}, at most ${showShare(allowedFailures)} may`;
  }
  if (pileUp !== undefined)
    return `journeys piled up: ${whole(pileUp.atHalfTime)} were under way at half time and ${whole(pileUp.atEnd)} at the end`;
  const refuted = others.find(({ verdict }) => verdict.kind === "refuted");
  return refuted && `${refuted.gate} was refuted`;
}

function whatIsOpen(
  { perMinute }: RateClaim,
  { load, others, journeys }: RateFindings,
  circumstances: Circumstances,
): string | undefined {
  const { budget } = circumstances;
  const held = `It was held for ${showTime(load.heldMs)}`;
  if (load.heldMs < budget.leastHoldMs * 0.99)
    return `${held} of ${showTime(budget.leastHoldMs)}. ${whyEnded(circumstances)}`;
  if (!budget.demandsProof) return `${held}. A smoke run asks only whether it is refuted.`;
  if (journeys.ended === 0) return `${held}, and no journey ended.`;
  if (load.offeredPerMinute < perMinute * 0.95)
    return `Only ${showRate(load.offeredPerMinute)} were offered.`;
  const open = others.find(({ verdict, isImplied }) => verdict.kind === "unproven" && !isImplied);
  return open && `${held}, and meanwhile ${open.gate} stayed unproven.`;
}
