import { expect, test } from "vitest";
import { announceRunTier, tierOfExpression } from "../../../src/coordinator/run-tier.ts";
import { tierOfRun } from "../../../src/tags/run-tier.ts";

test.each([
  ["@smoke", "smoke"],
  ["@smoke and not @slow", "smoke"],
  ["(@smoke and @owner:identity) and not @planned", "smoke"],
  ["@smoke or @regression", "regression"],
  ["@regression and not @smoke", "regression"],
  ["@full", "full"],
  ["@smoke or @full", "full"],
  ["not @full", undefined],
  ["@smoke or @orders", undefined],
  ["@orders", undefined],
  ["@smokescreen", undefined],
  ["", undefined],
  ["@smoke and (", undefined],
])("the expression %j asks for %s", (expression, tier) => {
  expect(tierOfExpression(expression)).toBe(tier);
});

/** As much of a process as is looked at. */
function processWith(words: readonly string[], env: Record<string, string> = {}): NodeJS.Process {
  return { argv: ["node", "cucumber-js", ...words], env } as unknown as NodeJS.Process;
}

test.each([
  [["--tags", "@smoke"], "smoke"],
  [["-t", "@smoke or @regression", "features"], "regression"],
  [["--tags=@full"], "full"],
  [["--tags", "@smoke or @regression", "--tags", "@smoke"], "smoke"],
  [["--parallel", "2"], undefined],
])("the words %j announce %s, and it can be taken back", (words, tier) => {
  const process = processWith(words);
  const { takeBack } = announceRunTier(process);
  expect(tierOfRun(process.env)).toBe(tier);
  takeBack();
  expect(process.env).toEqual({});
});

test("what the environment says goes before the words, and before the profile", () => {
  const process = processWith(["--tags", "@smoke"], { STORYPROOF_TIER: "full" });
  announceRunTier(process).takeBack();
  expect(tierOfRun(process.env, "regression")).toBe("full");
});

test("the tier of a profile that was named goes before what --tags selects in it", () => {
  const process = processWith(["-p", "regression", "--tags", "@smoke"]);
  announceRunTier(process, "regression");
  expect(tierOfRun(process.env, "regression")).toBe("regression");
});

test("a tier that is none is told with those that are", () => {
  const process = processWith([], { STORYPROOF_TIER: "smok" });
  expect(announceRunTier(process).problem).toBe(
    'storyproof: the environment variable STORYPROOF_TIER is "smok", which is no tier.\n' +
      "  Tiers are smoke, regression, full.",
  );
});

test("without either the profile's tier holds, if it has one", () => {
  expect(tierOfRun({}, "smoke")).toBe("smoke");
  expect(tierOfRun({ STORYPROOF_TIER: "" })).toBeUndefined();
});
