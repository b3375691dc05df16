// What `storyproof gaps` says of this project's own stories: each mark has a reason, and its words stand where it says.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { GapReport } from "../../src/gaps/gap-report.ts";

test("the words of every mark stand in the line that it names", () => {
  const command = ["--no-warnings", "--import", "./scripts/typescript.mjs", "src/cli/bin.ts"];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...command, "gaps", "--format", "json", "features"],
    { encoding: "utf8", maxBuffer: 100_000_000 },
  );
  expect([status, stderr]).toEqual([0, ""]);
  const { stories } = JSON.parse(stdout) as GapReport;
  const marks = stories.flatMap(({ uri, kinds }) =>
    kinds.flatMap((one) => ("marks" in one ? one.marks.map((mark) => ({ uri, mark })) : [])),
  );
  expect(marks.length).toBeGreaterThan(200);
  const wrong = marks.filter(({ uri, mark }) => !standsThere(uri, mark.line, mark.words));
  expect(wrong).toEqual([]);
  expect(marks.filter(({ mark }) => mark.signal.because === "")).toEqual([]);
});

/** A table or text below the step is part of it, and an outline's words are put together from its row. */
function standsThere(uri: string, line: number, words: string): boolean {
  const lines = readFileSync(uri, "utf8").split("\n");
  const place = lines.slice(line - 1, line + 12).join("\n");
  const pieces = words.split(/…|\n/).filter((piece) => piece.trim() !== "");
  if (/^\s*\|/.test(lines[line - 1] ?? "")) return pieces.length > 0;
  const flat = place.replace(/\s+/g, " ");
  return pieces.every((piece) => flat.includes(piece.trim().replace(/\s+/g, " ")));
}
