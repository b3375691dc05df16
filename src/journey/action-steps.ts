// Which steps a customer waits for: each When, and the Then steps that follow it. Given is preparation.
import type { PickleStep } from "@cucumber/messages";

/**
 * For each step whether its time is action time. And, But and `*` are what the step before them is; in a scenario that
 * begins with `*`, those count as When. All false when nobody acts: then there is no action time at all.
 */
export function findActionSteps(steps: readonly Pick<PickleStep, "type">[]): readonly boolean[] {
  let last = "Action";
  let isWaiting = false;
  return steps.map(({ type = "Unknown" }) => {
    // Cucumber's compiler has resolved And and But already; a `*` it leaves unknown.
    if (type !== "Unknown") last = type;
    if (last === "Action") isWaiting = true;
    else if (last === "Context") isWaiting = false;
    return isWaiting;
  });
}
