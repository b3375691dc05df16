// A run that must not take place: nothing is run, every formatter is told why, and the process fails.
// See docs/decisions/002-a-silent-product-runs-nothing.md. It does not know what speaks against the run.
import type { CoordinatorContext } from "@cucumber/cucumber/api";

/** @param shown what the terminal says, where that is more than the reports need */
export type RefuseRun = (message: string, shown?: string) => readonly [];

type Surroundings = Pick<CoordinatorContext<unknown>, "on" | "logger">;

/** Gives the function that refuses the run; call it from `pickles:filter` and answer cucumber what it returns. */
export function prepareRefusal({ on, logger }: Surroundings, process: NodeJS.Process): RefuseRun {
  const reasons: string[] = [];
  on("message", ({ testRunFinished }) => {
    if (reasons.length === 0 || testRunFinished === undefined) return;
    // The evidence must not call this a success, and plugins come before every formatter.
    Object.assign(testRunFinished, { success: false, message: reasons.join("\n") });
  });
  return (message, shown = message) => {
    logger.error(shown);
    // cucumber takes an empty run for a success and asks plugins nothing; the exit code is still open here.
    if (reasons.length === 0) {
      process.once("exit", () => {
        process.exitCode = 1;
      });
    }
    reasons.push(message);
    return [];
  };
}

/** The last line of every refusal; `count` is how many scenarios were selected. */
export function nothingWasRun(count: number): string {
  if (count === 0) return "Nothing was run: no scenario was selected.";
  // Reports count guarantees, of which a scenario has one for its behaviour and one for each gate.
  if (count === 1) return "Nothing was run: 1 scenario stays unproven, with all its guarantees.";
  return `Nothing was run: ${count} scenarios stay unproven, with all their guarantees.`;
}
