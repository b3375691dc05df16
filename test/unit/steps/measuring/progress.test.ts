import { describe, expect, test } from "vitest";
import type { FailureKind } from "../../../../src/gates/failures.ts";
import type { GatesProgress } from "../../../../src/gates/gate-result.ts";
import {
  describeProgress,
  listFailureLines,
  listGateLines,
  MeasuringProgress,
} from "../../../../steps/measuring/progress.ts";

const progress: GatesProgress = {
  elapsedMs: 12_345,
  journeys: { ended: 1_340, failed: 2, warmUp: 20 },
  gates: [
    { gate: "latency:p95<300ms", decision: "undecided", samples: 1_320, excesses: 61, needed: 40 },
    { gate: "errors:<1%", decision: "proven", samples: 1_340, excesses: 2 },
  ],
};

function terminal(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, columns: 60, written, write: (text: string) => written.push(text) };
}

test("progress tells how far it is, and of gates that are not proven yet how they stand", () => {
  expect(describeProgress(progress)).toBe(
    "12.3 s, 1,340 journeys (2 failed); latency:p95<300ms 61 of 1,320, 40 more needed",
  );
});

describe("on a terminal", () => {
  test("one line is written over again and again, cut to its width, and wiped in the end", () => {
    const screen = terminal(true);
    const shown = new MeasuringProgress("Search", screen);
    shown.show(progress);
    shown.show(progress);
    shown.end("a.feature:3", ["proven    @latency:p95<300ms"]);
    expect(screen.written[0]).toHaveLength("\r\u001b[2K".length + 59);
    expect(screen.written.at(-1)).toBe(
      '\r\u001b[2Kstoryproof: gates of "Search" (a.feature:3)\n  proven    @latency:p95<300ms\n',
    );
  });
});

describe("elsewhere", () => {
  test("a line is written every ten seconds, and none is wiped", () => {
    const log = terminal(false);
    const shown = new MeasuringProgress("Search", log);
    for (const elapsedMs of [250, 9_000, 10_100, 15_000, 20_200]) {
      shown.show({ ...progress, elapsedMs });
    }
    expect(log.written.map((line) => line.slice(0, 45))).toEqual([
      'storyproof: measuring "Search": 10.1 s, 1,340',
      'storyproof: measuring "Search": 20.2 s, 1,340',
    ]);
    shown.end("a.feature:3", []);
    expect(log.written.at(-1)).toBe('storyproof: gates of "Search" (a.feature:3)\n');
  });
});

test("of a gate that cannot be measured the line is followed by what to do", () => {
  const reason = "It cannot be run again.\nKeep state in the World.";
  const result = {
    gate: "latency:p95<300ms",
    kind: "latency",
    isImplied: false,
    demandsProof: true,
    verdict: { kind: "unproven", reason },
    samples: 0,
    excesses: 0,
    notes: [],
  } as const;
  const other = { ...result, gate: "latency:p99<1s" };
  expect(listGateLines([result, other, { ...result, isImplied: true }])).toEqual([
    "unproven  @latency:p95<300ms  It cannot be run again.",
    "    Keep state in the World.",
    "unproven  @latency:p99<1s  For the same reason.",
  ]);
});

test("the most frequent failures are told, with what to do, and how many kinds more there are", () => {
  const run = { kind: "completed", actionTimeMs: 0, steps: [], exchanges: [] } as const;
  const kinds = [135, 20, 3, 2, 1].map((count) => {
    return { title: `kind ${count}`, count, journey: 1, first: run };
  });
  expect(
    listFailureLines([{ ...kinds[0], wayOut: "Do this." } as FailureKind, ...kinds.slice(1)]),
  ).toEqual([
    "135 ×  kind 135",
    "    Do this.",
    "20 ×  kind 20",
    "3 ×  kind 3",
    "2 more kinds of failure are in the report",
  ]);
});
