// Whether two readings of a file hold the same story: the same ids, and the same words behind each.
import type { FeatureReading } from "../story/feature-reading.ts";
import { listScenarios } from "../story/walk.ts";

/** True when everything that identifies the two stories is equal, their order too. */
export function saysTheSame(a: FeatureReading, b: FeatureReading): boolean {
  return describe(a) === describe(b);
}

function describe(reading: FeatureReading): string {
  if (reading.kind !== "story") return reading.kind;
  const { story } = reading;
  const scenarios = listScenarios(story).map((scenario) => [
    scenario.id,
    scenario.contentHash,
    scenario.cases.map((one) => [one.id, one.contentHash]),
  ]);
  return JSON.stringify([story.id, story.contentHash, story.rules.map(({ id }) => id), scenarios]);
}
