// Which scenarios are run again after their first run: those with a gate, and invariants.
import type { Pickle } from "@cucumber/messages";
import { gateKinds } from "../src/tags/known-keys.ts";

// Asked of every scenario, most of which have no such tag.
const gateTag = new RegExp(`^@(?:${gateKinds.join("|")}):`);

type Tagged = Pick<Pickle, "tags">;

/** Whether it has a gate. */
export function isMeasured({ tags }: Tagged): boolean {
  return tags.some(({ name }) => gateTag.test(name));
}

export function isInvariant({ tags }: Tagged): boolean {
  return tags.some(({ name }) => name === "@invariant");
}

export function needsJourney(pickle: Tagged): boolean {
  return isMeasured(pickle) || isInvariant(pickle);
}
