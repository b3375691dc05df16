// Reads what an invariants attachment holds, down to the last number: a report draws from it.
import { tiers } from "../tags/known-keys.ts";
import type { CheckedInvariant } from "./checked-invariant.ts";
import {
  isCount,
  isFlag,
  isMeasure,
  isNumber,
  isText,
  listOf,
  oneOf,
  optional,
  shape,
} from "./json-shapes.ts";
import { isFailedJourney } from "./read-measured-gates.ts";

/** Undefined when it has not the shape. */
export function readCheckedInvariant(value: unknown): CheckedInvariant | undefined {
  return isCheckedInvariant(value) ? (value as CheckedInvariant) : undefined;
}

const openKinds = [
  "undecided",
  "vacuous",
  "flaky",
  "story-mistaken",
  "not-replayable",
  "not-measured",
] as const;

const isCounterexample = shape({
  id: isText,
  origin: oneOf(["search", "known", "first-run"]),
  values: listOf(shape({ name: isText, shown: isText })),
  examples: listOf(isText),
  seed: isNumber,
  path: optional(isText),
  shrinks: isCount,
  shrinkRuns: isCount,
  isSmallest: isFlag,
  file: optional(isText),
  failure: isFailedJourney,
});

const isCheckedInvariant = shape({
  tier: oneOf(tiers),
  command: isText,
  verdict: shape({
    kind: oneOf(["proven", "refuted", "unproven"]),
    because: optional(oneOf(openKinds)),
    reason: isText,
  }),
  demandsProof: isFlag,
  runs: isCount,
  wantedRuns: isCount,
  discards: isCount,
  seed: isNumber,
  elapsedMs: isMeasure,
  generated: listOf(
    shape({
      name: isText,
      what: isText,
      distinct: isCount,
      kinds: listOf(shape({ kind: isText, count: isCount })),
    }),
  ),
  known: listOf(
    shape({ id: isText, state: oneOf(["still-failing", "mended", "flaky", "outdated"]) }),
  ),
  counterexample: optional(isCounterexample),
});
