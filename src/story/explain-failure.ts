// What gherkin throws, in words a person understands, with what would be right. It knows gherkin's sentences.
import type { ReadingProblem } from "./feature-reading.ts";
import type { Dialect } from "./gherkin.ts";
import { describeExpected, type Expectation, quote } from "./gherkin-words.ts";
import { languageProblem } from "./language-problem.ts";
import { adviseOnLine } from "./way-out.ts";

export interface FailedFile {
  readonly uri: string;
  readonly text: string;
  /** Gherkin's name of the language of files that name none. */
  readonly language: string;
  readonly dialects: Readonly<Record<string, Dialect>>;
}

/** A problem without its file. */
export type Problem = Omit<ReadingProblem, "uri">;

interface GherkinError {
  readonly message: string;
  readonly location?: { readonly line: number; readonly column?: number };
}

/** Every problem that the error tells of, in the order of the file; at least one. */
export function explainFailure(error: unknown, file: FailedFile): readonly ReadingProblem[] {
  const lines = file.text.split(/\r?\n/);
  // Nothing else can be told of a file whose words are not known.
  const language = languageProblem(lines, file);
  const problems = language === undefined ? explainErrors(error, lines, file) : [language];
  return problems.map((problem) => ({ uri: file.uri, ...problem }));
}

function explainErrors(
  error: unknown,
  lines: readonly string[],
  file: FailedFile,
): readonly Problem[] {
  const binary = lines.findIndex((line) => line.includes("\0"));
  if (binary >= 0) return [explainBinary(lines, binary)];
  const errors = (error as { readonly errors?: readonly GherkinError[] }).errors ?? [error];
  const explained = (errors as readonly GherkinError[]).map((one) => explainOne(one, lines, file));
  // Of a line with a wrong tag, gherkin also says that it fits nowhere.
  const tagLines = new Set(explained.flatMap(({ isTag, line }) => (isTag ? line : [])));
  return explained
    .filter(({ isTag, line }) => isTag || !tagLines.has(line))
    .map(({ isTag, ...problem }) => problem)
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

function explainBinary(lines: readonly string[], index: number): Problem {
  return {
    line: index + 1,
    column: (lines[index] ?? "").indexOf("\0") + 1,
    message: "this is no text: it holds a zero byte",
    wayOut: "Save the file as UTF-8, or take it out of the feature files.",
  };
}

function explainOne(
  { message, location }: GherkinError,
  lines: readonly string[],
  file: FailedFile,
): Problem & { readonly isTag: boolean } {
  // Behind a last line without line break there is no other one to point at.
  const line = Math.min(location?.line ?? 1, lines.length);
  const place = { line, column: location?.column || 1 };
  const text = message.replace(/^\(-?\d+:-?\d+\): /, "");
  const isTag = text.startsWith("A tag may not contain");
  return { ...place, isTag, ...explainText(text, { lines, line, file, isTag }) };
}

interface Place {
  readonly lines: readonly string[];
  readonly line: number;
  readonly file: FailedFile;
  readonly isTag: boolean;
}

function explainText(
  text: string,
  { lines, line, file, isTag }: Place,
): Pick<Problem, "message" | "wayOut"> {
  if (isTag) return explainTag(lines[line - 1] ?? "");
  const [, counts] = /^inconsistent cell count within the table: (.*)$/.exec(text) ?? [];
  if (counts !== undefined) return explainCells(counts);
  const [, isEnd, tokens] = /^(unexpected end of file, )?expected: ([#\w, ]+)/.exec(text) ?? [];
  if (tokens === undefined) return explainUnknown(text);
  const expected = [...tokens.matchAll(/#(\w+)/g)].flatMap(([, name]) => name ?? []);
  const context = { lines, line, expected, file };
  if (isEnd !== undefined) return explainEnd(context);
  const message = `expected ${describeExpected(context)}, got ${quote(lines[line - 1] ?? "")}`;
  return { message, wayOut: adviseOnLine(context) };
}

function explainEnd(context: Expectation): Pick<Problem, "message" | "wayOut"> {
  if (!context.expected.includes("Other")) {
    const message = `the file ends where ${describeExpected(context)} must follow`;
    return { message, wayOut: "Write what the tags belong to below them, or take the tags away." };
  }
  const opened = context.lines.findLastIndex((line) => /^\s*(?:"""|```)/.test(line));
  const mark = (context.lines[opened] ?? "").trim().slice(0, 3);
  return {
    message: `the file ends inside the doc string of line ${opened + 1}`,
    wayOut: `Close it with a line ${mark}.`,
  };
}

function explainTag(lineText: string): Pick<Problem, "message" | "wayOut"> {
  const bare = lineText.split(/\s#/, 1)[0] ?? "";
  const spaced = (bare.match(/@[^@]*/g) ?? [])
    .map((tag) => tag.trim())
    .find((tag) => /\s/.test(tag));
  const tag = spaced ?? lineText.trim();
  return {
    message: `a tag holds no spaces: ${quote(tag)}`,
    // One with a value is to lose its spaces, a name to keep its words apart.
    wayOut: `Write ${tag.replace(/\s+/g, tag.includes(":") ? "" : "-")}, or @ before each of the tags, or # before what is a remark.`,
  };
}

function explainCells(counts: string): Pick<Problem, "message" | "wayOut"> {
  const [expected = "", got = ""] = counts.split(", ");
  const cells = (count: string) => `${count} ${count === "1" ? "cell" : "cells"}`;
  return {
    message: `this row has ${cells(got)}, the first row of the table ${cells(expected)}`,
    wayOut: `Give each row ${cells(expected)}, empty ones as "| |"; a | inside a cell is written \\|.`,
  };
}

/** What no gherkin known to us says: better in its own words than not at all. */
function explainUnknown(text: string): Pick<Problem, "message" | "wayOut"> {
  return { message: text, wayOut: "Write what cucumber can read; its parser said this." };
}
