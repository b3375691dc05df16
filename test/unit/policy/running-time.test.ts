import { describe, expect, it, test } from "vitest";
import type { PolicyRuleOptions } from "../../../src/config/policy-options.ts";
import type { SavedDuration } from "../../../src/policy/running-time.ts";
import { judgeTexts, storiesOf, tell } from "./judge-texts.ts";

const steps = '    When I press "Pay"\n    Then I should see "Thanks"\n';

function rule(runningTime: string, more: Partial<PolicyRuleOptions> = {}): PolicyRuleOptions {
  const limit = { runningTime };
  return {
    id: "quick",
    reason: "Nobody waits longer",
    for: "project",
    where: "@smoke",
    limit,
    ...more,
  };
}

/** Every case of the text, saved with this. */
function saveAll(text: string, saved: Partial<SavedDuration>): ReadonlyMap<string, SavedDuration> {
  const cases = storiesOf(text).flatMap(({ scenarios }) => scenarios.flatMap((one) => one.cases));
  return new Map(
    cases.map(({ id, contentHash }) => [id, { contentHash, isMeasured: false, ...saved }]),
  );
}

function feature(...tags: string[]): string {
  const scenarios = tags.map((list, index) => `  ${list}\n  Scenario: S${index}\n${steps}`);
  return `Feature: F\n${scenarios.join("\n")}`;
}

test("durations are added up over what the expression chooses, and the longest are named", () => {
  const text = feature("@smoke", "@smoke", "@full");
  const saved = saveAll(text, { durationMs: 40_000 });
  expect(tell(text, { rules: [rule("80s")] }, { saved })).toEqual([]);
  const [finding] = judgeTexts(text, { rules: [rule("1min")] }, { saved }).findings;
  expect(finding?.message).toBe(
    "Nobody waits longer: 2 runs take 1 min 20 s one after the other, and 1 min is allowed.",
  );
  expect(finding?.related?.map(({ line, message }) => [line, message])).toEqual([
    [3, "S0: 40 s"],
    [8, "S1: 40 s"],
  ]);
});

describe("what measuring adds", () => {
  it.each([
    ["@smoke @rpm:60 @hold:30s", 30_000],
    ["@smoke @latency:p95<1s @samples:20 @warmup:5", 25 * 1000],
    ["@smoke @rpm:60 @samples:20", 20 * 1000],
    ["@smoke @latency:p95<1s", 10_000],
    ["@smoke @invariant @runs:50", 50 * 1000],
    ["@smoke @hold:30s", 0],
  ])("%s adds %i ms to the run itself", (tags, measuringMs) => {
    const text = feature(tags);
    const saved = saveAll(text, { durationMs: 1000 });
    const total = 1000 + measuringMs;
    expect(tell(text, { rules: [rule(`${total}ms`)] }, { saved })).toEqual([]);
    const [told] = tell(text, { rules: [rule(`${total - 1}ms`)] }, { saved });
    expect(told).toContain("1 run takes");
    expect(told?.includes("of it for measuring")).toBe(measuringMs > 0);
  });

  it("is in the duration already where the saved run measured", () => {
    const text = feature("@smoke @rpm:60 @hold:30s");
    const saved = saveAll(text, { durationMs: 31_000, isMeasured: true });
    expect(tell(text, { rules: [rule("31s")] }, { saved })).toEqual([]);
  });
});

describe("what is not known", () => {
  const text = feature("@smoke", "@smoke");
  const places: readonly [Partial<SavedDuration>, string][] = [
    [{}, "2 not held in the saved run"],
    [{ durationMs: 5, contentHash: "another" }, "2 changed since the saved run"],
  ];

  it("is said, with how to get it, and never guessed", () => {
    const [finding] = judgeTexts(text, { rules: [rule("5 min")] }).findings;
    expect(finding).toMatchObject({
      severity: "warning",
      message:
        "Nobody waits longer: the running time of 2 of 2 runs is not known: 2 in no saved run.",
      wayOut: expect.stringContaining("storyproof check --evidence reports/truth.json"),
    });
  });

  it.each(places)("%j: %s", (saved, why) => {
    const [told] = tell(text, { rules: [rule("5min")] }, { saved: saveAll(text, saved) });
    expect(told).toContain(`the running time of 2 of 2 runs is not known: ${why}.`);
  });

  it("weighs what the rule says", () => {
    const severities = judgeTexts(text, { rules: [rule("5min", { unknown: "error" })] }).findings;
    expect(severities.map(({ severity }) => severity)).toEqual(["error"]);
  });

  it("does not hide that what is known is too long already", () => {
    const saved = new Map([...saveAll(text, { durationMs: 9000 })].slice(0, 1));
    expect(tell(text, { rules: [rule("5s")] }, { saved })).toEqual([
      "cucumber.js:5 error policy/quick: Nobody waits longer: 1 run takes 9 s one after the other, and 5 s is allowed.",
      "cucumber.js:5 warning policy/quick: Nobody waits longer: the running time of 1 of 2 runs is not known: 1 in no saved run; what is known takes 9 s of 5 s.",
    ]);
  });

  it("is what a gate without bounds on its measuring takes outside smoke", () => {
    const full = feature("@full @latency:p95<1s");
    const saved = saveAll(full, { durationMs: 1000 });
    const [told] = tell(full, { rules: [rule("5min", { where: "@full" })] }, { saved });
    expect(told).toContain("1 measured for a time that no tag limits");
  });
});
