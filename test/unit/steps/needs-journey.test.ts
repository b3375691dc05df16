import { expect, test } from "vitest";
import { needsJourney } from "../../../steps/needs-journey.ts";

test.each([
  [["@smoke", "@owner:identity"], false],
  [["@smoke", "@latency:p95<300ms"], true],
  [["@rpm:600"], true],
  [["@invariant", "@runs:20"], true],
  [[], false],
])("%j: %s", (names, needed) => {
  const tags = names.map((name) => ({ name, astNodeId: "1" }));
  expect(needsJourney({ tags })).toBe(needed);
});
