import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { GatesReport } from "../../../src/gates/gate-result.ts";
import { leaveGatesUnproven, measureGates } from "../../../src/gates/measure-gates.ts";
import { showGateLine } from "../../../src/gates/show-gate-line.ts";
import { seededRandom } from "../../../src/measure/seeded-random.ts";
import { VirtualClock } from "../measure/virtual-clock.ts";
import { atTheLimit, calm, completed, failed, gatesOf, measure, watchOf } from "./products.ts";

const p95 = "@latency:p95<300ms";

describe("a latency gate", () => {
  it("is proven within 80 samples where none is over it, after a warm-up", async () => {
    const { report, first } = await measure([p95], (at) => (at < 20 ? 500 : 100));
    expect(first).toMatchObject({
      gate: "latency:p95<300ms",
      verdict: {
        kind: "proven",
        reason: "0 of 74 journeys took 300 ms or more, at most 5 % may.",
      },
      demandsProof: true,
      samples: 74,
      excesses: 0,
      measured: { share: 0.95, value: 100, unit: "ms" },
    });
    expect(report.journeys).toEqual({ ended: 94, failed: 0, warmUp: 20 });
    expect(report.ended).toEqual({ kind: "settled" });
    expect(report.steps).toMatchObject([{ text: "I search", times: { count: 74 } }]);
  });

  it("is refuted within 10 samples where all are over it", async () => {
    const { first } = await measure([p95], () => 400);
    expect(first).toMatchObject({ verdict: { kind: "refuted" }, samples: 10, excesses: 10 });
  });

  it.each(Object.keys(atTheLimit))(
    "at the limit of a %s product decides wrongly in at most 5 %% each way",
    async (name) => {
      const verdicts = { proven: 0, refuted: 0, unproven: 0 };
      for (let seed = 1; seed <= 300; seed += 1) {
        const { first } = await measure([p95], atTheLimit[name]?.(seed) ?? (() => 0), {
          limits: { samples: 400, holdMs: 1e9 },
        });
        verdicts[first?.verdict.kind ?? "unproven"] += 1;
      }
      expect(verdicts.proven).toBeLessThanOrEqual(15);
      expect(verdicts.refuted).toBeLessThanOrEqual(15);
      expect(verdicts.unproven).toBeGreaterThan(0);
    },
  );

  it("takes at least 200 samples of a quick product, as far as two seconds go", async () => {
    expect((await measure([p95], () => 5)).first).toMatchObject({ samples: 200 });
    expect((await measure([p95], () => 20)).first).toMatchObject({ samples: 100 });
  });

  it("says at its cap how many samples are missing", async () => {
    const { first, report } = await measure([p95], () => 100, { limits: { samples: 60 } });
    expect(report.ended.kind).toBe("samples");
    expect(first).toMatchObject({ needed: 14, samples: 60 });
    expect(first?.verdict).toEqual({
      kind: "unproven",
      because: "undecided",
      reason:
        "0 of 60 journeys took 300 ms or more, at most 5 % may. 14 more without one would prove it. Measuring ended at its limit of 60 samples.",
    });
  });

  it("with max is refuted by one, and never proven", async () => {
    const limits = { samples: 50 };
    const calmly = await measure(["@latency:max<=1s"], () => 1_000, { limits });
    expect(calmly.first?.verdict.kind).toBe("unproven");
    expect(calmly.first?.verdict.reason).toContain("a percentile such as p99.9 can be proven");
    expect(calmly.first?.measured).toEqual({ share: 1, value: 1_000, unit: "ms" });
    const once = await measure(["@latency:max<=1s"], (at) => (at === 30 ? 1_001 : 10), { limits });
    expect(once.first?.verdict.kind).toBe("refuted");
  });
});

describe("several gates", () => {
  it("are answered by one measurement", async () => {
    const { report } = await measure(
      [p95, "@latency:p50<50ms", "@errors:<5%", "@lcp:p75<2.5s", "@cls:p75<0.1"],
      () => ({ ...completed(100), vitals: { lcp: 1_200, cls: 0.02 } }),
    );
    expect(report.results.map(({ gate, verdict }) => [gate, verdict.kind])).toEqual([
      ["latency:p95<300ms", "proven"],
      ["latency:p50<50ms", "refuted"],
      ["errors:<5%", "proven"],
      ["lcp:p75<2.5s", "proven"],
      ["cls:p75<0.1", "proven"],
    ]);
    expect(report.journeys.ended).toBe(94);
  });

  it("imply errors below 1 %, whose proof is not waited for", async () => {
    const { report } = await measure([p95], () => 100);
    expect(report.results[1]).toMatchObject({
      gate: "errors:<1%",
      isImplied: true,
      demandsProof: false,
      verdict: { kind: "unproven" },
    });
  });

  it("prove errors and availability that were asked for", async () => {
    const { report } = await measure(["@errors:<1%", "@availability:99%"], () => 10);
    expect(report.results.map(({ verdict, samples }) => [verdict.kind, samples])).toEqual([
      ["proven", 377],
      ["proven", 377],
    ]);
  });

  it("without the vital that is asked for end soon, and say so", async () => {
    const { report, first } = await measure(["@inp:p75<200ms"], () => 100);
    expect(report.journeys.ended).toBeLessThan(40);
    expect(first?.verdict).toMatchObject({ kind: "unproven" });
    expect(first?.verdict.reason).toMatch(/^No journey had an INP/);
  });
});

describe("a proof", () => {
  const line = (report: GatesReport, at = 0) => report.results[at]?.verdict;

  it("is lost where the product becomes slow while a rate is held on, and the rate with it", async () => {
    const told: string[] = [];
    const { report, clock } = await measure(
      [p95, "@rpm:600"],
      (at) => (at < 250 ? 50 + (at % 7) : 2_000 + (at % 7)),
      {
        limits: { holdMs: 60_000 },
        onProgress: ({ gates }) => {
          const gate = gates.find((one) => one.gate === "latency:p95<300ms");
          if (gate !== undefined && told.at(-1) !== gate.decision) told.push(gate.decision);
        },
      },
    );
    expect(clock.nowMs()).toBeGreaterThanOrEqual(60_000);
    expect(line(report)).toEqual({
      kind: "refuted",
      reason: expect.stringMatching(
        /^350 of 580 journeys took 300 ms or more, at most 5 % may\. It was proven after \d+ samples and broke the bound later\.$/,
      ),
    });
    expect(line(report, 1)?.reason).toBe("At 600/min latency:p95<300ms was refuted.");
    expect(told.slice(0, 3)).toEqual(["undecided", "proven", "undecided"]);
  });

  it("is lost where another gate needs more journeys", async () => {
    const { report } = await measure([p95, "@errors:<0.5%"], (at) => (at < 300 ? 20 : 350));
    expect(line(report)?.kind).not.toBe("proven");
    expect(line(report)?.reason).toContain("and broke the bound later.");
    expect(report.journeys.ended).toBeGreaterThan(300);
  });

  it("is undecided where some more are beyond it than may be, and says after which it was proven", async () => {
    const { report } = await measure([p95, "@errors:<0.5%"], (at) => (at > 660 ? 350 : 70), {
      limits: { samples: 740 },
    });
    expect(line(report)).toMatchObject({ kind: "unproven", because: "undecided" });
    expect(line(report)?.reason).toContain(
      "It was proven after 74 samples and broke the bound later.",
    );
  });
});

describe("who got nothing", () => {
  // For five seconds nobody is answered, so a thousand are under way and those who come find no place.
  const stalls = (at: number) => (at > 2_000 && at <= 3_000 ? 7_000 - at : 20);

  it("is beyond a bound and failed: starts that found no place count for each gate", async () => {
    const { report } = await measure(
      ["@latency:p50<300ms", "@rpm:60000", "@errors:<50%", "@availability:99%"],
      stalls,
      {
        limits: { holdMs: 10_000, samples: 100_000 },
      },
    );
    const [latency, rate, errors, available] = report.results;
    const full = latency?.load?.droppedFull ?? 0;
    expect(full).toBeGreaterThan(1_000);
    expect(latency?.verdict.kind).toBe("unproven");
    expect(latency?.verdict.reason).toContain(
      `${full.toLocaleString("en-US")} could not start, because too many others were under way. A proof has to hold even if each of them was beyond the bound.`,
    );
    expect(errors).toMatchObject({ verdict: { kind: "proven" }, samples: 10_000, excesses: full });
    expect(available?.verdict.kind).toBe("refuted");
    expect(rate?.verdict.kind).toBe("refuted");
  });

  it("has no INP: a proof has to hold with each of them beyond the bound", async () => {
    const withInp = (has: (at: number) => boolean) => (at: number) => ({
      ...completed(10),
      ...(has(at) && { vitals: { inp: 40 + (at % 9) } }),
    });
    const half = await measure(
      ["@inp:p75<200ms"],
      withInp((at) => at % 2 === 0),
    );
    expect(half.first?.verdict.kind).toBe("unproven");
    expect(half.first?.verdict.reason).toMatch(
      / (\d+) of \d+ journeys had no INP\. A proof has to hold even if each of them was beyond the bound\. More journeys like these would not prove it\.$/,
    );
    expect(half.report.journeys.ended).toBeLessThan(100);
    const few = await measure(
      ["@inp:p75<200ms"],
      withInp((at) => at % 20 !== 0),
    );
    expect(few.first?.verdict.kind).toBe("proven");
    expect(few.first?.verdict.reason).toMatch(
      /\. \d+ of \d+ journeys had no INP\. It is proven even if each of them was beyond the bound\.$/,
    );
  });
});

describe("a smoke run", () => {
  it("asks only whether it is refuted, in few samples", async () => {
    const { report, first } = await measure([p95], () => 5, { tier: "smoke" });
    expect(report.journeys.ended).toBe(33);
    expect(first).toMatchObject({ demandsProof: false, verdict: { kind: "unproven" } });
    expect(first?.verdict.reason).toContain("A smoke run asks only whether it is refuted");
    const slow = await measure([p95, "@latency:p99<1s"], () => 400, { tier: "smoke" });
    expect(slow.first?.verdict.kind).toBe("refuted");
    expect(slow.report.journeys.ended).toBe(12);
  });

  it("is over after seconds, whatever tags say", async () => {
    const { clock } = await measure([p95], () => 800, {
      tier: "smoke",
      limits: { samples: 500, holdMs: 60_000 },
    });
    expect(clock.nowMs()).toBeLessThanOrEqual(10_400);
  });

  it("measures more than a warm-up, whatever @warmup says", async () => {
    const quick = await measure([p95], () => 5, { tier: "smoke", limits: { warmUp: 200 } });
    expect(quick.report.journeys).toMatchObject({ ended: 60, warmUp: 30 });
    const slow = await measure([p95], () => 400, { tier: "smoke", limits: { warmUp: 200 } });
    expect(slow.report.journeys.warmUp).toBeLessThan(4);
    expect(slow.first?.verdict.kind).toBe("refuted");
  });
});

describe("a product that fails", () => {
  it("by dying in the middle is refuted by its errors, counted by kind with the first whole", async () => {
    const { report } = await measure([p95], (at) =>
      at < 60 ? 100 : failed("connect ECONNREFUSED"),
    );
    expect(report.results.map(({ verdict }) => verdict.kind)).toEqual(["unproven", "refuted"]);
    expect(report.results[0]?.verdict.reason).toContain("ended when errors:<1% was refuted");
    expect(report.results[0]?.samples).toBe(40);
    expect(report.failures).toHaveLength(1);
    expect(report.failures[0]).toMatchObject({
      title: "I order: connect ECONNREFUSED",
      journey: 61,
      count: report.journeys.failed,
      first: { kind: "failed", exchanges: [{ request: { method: "POST" } }] },
    });
    expect(report.failures[0]?.wayOut).toBeUndefined();
  });

  it("by slowing tenfold in the middle is refuted with what was measured", async () => {
    const { first } = await measure(["@latency:p95<100ms"], (at) => (at < 70 ? 20 : 200));
    expect(first?.verdict.kind).toBe("refuted");
    expect(first?.measured?.value).toBe(200);
  });

  it("by becoming slow after the warm-up is refuted before as many samples as it had time for until then", async () => {
    const { first, clock } = await measure(["@latency:p95<100ms"], (at) => (at < 20 ? 5 : 2_000));
    expect(first).toMatchObject({ verdict: { kind: "refuted" }, samples: 10 });
    expect(clock.nowMs()).toBeLessThan(21_000);
  });

  it("because things exist already is told of {{unique.*}}", async () => {
    const { report } = await measure([p95], (at) =>
      at === 0 ? 10 : failed(`expected 201, got 409 for order ${100_000 + at}`, 409),
    );
    expect(report.failures).toHaveLength(1);
    expect(report.failures[0]?.wayOut).toContain("{{unique.email}}");
  });

  it("by hanging ends by the limit, with the numbers until then", async () => {
    const clock = new VirtualClock();
    let at = 0;
    const report = await clock.during(
      measureGates({
        gates: gatesOf(p95),
        tier: "regression",
        signal: new AbortController().signal,
        clock,
        watch: watchOf(calm),
        replay: async () => {
          at += 1;
          // It does not heed the signal either.
          if (at > 50) return new Promise(() => undefined);
          clock.block(100);
          return completed(100);
        },
      }),
    );
    expect(clock.nowMs()).toBe(61_000);
    expect(report.ended).toEqual({ kind: "time", underWayMs: 56_000 });
    expect(report.results[0]).toMatchObject({
      samples: 30,
      needed: 44,
      verdict: { kind: "unproven" },
    });
    expect(report.results[0]?.verdict.reason).toContain("a journey under way for 56 s");
  });
});

describe("measuring", () => {
  it("keeps what was measured when it is stopped, and tells it at once", async () => {
    const stop = new AbortController();
    const told: GatesReport[] = [];
    const { report, first } = await measure(
      [p95],
      (at) => {
        if (at === 49) stop.abort();
        if (at === 49) expect(told).toHaveLength(1);
        return 100;
      },
      { signal: stop.signal, onStopped: (report) => told.push(report) },
    );
    expect(told[0]).toMatchObject({ ended: { kind: "aborted" }, journeys: { ended: 49 } });
    expect(report.ended).toEqual({ kind: "aborted" });
    expect(first).toMatchObject({ samples: 30, verdict: { kind: "unproven" } });
    expect(first?.verdict.reason).toContain("Measuring was stopped after 5 s");
  });

  it("by a starved generator is tried again, and decides nothing, neither way", async () => {
    const starved = { ...calm, loopDelay: { p50Ms: 30, p99Ms: 180, maxMs: 400 } };
    for (const product of [() => 100, () => 900]) {
      const { report, first } = await measure([p95, "@errors:<20%"], product, {
        watch: watchOf(starved),
      });
      expect(report.results.map(({ verdict }) => verdict.kind)).toEqual(["unproven", "unproven"]);
      expect(first?.verdict.reason).toMatch(/^The generator fell behind\. .*180 ms at p99/);
      expect(report.notes.length).toBeGreaterThan(0);
    }
  });

  it("anew after a hiccup of the generator decides", async () => {
    const starved = { ...calm, loopDelay: { p50Ms: 30, p99Ms: 180, maxMs: 400 } };
    let round = 0;
    const { report, first } = await measure([p95], () => 100, {
      watch: () => watchOf(round++ === 0 ? starved : calm)(),
    });
    expect(first).toMatchObject({ verdict: { kind: "proven" }, samples: 74 });
    expect(report.notes).toHaveLength(1);
  });

  it("tells how far it is", async () => {
    const told: unknown[] = [];
    await measure([p95], () => 100, { onProgress: (progress) => told.push(progress) });
    expect(told.at(-1)).toMatchObject({
      journeys: { warmUp: 20 },
      gates: [{ gate: "errors:<1%" }, { gate: "latency:p95<300ms", samples: 74 }],
    });
    expect(told.length).toBeLessThan(40);
  });

  it("does not begin for tags that say nothing, or for a scenario that failed", async () => {
    const { report, first } = await measure(["@latency:fast"], () => 1);
    expect(first?.verdict).toMatchObject({ kind: "unproven" });
    expect(report.journeys.ended).toBe(0);
    const given = { gates: gatesOf(p95), tier: "full" } as const;
    expect(leaveGatesUnproven(given, "The scenario failed.")[0]).toMatchObject({
      verdict: { kind: "unproven", reason: "The scenario failed." },
      demandsProof: true,
    });
  });
});

describe("a rate", () => {
  it("is proven when it was held, and with it the latency under it", async () => {
    const random = seededRandom(1);
    const { report, clock } = await measure(["@rpm:600", p95], () => 50 + 100 * random());
    expect(report.results.map(({ gate, verdict }) => [gate, verdict.kind])).toEqual([
      ["rpm:600", "proven"],
      ["latency:p95<300ms", "proven"],
      ["errors:<1%", "unproven"],
    ]);
    expect(report.results[0]?.load).toMatchObject({ askedPerMinute: 600, droppedFull: 0 });
    expect(report.results[1]?.load?.offeredPerMinute).toBeCloseTo(600, -2);
    expect(clock.nowMs()).toBeGreaterThanOrEqual(10_000);
    expect(clock.nowMs()).toBeLessThan(13_000);
  });

  it("alone is held as long as the tag says", async () => {
    const { first, clock } = await measure(["@rpm:60"], () => 20, { limits: { holdMs: 30_000 } });
    expect(first?.verdict).toEqual({
      kind: "proven",
      reason: "Held for 30 s: 30 journeys ended, 0 of them failed.",
    });
    expect(clock.nowMs()).toBe(30_000);
  });

  it("is refuted where a product of half the rate lets journeys pile up", async () => {
    const clock = new VirtualClock();
    let freeAtMs = 0;
    const report = await clock.during(
      measureGates({
        gates: gatesOf("@rpm:600"),
        tier: "regression",
        signal: new AbortController().signal,
        clock,
        watch: watchOf(calm),
        replay: async () => {
          const cameMs = clock.nowMs();
          freeAtMs = Math.max(cameMs, freeAtMs) + 200;
          await clock.sleep(freeAtMs - cameMs);
          return completed(freeAtMs - cameMs);
        },
        limits: { holdMs: 20_000 },
        patienceMs: 60_000,
      }),
    );
    expect(report.results[0]?.verdict.kind).toBe("refuted");
    expect(report.results[0]?.verdict.reason).toMatch(
      /^At 600\/min journeys piled up: \d+ were under way/,
    );
  });

  it("does not count the quick ones before the slow ones that started earlier", async () => {
    // A tenth takes 8 s: in the first 8 s only quick ones end, hundreds of them.
    const { report } = await measure(["@rpm:6000", p95], (at) => (at % 10 === 3 ? 8_000 : 20));
    expect(report.results[1]?.verdict.kind).toBe("refuted");
    expect(report.results[0]?.verdict.reason).toBe("At 6,000/min latency:p95<300ms was refuted.");
  });

  it("ends early where the product dies, and is refuted", async () => {
    const { report, clock } = await measure(["@rpm:600", p95], (at) =>
      at < 40 ? 20 : failed("gone"),
    );
    expect(report.results[0]?.verdict.kind).toBe("refuted");
    expect(clock.nowMs()).toBeLessThan(10_000);
  });

  it("that journeys hang at is refuted by what did not end", async () => {
    const { report } = await measure(["@rpm:600"], (at) => (at < 40 ? 20 : 1e9), {
      limits: { holdMs: 10_000 },
    });
    expect(report.results[0]?.verdict.kind).toBe("refuted");
    expect(report.failures[0]).toMatchObject({ count: report.journeys.failed });
    expect(report.results[0]?.load?.unfinished).toBe(60);
  });

  it("that the generator could not offer is unproven", async () => {
    const clock = new VirtualClock();
    const report = await clock.during(
      measureGates({
        gates: gatesOf("@rpm:600", p95),
        tier: "regression",
        signal: new AbortController().signal,
        clock,
        watch: watchOf(calm),
        replay: async () => {
          clock.block(150);
          return completed(1);
        },
        limits: { holdMs: 10_000 },
      }),
    );
    expect(report.results.map(({ verdict }) => verdict.kind)).toEqual([
      "unproven",
      "unproven",
      "unproven",
    ]);
    expect(report.results[0]?.verdict.reason).toContain("Starts were");
  });

  it("keeps what was measured when it is stopped", async () => {
    const stop = new AbortController();
    const told: GatesReport[] = [];
    const { report } = await measure(
      ["@rpm:600"],
      (at) => {
        if (at === 30) stop.abort();
        return 20;
      },
      { signal: stop.signal, onStopped: (report) => told.push(report) },
    );
    expect(told[0]?.results[0]?.verdict.reason).toContain("Measuring was stopped after");
    expect(report.results[0]?.verdict.kind).toBe("unproven");
    expect(report.results[0]?.verdict.reason).toContain("Measuring was stopped");
    expect(report.journeys.ended).toBeGreaterThan(20);
  });
});

describe("a load that one thread makes too late", () => {
  it("proves and refutes nothing in what is kept when it is stopped", async () => {
    const clock = new VirtualClock();
    const stop = new AbortController();
    const told: GatesReport[] = [];
    let at = 0;
    const report = await clock.during(
      measureGates({
        gates: gatesOf("@latency:p95<500ms", "@rpm:60000"),
        tier: "regression",
        limits: { holdMs: 60_000 },
        signal: stop.signal,
        clock,
        watch: watchOf(calm),
        onStopped: (kept) => told.push(kept),
        replay: async () => {
          clock.block(1.2);
          at += 1;
          if (at === 4_000) stop.abort();
          return completed(5);
        },
      }),
    );
    const kinds = ({ results }: GatesReport) => results.map(({ verdict }) => verdict.kind);
    expect(report.results[0]?.verdict.because).toBe("generator-starved");
    expect(told.map(kinds)).toEqual([kinds(report)]);
    expect(told[0]?.results[0]?.verdict.reason).toMatch(
      /^Measuring was stopped after .*, before it was known whether the load/,
    );
  });
});

describe("on the machine's clock", () => {
  it("measures journeys that wait, at a rate as well", async () => {
    const given = {
      tier: "smoke",
      signal: new AbortController().signal,
      watch: watchOf(calm),
      replay: async () => {
        await setTimeout(2);
        return completed(2);
      },
    } as const;
    const closed = await measureGates({ ...given, gates: gatesOf("@latency:p50<30s") });
    expect(closed.results[0]).toMatchObject({ verdict: { kind: "proven" }, samples: 6 });
    const limits = { holdMs: 300 };
    const paced = await measureGates({ ...given, gates: gatesOf("@rpm:6000"), limits });
    expect(paced.results[0]?.load).toMatchObject({ droppedFull: 0, unfinished: 0 });
    expect(paced.journeys.ended).toBeGreaterThan(5);
  });

  it("finds out by itself that the generator is starved", async () => {
    const report = await measureGates({
      gates: gatesOf("@latency:p50<100ms"),
      tier: "regression",
      signal: new AbortController().signal,
      limits: { warmUp: 0, samples: 15, holdMs: 1_500 },
      replay: async () => {
        await setTimeout(1);
        const endMs = performance.now() + 60;
        while (performance.now() < endMs);
        return completed(1);
      },
    });
    expect(report.results[0]?.verdict.kind).toBe("unproven");
    expect(report.results[0]?.verdict.reason).toContain("The generator fell behind.");
  });
});

describe("showGateLine", () => {
  it("is one line for each kind of gate", async () => {
    const slow = await measure([p95], () => 1_240);
    const ok = await measure(["@availability:99%", "@cls:p75<0.1"], () => ({
      ...completed(100),
      vitals: { cls: 0.0213 },
    }));
    const rate = await measure(["@rpm:60"], () => 20, { limits: { holdMs: 30_000 } });
    const lines = [...slow.report.results, ...ok.report.results, ...rate.report.results];
    expect(lines.map(showGateLine)).toEqual([
      "refuted   @latency:p95<300ms  p95 1.24 s (at least 1.24 s)  10 of 10 beyond",
      "unproven  @errors:<1% (implied)  0 of 19 journeys failed, at most 1 % may. 358 more without one would prove it. Measuring ended when the other gates were decided.",
      "proven    @availability:99%  100 % succeeded, 0 of 377 failed",
      "proven    @cls:p75<0.1  p75 0.021 (0.021 to 0.021)  0 of 357 beyond",
      "proven    @rpm:60  at 60/min  Held for 30 s: 30 journeys ended, 0 of them failed.",
      "unproven  @errors:<1% (implied)  at 60/min  0 of 30 journeys failed, at most 1 % may. 347 more without one would prove it. Measuring ended when the other gates were decided.",
    ]);
  });
});
