import { describe, expect, test } from "vitest";
import { composeParallelRule, measureAlone, whyNotAlone } from "../../../steps/parallel-rule.ts";

type Pickle = Parameters<typeof measureAlone>[0];

function pickle(...tags: string[]): Pickle {
  return { tags: tags.map((name) => ({ name, astNodeId: "1" })) } as unknown as Pickle;
}

const measured = pickle("@smoke", "@latency:p95<300ms");
const plain = pickle("@smoke");

describe("a measured scenario has the machine for itself", () => {
  test.each([
    ["a measured one beside nobody", measured, [], true],
    ["a measured one beside another", measured, [plain], false],
    ["another beside a measured one", plain, [measured], false],
    ["two that are not measured", plain, [plain], true],
  ])("%s", (_, next, running, allowed) => {
    expect(measureAlone(next, running)).toBe(allowed);
  });
});

test("a team's own rule holds as well", () => {
  const rule = composeParallelRule((_, running) => running.length < 1);
  expect(rule(plain, [])).toBe(true);
  expect(rule(plain, [plain])).toBe(false);
  expect(rule(measured, [plain])).toBe(false);
});

test("a rule that took our place is told where several workers run", () => {
  const parallel = { CUCUMBER_PARALLEL: "true", CUCUMBER_TOTAL_WORKERS: "2" };
  const foreign = () => true;
  expect(whyNotAlone(foreign, parallel)).toContain("composeParallelRule(yourRule)");
  expect(whyNotAlone(foreign, { ...parallel, CUCUMBER_TOTAL_WORKERS: "1" })).toBeUndefined();
  expect(whyNotAlone(foreign, {})).toBeUndefined();
  expect(whyNotAlone(measureAlone, parallel)).toBeUndefined();
  expect(whyNotAlone(composeParallelRule(foreign), parallel)).toBeUndefined();
});
