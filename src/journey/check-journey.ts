// Whether a journey can be run again at all: asked once, before anything is measured with it.
import { exchangeLines } from "./exchange-lines.ts";
import type { Journey } from "./journey.ts";
import { type NotReplayable, notReplayable } from "./not-replayable.ts";
import type { ReplayOptions, ReplayOutcome } from "./replay-outcome.ts";

export type Replayability =
  | {
      readonly kind: "replayable";
      /** The replay that showed it, as a first sample. */
      readonly outcome: ReplayOutcome;
      /** How the first run was different from all that follow, where it was: such as a sign-in that is used again. */
      readonly remark?: string;
    }
  | { readonly kind: "aborted" }
  | NotReplayable;

/** A product that fails now and then is for the gate on errors to judge, not a reason to measure nothing. */
const mostTries = 3;

/**
 * Runs the journey again: it must end as the first run did, within three tries, and ask the product for the same. Where
 * it asks for something else, a further run must agree with that one. It finds state that runs share only where that
 * shows within so few runs, one after the other.
 */
export async function checkJourney(
  journey: Journey,
  options: ReplayOptions,
): Promise<Replayability> {
  const second = await replayOnce(journey, options);
  if (second.kind !== "completed") return second;
  const { outcome, remarks } = second;
  const lines = exchangeLines(outcome.exchanges);
  if (areEqual(lines, journey.firstRequests)) return replayable(outcome, remarks);
  const third = await replayOnce(journey, options);
  if (third.kind !== "completed") return third;
  const thirdLines = exchangeLines(third.outcome.exchanges);
  if (!areEqual(lines, thirdLines)) return notReplayable.differs(show(lines), show(thirdLines));
  return replayable(third.outcome, [
    ...remarks,
    `The first run asked for ${show(journey.firstRequests)}; later ones for ${show(lines)}.`,
  ]);
}

function replayable(outcome: ReplayOutcome, remarks: readonly string[]): Replayability {
  return {
    kind: "replayable",
    outcome,
    ...(remarks.length > 0 && { remark: remarks.join(" ") }),
  };
}

interface Completed {
  readonly kind: "completed";
  readonly outcome: ReplayOutcome;
  readonly remarks: readonly string[];
}

async function replayOnce(
  journey: Journey,
  options: ReplayOptions,
): Promise<Completed | Exclude<Replayability, { kind: "replayable" }>> {
  const remarks: string[] = [];
  let first: Exclude<Replayability, { kind: "replayable" }> | undefined;
  for (;;) {
    const outcome = await journey.replay(options);
    const problem = tellProblem(outcome, "again");
    if (problem === undefined) return { kind: "completed", outcome, remarks };
    // One that hangs would hang again, and takes its whole deadline each time.
    first ??= problem;
    if (outcome.kind !== "failed" || remarks.length + 1 >= mostTries) return first;
    remarks.push(`Before measuring, a run failed: ${firstLine(outcome.error.message)}`);
  }
}

function firstLine(text: string): string {
  return text.trim().split("\n", 1)[0] ?? "";
}

function tellProblem(
  outcome: ReplayOutcome,
  when: string,
): Exclude<Replayability, { kind: "replayable" }> | undefined {
  const at =
    "step" in outcome && outcome.step !== undefined ? `${when}, at "${outcome.step}"` : when;
  switch (outcome.kind) {
    case "failed":
      return notReplayable.failedAgain(at, outcome.error.message);
    case "timed-out":
      return notReplayable.ranTooLong(outcome.deadlineMs, at);
    case "aborted":
      return { kind: "aborted" };
    case "completed":
      return undefined;
  }
}

function areEqual(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, index) => line === other[index]);
}

function show(lines: readonly string[]): string {
  return lines.length === 0 ? "nothing" : lines.join(", ");
}
