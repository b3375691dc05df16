import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readMessageFile } from "../../../src/evidence/message-file.ts";
import { RunCollector } from "../../../src/evidence/run-collector.ts";
import { verdictsOf } from "./collect.ts";
import { makeRun } from "./make-run.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "storyproof-test-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const features = { "a.feature": "Feature: x\n  Scenario: line\u2028break 😀\n    Given b\n" };

function write(text: string): string {
  const path = join(folder, "messages.ndjson");
  writeFileSync(path, text);
  return path;
}

function toLines(run: ReturnType<typeof makeRun>): string {
  return run.map((envelope) => `${JSON.stringify(envelope)}\n`).join("");
}

it("reads a file of messages, however its lines end", async () => {
  const run = makeRun({ features });
  for (const text of [
    toLines(run),
    `\uFEFF${toLines(run)}\n`,
    toLines(run).trimEnd(),
    toLines(run).replaceAll("\n", "\r\n"),
  ]) {
    const collector = new RunCollector();
    expect(await readMessageFile(write(text), collector)).toEqual({
      messages: run.length,
      problems: [],
    });
    expect(verdictsOf(collector.finish())).toEqual(["line\u2028break 😀 proven"]);
  }
});

it("reads as much as there is of a file that was cut off anywhere", async () => {
  const bytes = Buffer.from(toLines(makeRun({ features })));
  const first = bytes.indexOf("\n");
  for (let length = first + 2; length < bytes.length; length += 97) {
    const path = join(folder, "cut.ndjson");
    writeFileSync(path, bytes.subarray(0, length));
    const collector = new RunCollector();
    const { problems, cutAtLine } = await readMessageFile(path, collector);
    expect(problems).toEqual([]);
    const lines = bytes.subarray(0, length).toString("latin1").split("\n").length;
    expect([lines, undefined]).toContain(cutAtLine);
    expect(collector.finish().run.interrupted).toBe(true);
  }
});

it("tells which lines are no messages", async () => {
  const text = `{"meta":{}}\nnot json\n[1]\n{"a":1,"b":2}\n{"testCase":{}}\n{"fromTheFuture":{}}\n`;
  const { messages, problems } = await readMessageFile(write(text), new RunCollector());
  expect(messages).toBe(2);
  expect(problems).toEqual([
    { line: 2, text: "not json", problem: "it is not JSON of an object" },
    { line: 3, text: "[1]", problem: "it is not JSON of an object" },
    { line: 4, text: '{"a":1,"b":2}', problem: "it is JSON, but no cucumber message" },
    {
      line: 5,
      text: '{"testCase":{}}',
      problem: 'its "testCase" lacks what such a message holds',
    },
  ]);
});

it("gives up early on a file that is something else", async () => {
  const { problems } = await readMessageFile(write("no\n".repeat(1000)), new RunCollector());
  expect(problems).toHaveLength(5);
});
