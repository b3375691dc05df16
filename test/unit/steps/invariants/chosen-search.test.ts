// From where a search starts: the environment, the tag, the configuration, chance; in this order.
import { expect, it } from "vitest";
import { chosenSearch } from "../../../../steps/invariants/chosen-search.ts";
import { repeatCommand } from "../../../../steps/invariants/repeat-command.ts";

const configured = { invariants: { counterexamples: "counterexamples", seed: 3 } };
const chance = { invariants: { counterexamples: "counterexamples" } };

it("is the first of them that says", () => {
  const env = { STORYPROOF_SEED: "-1", STORYPROOF_PATH: "4:0:1" };
  expect(chosenSearch(env, { seed: 2 }, configured)).toEqual({ seed: -1, path: "4:0:1" });
  expect(chosenSearch({ STORYPROOF_PATH: "4:0" }, { seed: 2 }, configured)).toEqual({ seed: 2 });
  expect(chosenSearch({}, {}, configured)).toEqual({ seed: 3 });
  const seeds = Array.from({ length: 20 }, () => chosenSearch({}, {}, chance).seed);
  expect(new Set(seeds).size).toBeGreaterThan(15);
  expect(seeds.every((seed) => Number.isInteger(seed) && seed > 0 && seed < 2 ** 31)).toBe(true);
});

it("takes no notice of what is no seed or path", () => {
  const env = { STORYPROOF_SEED: "42", STORYPROOF_PATH: "4; rm" };
  expect(chosenSearch(env, {}, chance)).toEqual({ seed: 42 });
  expect(chosenSearch({ STORYPROOF_SEED: "x" }, { seed: 5 }, chance)).toEqual({ seed: 5 });
});

it("is repeated by a command that a shell takes as it is", () => {
  expect(repeatCommand("full", "features/my shop's.feature:3", { seed: 42 })).toBe(
    "STORYPROOF_TIER=full STORYPROOF_SEED=42 npx cucumber-js 'features/my shop'\\''s.feature:3'",
  );
});
