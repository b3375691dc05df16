// Which scenarios may run beside each other under --parallel: one that is measured has the machine for itself.
// A team that sets a rule of its own takes cucumber's one slot for it, and puts the two together here.
import type { setParallelCanAssign } from "@cucumber/cucumber";
import { isMeasured } from "./needs-journey.ts";

export type ParallelRule = Parameters<typeof setParallelCanAssign>[0];

/** The rule that storyproof sets: whatever else runs takes time from a measurement, and would be measured with it. */
export const measureAlone: ParallelRule = (next, running) =>
  running.length === 0 || (!isMeasured(next) && !running.some(isMeasured));

/**
 * Both rules together, for `setParallelCanAssign`.
 *
 * @example
 * import { setParallelCanAssign } from "@cucumber/cucumber";
 * import { composeParallelRule } from "storyproof/steps/parallel-rule";
 * setParallelCanAssign(composeParallelRule((next, running) => running.length < 2));
 */
export function composeParallelRule(rule: ParallelRule): ParallelRule {
  return (next, running) => measureAlone(next, running) && rule(next, running);
}
