// Which scenarios may run beside each other under --parallel: one that is measured has the machine for itself.
// A team that sets a rule of its own takes cucumber's one slot for it, and puts the two together here.
import type { setParallelCanAssign } from "@cucumber/cucumber";
import { isMeasured } from "./needs-journey.ts";

export type ParallelRule = Parameters<typeof setParallelCanAssign>[0];

const knowsMeasuring = Symbol("lets measured scenarios run alone");

/** The rule that storyproof sets: whatever else runs takes time from a measurement, and would be measured with it. */
export const measureAlone: ParallelRule = marked(
  (next, running) => running.length === 0 || (!isMeasured(next) && !running.some(isMeasured)),
);

/**
 * Both rules together, for `setParallelCanAssign`.
 *
 * @example
 * import { setParallelCanAssign } from "@cucumber/cucumber";
 * import { composeParallelRule } from "storyproof/steps/parallel-rule";
 * setParallelCanAssign(composeParallelRule((next, running) => running.length < 2));
 */
export function composeParallelRule(rule: ParallelRule): ParallelRule {
  return marked((next, running) => measureAlone(next, running) && rule(next, running));
}

function marked(rule: ParallelRule): ParallelRule {
  return Object.defineProperty(rule, knowsMeasuring, { value: true });
}

/**
 * Why scenarios of this run are not measured: other workers may run something beside them. Undefined where that cannot
 * be, or where this cucumber does not tell its rule.
 */
export function whyNotAlone(
  rule: unknown,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (typeof rule !== "function" || knowsMeasuring in rule) return undefined;
  if (env["CUCUMBER_PARALLEL"] !== "true" || env["CUCUMBER_TOTAL_WORKERS"] === "1")
    return undefined;
  return [
    "Other scenarios may run beside this one: the run's own setParallelCanAssign stands in the place of storyproof's.",
    "Compose the two:",
    '  import { composeParallelRule } from "storyproof/steps/parallel-rule";',
    "  setParallelCanAssign(composeParallelRule(yourRule));",
  ].join("\n");
}
