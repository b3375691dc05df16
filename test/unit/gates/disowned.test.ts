// What a measurement that was made anew, or that a slow generator spoils, may still say; and what is asked of gates that
// nothing can prove.
import { describe, expect, test } from "vitest";
import type { GeneratorUse } from "../../../src/measure/generator-watch.ts";
import { calm, completed, failed, measure } from "./products.ts";

const heldUp: GeneratorUse = { ...calm, loopDelay: { p50Ms: 5, p99Ms: 45, maxMs: 90 } };

/** A generator that is too slow for a bound of 300 ms in its first rounds only. */
function slowAtFirst(rounds: number) {
  let round = 0;
  return () => {
    round += 1;
    const use = round <= rounds ? heldUp : calm;
    return { read: () => use, stop: () => use };
  };
}

describe("failures in a measurement that was made anew", () => {
  test("keep a proof of few failures back, and are told with their number", async () => {
    const { first, report } = await measure(
      ["@errors:<1%", "@latency:p95<300ms"],
      (at) => (at >= 100 && at < 120 ? failed("gone") : 2),
      { watch: slowAtFirst(1), limits: { samples: 600 } },
    );
    expect(first).toMatchObject({ gate: "errors:<1%", verdict: { kind: "unproven" } });
    expect(first?.verdict.reason).toMatch(
      /20 of [\d,]+ journeys failed before it was measured anew/,
    );
    expect(report.notes[0]).toMatch(/^Measured anew \([\d,]+ journeys before, 20 of them failed\)/);
    expect(report.failures[0]).toMatchObject({ count: 20 });
  });

  test("of which there were none keep nothing back", async () => {
    const { first } = await measure(["@errors:<1%"], () => 2, { watch: slowAtFirst(1) });
    expect(first).toMatchObject({ verdict: { kind: "proven" } });
  });
});

describe("a generator that is too slow", () => {
  const alwaysSlow = slowAtFirst(Number.POSITIVE_INFINITY);

  test("for the smallest bound is not for a larger one, and never for a layout shift", async () => {
    const vitals = { lcp: 40, cls: 0.3 };
    const { report } = await measure(
      ["@latency:p95<300ms", "@lcp:p75<2500ms", "@cls:p75<0.1"],
      () => ({ ...completed(2), vitals }),
      { watch: alwaysSlow },
    );
    const verdicts = report.results.map(({ kind, verdict }) => [kind, verdict.kind]);
    expect(verdicts.slice(0, 3)).toEqual([
      ["latency", "unproven"],
      ["lcp", "proven"],
      ["cls", "refuted"],
    ]);
  });

  test("hides no failures: they are told with the reason", async () => {
    const { first } = await measure(
      ["@latency:p95<300ms", "@errors:<90%"],
      (at) => (at % 2 === 0 ? failed("gone") : 2),
      { watch: alwaysSlow, limits: { samples: 40 } },
    );
    expect(first?.verdict.reason).toMatch(
      /The generator fell behind\. .* \d+ of \d+ journeys failed\.$/,
    );
  });
});

test("one failure at the very beginning refutes nothing", async () => {
  const { report } = await measure(["@latency:p95<300ms"], (at) => (at === 0 ? failed("gone") : 2));
  expect(report.results.map(({ gate, verdict }) => [gate, verdict.kind])).toEqual([
    ["latency:p95<300ms", "proven"],
    ["errors:<1%", "unproven"],
  ]);
});

describe("a gate that no number of samples proves", () => {
  test("is asked for a refutation only, and as long as the others take", async () => {
    const { report } = await measure(["@latency:max<300ms", "@latency:p95<300ms"], () => 2);
    expect(report.results.slice(0, 2)).toMatchObject([
      { gate: "latency:max<300ms", demandsProof: false, verdict: { kind: "unproven" } },
      { gate: "latency:p95<300ms", demandsProof: true, verdict: { kind: "proven" } },
    ]);
    expect(report.ended.kind).toBe("settled");
  });

  test("is refuted by what breaks it", async () => {
    const { first } = await measure(["@latency:max<300ms"], (at) => (at === 100 ? 400 : 2));
    expect(first).toMatchObject({ verdict: { kind: "refuted" } });
  });
});
