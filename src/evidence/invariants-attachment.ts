// Makes the attachment that carries what a scenario's invariant was found to be. Everything that goes in is redacted
// here, and made small. Values that were made up for the search are no secrets.
import type { Counterexample, InvariantResult } from "../invariants/invariant-result.ts";
import { showExamples } from "../invariants/show-invariant.ts";
import type { SecretKeeper } from "../journey/secret-keeper.ts";
import { type AttachmentData, nameMediaType } from "./attachment-kinds.ts";
import type { CheckedInvariant, CounterexampleEvidence } from "./checked-invariant.ts";
import { cutText } from "./cut-exchange.ts";
import { FailureRoom, reduceFailure } from "./failure-evidence.ts";

export interface InvariantEvidence {
  readonly result: InvariantResult;
  readonly command: string;
  /** Of the counterexample, where there is one. */
  readonly stored?: { readonly id: string; readonly file?: string };
}

const longestReason = 4 * 1024;
const longestValue = 2 * 1024;
const mostKinds = 20;

/** One for each attempt; the last one's is what the report judges by. */
export function invariantsAttachment(
  { result, command, stored }: InvariantEvidence,
  keeper: SecretKeeper,
): AttachmentData {
  const { counterexample, verdict, generated, ...numbers } = result;
  for (const exchange of counterexample?.outcome.exchanges ?? []) keeper.learnFrom(exchange);
  const checked: CheckedInvariant = {
    ...numbers,
    command: keeper.redact(command),
    verdict: { ...verdict, reason: cutText(keeper.redact(verdict.reason), longestReason) },
    elapsedMs: Math.round(result.elapsedMs),
    generated: generated.map((one) => ({ ...one, kinds: one.kinds.slice(0, mostKinds) })),
    ...(counterexample !== undefined && {
      counterexample: reduceCounterexample(counterexample, stored, keeper),
    }),
  };
  return { mediaType: nameMediaType("invariants"), data: JSON.stringify(checked) };
}

function reduceCounterexample(
  counterexample: Counterexample,
  stored: InvariantEvidence["stored"],
  keeper: SecretKeeper,
): CounterexampleEvidence {
  const { origin, values, seed, path, shrinks, shrinkRuns, isSmallest, outcome } = counterexample;
  const first = { title: "", count: 1, journey: 1, first: outcome };
  return {
    id: stored?.id ?? "",
    origin,
    values: values.map(({ name, shown }) => ({ name, shown: cutText(shown, longestValue) })),
    examples: showExamples(values, longestValue),
    seed,
    ...(path !== undefined && { path }),
    shrinks,
    shrinkRuns,
    isSmallest,
    ...(stored?.file !== undefined && { file: stored.file }),
    failure: reduceFailure(first, keeper, new FailureRoom()).first,
  };
}
