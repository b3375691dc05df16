// Which steps a customer waits for: each When, and the Then steps that follow it. Given is preparation.
import type { PickleStep } from "@cucumber/messages";

/**
 * For each step whether its time is action time. And, But and `*` are what the step before them is; in a scenario that
 * begins with `*`, those count as When. All false when nobody acts: then there is no action time at all.
 */
export function findActionSteps(steps: readonly Pick<PickleStep, "type">[]): readonly boolean[] {
  let isWaiting = false;
  return resolveTypes(steps).map((type) => {
    if (type === "Action") isWaiting = true;
    else if (type === "Context") isWaiting = false;
    return isWaiting;
  });
}

/** For each step whether it does something, as Given and When do: a Then only looks. */
export function findDoingSteps(steps: readonly Pick<PickleStep, "type">[]): readonly boolean[] {
  return resolveTypes(steps).map((type) => type !== "Outcome");
}

/** Cucumber's compiler has resolved And and But already; a `*` it leaves unknown. */
function resolveTypes(steps: readonly Pick<PickleStep, "type">[]): readonly string[] {
  let last = "Action";
  return steps.map(({ type = "Unknown" }) => {
    if (type !== "Unknown") last = type;
    return last;
  });
}
