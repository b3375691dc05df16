// The verdict on an invariant, over scenarios that are functions of their values.
import { describe, expect, it } from "vitest";
import { searchBudgetFor } from "../../../src/invariants/budget.ts";
import { DiscardedValues } from "../../../src/invariants/discarded.ts";
import { StoryError } from "../../../src/journey/story-error.ts";
import { accepted, ended, failedWith, held, tryInvariant } from "./fake-scenario.ts";

const sign = { email: "email address", password: "text of 0 to 11 characters" };
/** Takes what is longer than ten characters for long enough. */
const offByOne = ([, password]: readonly string[]) =>
  (password ?? "").length > 10 ? accepted : held;

describe("a rule that does not hold", () => {
  it("is refuted with the smallest values of all steps together, within 200 further runs, whatever the seed", async () => {
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const { result, runs } = await tryInvariant(sign, offByOne, { seed });
      expect(result.verdict).toEqual({
        kind: "refuted",
        reason:
          'It fails with email = "a@a.aa", password = "aaaaaaaaaaa". the response status should be 422: expected 422, but it was 201',
      });
      expect(result.counterexample).toMatchObject({
        origin: "search",
        isSmallest: true,
        values: [{ value: "a@a.aa" }, { value: "a".repeat(11) }],
      });
      expect(result.counterexample?.shrinkRuns).toBeLessThan(200);
      // The last run repeats the smallest values.
      expect(runs.at(-1)).toEqual(["a@a.aa", "a".repeat(11)]);
    }
  });

  it("is told the same with the same seed, and makes the same values", async () => {
    const [first, second, other] = [
      await tryInvariant(sign, offByOne),
      await tryInvariant(sign, offByOne),
      await tryInvariant(sign, offByOne, { seed: 43 }),
    ];
    expect(second).toEqual(first);
    expect(other.runs).not.toEqual(first.runs);
  });

  it("is refuted where it hangs: that input is the counterexample", async () => {
    const hangs = ended({ kind: "timed-out", deadlineMs: 500, step: "I wait" });
    const { result } = await tryInvariant({ n: "integer from 0 to 1000" }, ([n = 0]) =>
      n >= 500 ? hangs : held,
    );
    expect(result.verdict).toMatchObject({
      kind: "refuted",
      reason: "It fails with n = 500. I wait: it did not end within 500 ms",
    });
  });

  it("is told as not the smallest when making it smaller takes too long", async () => {
    const budget = { ...searchBudgetFor("regression", {}), mostShrinkRuns: 2 };
    const { result } = await tryInvariant(
      { text: "text of 0 to 200 characters" },
      ([text = ""]) => (String(text).length > 3 ? accepted : held),
      { budget },
    );
    expect(result.verdict.kind).toBe("refuted");
    expect(result.counterexample?.isSmallest).toBe(false);
  });
});

describe("a rule that holds", () => {
  it("is proven by as many runs as were asked for, and tells what was generated", async () => {
    const { result, runs } = await tryInvariant({ yes: "boolean" }, () => held);
    expect(runs).toHaveLength(200);
    expect(result).toMatchObject({
      verdict: { kind: "proven", reason: "It held for 200 generated inputs." },
      runs: 200,
      wantedRuns: 200,
      discards: 0,
      generated: [{ name: "yes", what: "boolean", distinct: 2 }],
    });
    const kinds = result.generated[0]?.kinds ?? [];
    expect(kinds.map(({ kind }) => kind).sort()).toEqual(["false", "true"]);
    expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBe(200);
  });

  it("stays unproven in a smoke run, which asks for no proof", async () => {
    const budget = searchBudgetFor("smoke", {});
    const { result, runs } = await tryInvariant({ yes: "boolean" }, () => held, {
      budget,
      tier: "smoke",
    });
    expect(runs).toHaveLength(20);
    expect(result).toMatchObject({
      demandsProof: false,
      verdict: {
        kind: "unproven",
        because: "undecided",
        reason: "20 runs found nothing; 200 are a proof, and a smoke run asks for none.",
      },
    });
    const few = searchBudgetFor("smoke", { runs: 5 });
    const asked = await tryInvariant({ yes: "boolean" }, () => held, {
      budget: few,
      tier: "smoke",
    });
    expect(asked.result.verdict.kind).toBe("proven");
  });

  it("stays unproven when time is up, with the runs that are missing", async () => {
    let atMs = 0;
    const { result } = await tryInvariant({ yes: "boolean" }, () => held, {
      now: () => (atMs += 1_000),
    });
    expect(result.verdict).toMatchObject({ kind: "unproven", because: "undecided" });
    expect(result.verdict.reason).toMatch(
      /^\d+ runs found nothing in 60 s, and \d+ more were to be made\. Where \d+ are enough, write @runs:\d+\.$/,
    );
  });

  it("keeps what is known when somebody stops it", async () => {
    const stop = new AbortController();
    const { result } = await tryInvariant(
      { yes: "boolean" },
      (_, at) => {
        if (at === 6) stop.abort();
        return held;
      },
      { signal: stop.signal },
    );
    expect(result).toMatchObject({
      runs: 7,
      verdict: { because: "undecided", reason: "7 runs found nothing; then it was stopped." },
    });
  });
});

describe("a failure that a repeat does not show", () => {
  it("is flaky, with both outcomes, and no counterexample", async () => {
    const { result } = await tryInvariant({ n: "integer from 5 to 9" }, (_, at) =>
      at === 5 ? accepted : held,
    );
    expect(result.counterexample).toBeUndefined();
    expect(result.verdict).toMatchObject({ kind: "unproven", because: "flaky" });
    expect(result.verdict.reason).toMatch(
      /^With n = \d it failed \(expected 422, but it was 201\) and held when the same was repeated/,
    );
  });

  it("is none where the values that were found first do show it", async () => {
    let smaller = 0;
    // Fails for 900 and more always, and once for anything less.
    const { result } = await tryInvariant(
      { n: "integer from 0 to 1000" },
      ([n = 0]) => {
        if (n >= 900) return accepted;
        if (n < 100 && smaller++ === 0) return accepted;
        return held;
      },
      { seed: 3 },
    );
    expect(["refuted", "unproven"]).toContain(result.verdict.kind);
    if (result.verdict.kind === "refuted") {
      expect(Number(result.counterexample?.values[0]?.value)).toBeGreaterThanOrEqual(900);
    } else expect(result.verdict.because).toBe("flaky");
  });
});

describe("an invariant that says nothing", () => {
  it("is vacuous without an `any` step, and without a check", async () => {
    const none = await tryInvariant({}, () => held);
    expect(none.result.verdict).toMatchObject({
      because: "vacuous",
      reason: expect.stringContaining("None of its steps makes a value up"),
    });
    const unchecked = await tryInvariant({ yes: "boolean" }, () => held, { hasCheck: false });
    expect(unchecked.result.verdict).toMatchObject({
      because: "vacuous",
      reason: expect.stringContaining("Nothing is checked"),
    });
    expect([...none.runs, ...unchecked.runs]).toEqual([]);
  });

  it("is vacuous where nearly all inputs are discarded, with the rate", async () => {
    const discarded = failedWith(new DiscardedValues("not wanted"));
    const { result, runs } = await tryInvariant({ n: "integer from 1 to 1000000" }, ([n = 0]) =>
      n === 77_777 ? held : discarded,
    );
    expect(result.verdict).toMatchObject({ kind: "unproven", because: "vacuous" });
    expect(result.verdict.reason).toMatch(/^Of \d+ generated inputs, \d+ \(100 %\) were discarded/);
    expect(result.discards).toBe(runs.length);
  });

  it("counts discards where enough is left", async () => {
    const discarded = failedWith(new DiscardedValues("not wanted"));
    const { result } = await tryInvariant({ yes: "boolean" }, ([yes]) => (yes ? held : discarded));
    expect(result.verdict.kind).toBe("proven");
    expect(result.runs).toBe(200);
    expect(result.discards).toBeGreaterThan(50);
    expect(result.verdict.reason).toContain(`${result.discards} more were discarded`);
    expect(result.generated[0]?.distinct).toBe(1);
  });
});

it("says of a mistaken story that it is mistaken, and nothing of the product", async () => {
  const { result, runs } = await tryInvariant({ n: "integer" }, () =>
    failedWith(new StoryError('Nothing is remembered as "d".')),
  );
  expect(runs).toHaveLength(1);
  expect(result.verdict).toEqual({
    kind: "unproven",
    because: "story-mistaken",
    reason: 'The story is mistaken: Nothing is remembered as "d".',
  });
});

describe("a counterexample of an earlier run", () => {
  const known = [{ id: "52b9ba64", values: ["b@b.bb", "bbbbbbbbbbb"], seed: 7 }];

  it("is tried first, and twice, and ends the search where it fails still", async () => {
    const { result, runs } = await tryInvariant(sign, offByOne, { known });
    expect(runs).toEqual([known[0]?.values, known[0]?.values]);
    expect(result).toMatchObject({
      verdict: { kind: "refuted" },
      known: [{ id: "52b9ba64", state: "still-failing" }],
      counterexample: {
        origin: "known",
        seed: 7,
        values: [{ value: "b@b.bb" }, { value: "bbbbbbbbbbb" }],
      },
    });
  });

  it("is mended where it holds, flaky where it does both, outdated where the steps are others", async () => {
    const mended = await tryInvariant(sign, () => held, { known });
    expect(mended.result).toMatchObject({
      verdict: { kind: "proven" },
      known: [{ state: "mended" }],
    });
    expect(mended.runs).toHaveLength(201);
    const flaky = await tryInvariant(sign, (_, at) => (at === 0 ? accepted : held), { known });
    expect(flaky.result).toMatchObject({
      verdict: { kind: "proven" },
      known: [{ state: "flaky" }],
    });
    const outdated = await tryInvariant(sign, () => held, {
      known: [{ id: "x", values: undefined, seed: 1 }],
    });
    expect(outdated.result.known).toEqual([{ id: "x", state: "outdated" }]);
  });
});

describe("values with which the scenario's first run failed", () => {
  it("are the counterexample where the search finds none", async () => {
    const failedFirst = [123_456];
    const { result } = await tryInvariant(
      { n: "integer" },
      ([n]) => (n === 123_456 ? accepted : held),
      { failedFirst },
    );
    expect(result).toMatchObject({
      verdict: { kind: "refuted" },
      counterexample: { origin: "first-run", isSmallest: false, values: [{ value: 123_456 }] },
    });
  });

  it("are flaky where they hold when they are repeated", async () => {
    const { result } = await tryInvariant({ n: "integer" }, () => held, { failedFirst: [1] });
    expect(result.verdict).toMatchObject({
      kind: "unproven",
      because: "flaky",
      reason: expect.stringContaining("With n = 1 it failed (in the scenario's first run)"),
    });
  });
});
