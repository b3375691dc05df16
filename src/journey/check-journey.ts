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

/**
 * Runs the journey again: it must end as the first run did, and ask the product for the same. Where it asks for
 * something else, a third run must agree with the second. It finds state that runs share only where that shows within
 * three runs one after the other.
 */
export async function checkJourney(
  journey: Journey,
  options: ReplayOptions,
): Promise<Replayability> {
  const second = await journey.replay(options);
  const problem = tellProblem(second, "for the first time");
  if (problem !== undefined) return problem;
  const lines = exchangeLines(second.exchanges);
  if (areEqual(lines, journey.firstRequests)) return { kind: "replayable", outcome: second };
  const third = await journey.replay(options);
  const later = tellProblem(third, "for the second time");
  if (later !== undefined) return later;
  const thirdLines = exchangeLines(third.exchanges);
  if (!areEqual(lines, thirdLines)) return notReplayable.differs(show(lines), show(thirdLines));
  const remark = `The first run asked for ${show(journey.firstRequests)}; later ones for ${show(lines)}.`;
  return { kind: "replayable", outcome: third, remark };
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
