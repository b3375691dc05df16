import { describe, expect, it } from "vitest";
import { budgetFor, readMeasureLimits } from "../../../src/gates/budget.ts";
import { claimsFrom } from "../../../src/gates/claim.ts";
import { Failures } from "../../../src/gates/failures.ts";
import { showRate, showShare, showTime, showValue } from "../../../src/gates/quantity.ts";
import { failed, gatesOf } from "./products.ts";

function limitsOf(...names: string[]) {
  return readMeasureLimits(names.map((name) => ({ name }) as never));
}

describe("claimsFrom", () => {
  it("says what share of journeys may break each gate", () => {
    const tags = [
      "@latency:p95<300ms",
      "@latency:p99.9<=1s",
      "@latency:max<2s",
      "@errors:<0.5%",
      "@availability:99.9%",
      "@inp:p75<200ms",
    ];
    expect(claimsFrom(gatesOf(...tags))).toMatchObject([
      { allowedShare: 0.05, bound: { limit: 300, isInclusive: false } },
      { allowedShare: 0.001, bound: { limit: 1_000, isInclusive: true } },
      { allowedShare: 0 },
      { allowedShare: 0.005, isImplied: false },
      { allowedShare: 0.001 },
      { allowedShare: 0.25 },
    ]);
  });

  it("adds errors below 1 % where no gate is about failures, and nothing without gates", () => {
    expect(claimsFrom(gatesOf("@rpm:600"))).toMatchObject([
      { kind: "rpm", perMinute: 600 },
      { kind: "errors", text: "errors:<1%", isImplied: true, allowedShare: 0.01 },
    ]);
    expect(claimsFrom(gatesOf("@availability:99%"))).toHaveLength(1);
    expect(claimsFrom([])).toEqual([]);
  });

  it("keeps a tag that cannot be read as what it is", () => {
    expect(claimsFrom(gatesOf("@latency:fast"))[0]).toMatchObject({ isUnreadable: true });
  });
});

describe("budgetFor", () => {
  it("lets tags say how much, the nearest of each, and smoke no more than its own", () => {
    const limits = limitsOf("@samples:50", "@hold:2min", "@warmup:0", "@samples:700", "@seed:7");
    expect(limits).toEqual({ samples: 700, holdMs: 120_000, warmUp: 0, seed: 7 });
    expect(budgetFor("full", limits)).toMatchObject({
      mostSamples: 700,
      mostMs: 120_000,
      leastHoldMs: 120_000,
      warmUp: 0,
      isHoldFixed: true,
    });
    expect(budgetFor("smoke", limits)).toMatchObject({
      demandsProof: false,
      mostSamples: 30,
      mostMs: 5_000,
    });
    expect(budgetFor("smoke", { samples: 5 }).mostSamples).toBe(5);
  });
});

describe("Failures", () => {
  it("takes failures that differ in ids for one kind, the most frequent first", () => {
    const failures = new Failures();
    failures.add(failed("timeout"), 1);
    failures.add(failed("order 10023 of a@b.example: no stock\nmore"), 2);
    failures.add(failed("order 10024 of c@d.example: no stock\nother"), 3);
    expect(failures.list()).toMatchObject([
      { title: "I order: order … of …: no stock", count: 2, journey: 2 },
      { title: "I order: timeout", count: 1, journey: 1 },
    ]);
  });

  it("keeps at most twenty kinds apart, and counts the others", () => {
    const failures = new Failures();
    for (let at = 0; at < 30; at += 1) failures.add(failed("x".repeat(at + 1)), at);
    expect(failures.list()).toHaveLength(21);
    expect(failures.list()[0]).toMatchObject({ title: "other failures", count: 10 });
  });

  it.each([
    ["duplicate key value violates unique constraint", 500],
    ["E11000 duplicate key error", 500],
    ["this address is already taken", 422],
    ["should be 201", 409],
  ])("suggests unique values for: %s (%i)", (message, status) => {
    const failures = new Failures();
    failures.add(failed(message, status), 1);
    expect(failures.list()[0]?.wayOut).toContain("{{unique.id}}");
  });
});

describe("quantities", () => {
  it("have a unit and no more digits than mean something", () => {
    expect([0.8234, 8.44, 212.4, 999.6, 1_240, 61_000].map(showTime)).toEqual([
      "0.82 ms",
      "8.44 ms",
      "212 ms",
      "1 s",
      "1.24 s",
      "61 s",
    ]);
    expect([0.05, 0.001, 1, 0].map(showShare)).toEqual(["5 %", "0.1 %", "100 %", "0 %"]);
    expect(showRate(59_999.7)).toBe("60,000/min");
    expect(showValue(0.0213, "1")).toBe("0.021");
  });
});
