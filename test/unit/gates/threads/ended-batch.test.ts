import { expect, test } from "vitest";
import type { JourneyRun } from "../../../../src/gates/journey-run.ts";
import {
  BatchReader,
  BatchWriter,
  type EndedBatch,
} from "../../../../src/gates/threads/ended-batch.ts";
import type { EndedStart } from "../../../../src/measure/open-loop.ts";
import { completed, failed } from "../products.ts";

function ended(index: number, run?: JourneyRun): EndedStart<JourneyRun> {
  const times = {
    intendedAtMs: index * 10,
    startedAtMs: index * 10 + 1,
    endedAtMs: index * 10 + 5,
  };
  const outcome =
    run === undefined
      ? ({ kind: "unfinished" } as const)
      : ({ kind: "fulfilled", value: run } as const);
  return { index, ...times, latencyMs: 5, outcome };
}

/** As a message is posted. */
function posted(batch: EndedBatch): EndedBatch {
  return structuredClone(batch, { transfer: [batch.rows.buffer as ArrayBuffer] });
}

function travel(...runs: readonly EndedStart<JourneyRun>[]) {
  const writer = new BatchWriter();
  for (const run of runs) writer.add(run, 1_000);
  return { writer, read: new BatchReader().read(posted(writer.take())) };
}

test("journeys arrive with their times, in the time that all share", () => {
  const run: JourneyRun = {
    ...completed(3),
    steps: [
      { text: "I search", durationMs: 1.25 },
      { text: "I see it", durationMs: 1.75 },
    ],
  };
  const { read } = travel(ended(0, completed(2)), ended(1, run));
  expect(read.map(({ index }) => index)).toEqual([0, 1]);
  expect(read[1]).toMatchObject({
    intendedAtMs: 1_010,
    startedAtMs: 1_011,
    endedAtMs: 1_015,
    latencyMs: 5,
    outcome: { value: { kind: "completed", actionTimeMs: 3, steps: run.steps } },
  });
});

test("of failures the first of each kind arrives in full, the others with their times", () => {
  const hang: JourneyRun = {
    kind: "timed-out",
    deadlineMs: 500,
    step: "I wait",
    actionTimeMs: 500,
    steps: [],
    exchanges: [],
  };
  const cause = Object.assign(new Error("no stock"), { unsendable: () => {} });
  const { read, writer } = travel(
    ended(0, { ...failed("no stock"), error: cause } as JourneyRun),
    ended(1, { ...failed("no stock"), actionTimeMs: 7 } as JourneyRun),
    ended(2, hang),
    ended(3),
  );
  const [first, second, third, fourth] = read.map(({ outcome }) => outcome);
  expect(first).toMatchObject({
    kind: "fulfilled",
    value: { kind: "failed", step: "I order", exchanges: [{ response: { status: 500 } }] },
  });
  expect((first as { value: { error: Error } }).value.error).toBeInstanceOf(Error);
  expect(second).toMatchObject({
    value: { kind: "failed", error: { message: "no stock", stack: cause.stack }, actionTimeMs: 7 },
  });
  expect(third).toMatchObject({ value: { kind: "timed-out", deadlineMs: 500, step: "I wait" } });
  expect(fourth).toEqual({ kind: "unfinished" });
  // It is known by now, and only counted.
  writer.add(ended(4, failed("no stock")), 0);
  expect(writer.take().failures).toEqual([]);
});

test("failures of a later batch are found among those of the earlier ones", () => {
  const writer = new BatchWriter();
  const reader = new BatchReader();
  const messages = [["one"], ["two", "one"]].map((kinds) => {
    for (const kind of kinds) writer.add(ended(0, failed(kind)), 0);
    return reader
      .read(posted(writer.take()))
      .map(({ outcome }) => (outcome as { value: { error: Error } }).value.error.message);
  });
  expect(messages).toEqual([["one"], ["two", "one"]]);
});

test("exchanges of a few journeys arrive without what they contain, and of the others it is said that they are left out", () => {
  const request = {
    method: "GET",
    url: "http://shop/items",
    headers: [["cookie", "a=b"]] as const,
  };
  const exchange = {
    actor: "I",
    request: { ...request, body: "x" },
    startedAtMs: 0,
    durationMs: 2,
  };
  const run = { ...completed(1), exchanges: [exchange] } as JourneyRun;
  const { read } = travel(...Array.from({ length: 12 }, (_, index) => ended(index, run)));
  const values = read.map(({ outcome }) => (outcome as { value: JourneyRun }).value);
  expect(values[9]?.exchanges).toEqual([
    { ...exchange, request: { method: "GET", url: "http://shop/items", headers: [] } },
  ]);
  expect(values[9]?.hasExchangesLeftOut).toBeUndefined();
  expect(values[10]).toMatchObject({ exchanges: [], hasExchangesLeftOut: true });
});
