import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { runReport } from "../../../src/cli/report.ts";
import { expectToMatchSchema } from "../evidence/collect.ts";
import { makeRun, type RunPlan } from "../evidence/make-run.ts";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "storyproof-test-"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const features = {
  "a.feature": "Feature: Shop\n  Scenario: one\n    Given a\n  Scenario: two\n    Given it fails\n",
};

function save(name: string, plan: Partial<RunPlan>): void {
  const run = makeRun({ features, ...plan });
  writeFileSync(join(cwd, name), run.map((one) => `${JSON.stringify(one)}\n`).join(""));
}

async function report(...args: string[]) {
  const written = { stdout: "", stderr: "" };
  const sink = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
    },
  });
  const io = { cwd, stdout: sink("stdout"), stderr: sink("stderr") };
  const code = await runReport(args, io);
  return { code, ...written };
}

it("prints Markdown when no file is asked for", async () => {
  save("run.ndjson", {});
  const { code, stdout, stderr } = await report("run.ndjson");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^## ✅ The story is proven\n/);
  expect(stderr).toBe("");
});

it("writes what is asked for, folders included, and says where", async () => {
  save("run.ndjson", { outcome: (text) => (text === "it fails" ? "FAILED" : "PASSED") });
  const targets = ["--html", "out/t.html", "--json", "out/t.json", "--markdown", join(cwd, "t.md")];
  const { code, stdout, stderr } = await report("run.ndjson", ...targets);
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: "",
    stderr: "storyproof: 1 proven, 1 refuted · out/t.html, out/t.json, t.md\n",
  });
  const json = JSON.parse(readFileSync(join(cwd, "out/t.json"), "utf8"));
  expectToMatchSchema(json, "truth-report");
  expect(json.verdict).toBe("refuted");
  expect(readFileSync(join(cwd, "out/t.html"), "utf8")).toMatch(/^<!doctype html>/);
  expect(readFileSync(join(cwd, "t.md"), "utf8")).toContain("❌");
});

it("puts shards and re-runs together in any order", async () => {
  save("1.ndjson", { selects: ({ name }) => name === "one", startSeconds: 100 });
  save("2.ndjson", {
    selects: ({ name }) => name === "two",
    outcome: () => "FAILED",
    startSeconds: 100,
  });
  save("3.ndjson", { selects: ({ name }) => name === "two", startSeconds: 200 });
  const orders = [
    ["1.ndjson", "2.ndjson", "3.ndjson"],
    ["3.ndjson", "2.ndjson", "1.ndjson"],
  ];
  for (const files of orders) expect((await report(...files)).stdout).toContain("**2 proven**");
  expect((await report("2.ndjson", "1.ndjson")).stdout).toContain("**1 proven, 1 refuted**");
});

it("makes a report of a file that was cut off, and says so", async () => {
  save("run.ndjson", {});
  const text = readFileSync(join(cwd, "run.ndjson"), "utf8");
  writeFileSync(join(cwd, "run.ndjson"), text.slice(0, -40));
  const { code, stdout, stderr } = await report("run.ndjson");
  expect(code).toBe(0);
  expect(stderr).toMatch(/^storyproof: run\.ndjson:\d+ is cut off; the run was stopped there\.\n$/);
  expect(stdout).toContain("The run stopped before its end");
});

it("names every file and line that holds no messages, all at once", async () => {
  save("good.ndjson", {});
  writeFileSync(join(cwd, "empty.ndjson"), "");
  writeFileSync(join(cwd, "wrong.json"), '{\n  "a": 1\n}\n');
  mkdirSync(join(cwd, "folder"));
  await expect(
    report("good.ndjson", "missing.ndjson", "empty.ndjson", "wrong.json", "folder"),
  ).rejects.toThrow(
    [
      "missing.ndjson: there is no such file",
      "empty.ndjson: the file is empty",
      "wrong.json:1: this line is no cucumber message: it is not JSON of an object",
      "  {",
      "  ^",
      "wrong.json:2: this line is no cucumber message: it is not JSON of an object",
      '    "a": 1',
      "  ^",
      "wrong.json:3: this line is no cucumber message: it is not JSON of an object",
      "  }",
      "  ^",
      "folder: that is a folder",
      "Name files that cucumber wrote with --format message:FILE.",
    ].join("\n"),
  );
});

it("explains itself, and what is missing or unknown", async () => {
  expect((await report("--help")).stdout).toMatch(/^Usage: storyproof report FILE/);
  await expect(report()).rejects.toThrow("no message file was named");
  await expect(report("a", "--htm", "x")).rejects.toThrow("Did you mean --html?");
});

it("says why a report could not be written", async () => {
  save("run.ndjson", {});
  writeFileSync(join(cwd, "file"), "");
  await expect(report("run.ndjson", "--html", "file/t.html")).rejects.toThrow(
    /the report could not be written to .*t\.html \(E\w+\)\.\n {2}A file stands where a folder should be/,
  );
});
