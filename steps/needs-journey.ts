// Which scenarios are run again after their first run: those with a gate, and invariants.
import type { Pickle } from "@cucumber/messages";
import { readTags } from "../src/tags/read-tags.ts";

export function needsJourney({ tags }: Pick<Pickle, "tags">): boolean {
  const reading = readTags(
    tags.map(({ name }) => ({ name, level: "scenario", line: 0, column: 0 }) as const),
  );
  return reading.gates.length > 0 || reading.invariant;
}
