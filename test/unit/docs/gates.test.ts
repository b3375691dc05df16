// docs/gates.md tells budgets, sample numbers, limits and lines as the code has them.
import { expect, test } from "vitest";
import { budgetFor } from "../../../src/gates/budget.ts";
import { claimsFrom, isShareBased } from "../../../src/gates/claim.ts";
import type { GateResult } from "../../../src/gates/gate-result.ts";
import { confidence } from "../../../src/gates/gate-test.ts";
import { whole } from "../../../src/gates/quantity.ts";
import { showGateLine } from "../../../src/gates/show-gate-line.ts";
import { generatorLimits } from "../../../src/measure/judge-generator.ts";
import { countNeeded } from "../../../src/measure/share-claim.ts";
import { tiers } from "../../../src/tags/known-keys.ts";
import { readTagText } from "../../../src/tags/read-tag-text.ts";
import { readTags } from "../../../src/tags/read-tags.ts";
import { readPage, readTables } from "./markdown-page.ts";

const name = "docs/gates.md";
const page = readPage(name);

const seconds = (ms: number) => `${ms / 1000} s`;

test("the budget of each tier is the real one", () => {
  const columns =
    "tier|asks for|journeys at most|time at most|warm-up|nothing is decided before|a rate is held at least";
  const expected = tiers.map((tier) => {
    const budget = budgetFor(tier, {});
    return [
      `\`${tier}\``,
      budget.demandsProof ? "proof" : "a refutation",
      whole(budget.mostSamples),
      seconds(budget.mostMs),
      String(budget.warmUp),
      budget.leastSamples === 0
        ? "–"
        : `${budget.leastSamples} samples or ${seconds(budget.leastMs)}`,
      seconds(budget.leastHoldMs),
    ];
  });
  expect(readTables(name, columns.split("|"))).toEqual(expected);
  for (const tier of tiers) {
    const { warmUpMs, mostMs } = budgetFor(tier, {});
    expect(warmUpMs).toBe(mostMs / 5);
  }
  expect(page).toContain("ends after a\nfifth of the time");
});

test("a proof takes as many samples as the table says", () => {
  const rows = readTables(name, ["gate", "proven after"]);
  expect(rows.length).toBeGreaterThan(5);
  for (const [tags = "", told = ""] of rows) {
    for (const [, tag = ""] of tags.matchAll(/`(@[^`]+)`/g)) {
      const gate = readTags([
        { name: tag.replace("…", "1s"), level: "scenario", line: 1, column: 1 },
      ]);
      const claim = claimsFrom(gate.gates).find(({ isImplied }) => !isImplied);
      if (claim === undefined || !isShareBased(claim)) throw new Error(`${tag} is no such gate`);
      const { allowedShare } = claim;
      const needed = countNeeded({ allowedShare, confidence }, { samples: 0, excesses: 0 });
      expect(told.split(":")[0], tag).toBe(needed === undefined ? "never" : whole(needed));
    }
  }
});

test("every tag that it shows is right", () => {
  const tags = [
    ...page.matchAll(
      /@(?:latency|rpm|errors|availability|lcp|inp|cls|samples|hold|warmup|seed):[^\s`…]+/g,
    ),
  ];
  const whole = tags.map(([tag]) => tag).filter((tag) => !/[<:]$/.test(tag));
  expect(whole.length).toBeGreaterThan(20);
  for (const tag of whole) expect(readTagText(tag).kind, tag).toBe("known");
});

test("what a generator must keep is what is said of it", () => {
  expect(generatorLimits(100)).toEqual({
    loopDelayP99Ms: 10,
    startLatenessP99Ms: 10,
    lateShare: 0.001,
  });
  const { loopDelayP99Ms: least } = generatorLimits(1);
  const { loopDelayP99Ms: most } = generatorLimits(60_000);
  expect(page).toContain(
    `a tenth of each gate's bound at p99\n(at least ${least} ms, at most ${most} ms)`,
  );
  expect(page).toContain("at most 0.1 % of the starts");
});

const base: GateResult = {
  gate: "",
  kind: "latency",
  isImplied: false,
  demandsProof: true,
  verdict: { kind: "proven", reason: "" },
  samples: 0,
  excesses: 0,
  notes: [],
};
const load = {
  askedPerMinute: 600,
  offeredPerMinute: 601,
  achievedPerMinute: 601,
  heldMs: 37_600,
  startLatenessP99Ms: 0.4,
  droppedLate: 0,
  droppedFull: 0,
  unfinished: 0,
};

test("the console's lines look as they are shown", () => {
  const shown = [
    showGateLine({
      ...base,
      gate: "latency:p95<300ms",
      samples: 357,
      load,
      measured: { share: 0.95, value: 9.18, low: 8.31, high: 12.4, unit: "ms" },
    }),
    showGateLine({
      ...base,
      gate: "rpm:600",
      kind: "rpm",
      load,
      verdict: { kind: "proven", reason: "Held for 37.6 s: 377 journeys ended, 0 of them failed." },
    }),
    showGateLine({ ...base, gate: "errors:<1%", kind: "errors", samples: 377, load }),
    showGateLine({
      ...base,
      gate: "latency:p95<20ms",
      verdict: { kind: "refuted", reason: "" },
      samples: 43,
      excesses: 43,
      measured: { share: 0.95, value: 47.6, low: 46.9, unit: "ms" },
    }),
  ];
  for (const line of shown) expect(page).toContain(`\n  ${line}\n`);
});
