// How a difference between two texts is told. Short ones stand side by side, long ones as a diff.
import { diffLines, diffWordsWithSpace } from "diff";
import { showValue } from "./shown-value.ts";

/** Longer texts than this are hard to compare side by side. */
const maxSideBySide = 80;
/** Lines, or characters on one line, that stay around a difference. */
const contextLines = 3;
const contextCharacters = 30;
const maxDifferenceLines = 60;
const maxLine = 1_000;
/** The diff gives up after this; then the two texts are shown beside each other, shortened. */
const diffTimeoutMs = 500;

/** "expected … to be 422, but it was 200". */
export function expectedButWas(expectation: string, actual: unknown): string {
  return `${expectation}, but ${actual === undefined ? "there is none" : `it was ${showValue(actual)}`}`;
}

/** Words for two texts that should be equal, to follow "expected it to"; undefined when side by side is best. */
export function tellDifference(expected: string, actual: string): string | undefined {
  if (Math.max(expected.length, actual.length) <= maxSideBySide && !/\n/.test(expected + actual)) {
    return undefined;
  }
  const body = /\n/.test(expected + actual)
    ? differenceByLine(expected, actual)
    : differenceByWord(expected, actual);
  return body;
}

function differenceByLine(expected: string, actual: string): string | undefined {
  // A last line without a line break is the same line: else it would stand there as changed, and look the same.
  const options = { timeout: diffTimeoutMs, ignoreNewlineAtEof: true };
  const changes = diffLines(expected, actual, options);
  if (changes === undefined) return undefined;
  if (changes.every(({ added, removed }) => !added && !removed)) {
    const found = actual.endsWith("\n") ? "with" : "without";
    return `be the expected text, but it was that text ${found} a line break at its end`;
  }
  const lines = changes.flatMap((change, at) => {
    const sign = change.added ? "+" : change.removed ? "-" : " ";
    const changed = change.value.replace(/\n$/, "").split("\n");
    const shown = sign === " " ? keepNear(changed, at === 0, at === changes.length - 1) : changed;
    return shown.map((line) => `  ${sign} ${showLine(line)}`);
  });
  return `be the expected text, but it differs (- expected, + found):\n${capLines(lines).join("\n")}`;
}

/** Of unchanged lines only those next to a change. */
function keepNear(lines: readonly string[], isFirst: boolean, isLast: boolean): readonly string[] {
  const head = isFirst ? 0 : contextLines;
  const tail = isLast ? 0 : contextLines;
  const left = lines.length - head - tail;
  if (left <= 1) return lines;
  return [...lines.slice(0, head), `… ${left} equal lines …`, ...lines.slice(lines.length - tail)];
}

function capLines(lines: readonly string[]): readonly string[] {
  if (lines.length <= maxDifferenceLines) return lines;
  return [
    ...lines.slice(0, maxDifferenceLines),
    `  … ${lines.length - maxDifferenceLines} more lines …`,
  ];
}

/** Makes visible what a person cannot see: carriage returns and other control characters. */
function showLine(line: string): string {
  const shown = line.length <= maxLine ? line : `${line.slice(0, maxLine)}…`;
  return JSON.stringify(shown).slice(1, -1).replaceAll('\\"', '"').replaceAll("\\\\", "\\");
}

function differenceByWord(expected: string, actual: string): string | undefined {
  const changes = diffWordsWithSpace(expected, actual, { timeout: diffTimeoutMs });
  if (changes === undefined) return undefined;
  const shown = changes.map((change, at) => {
    if (change.removed) return `[-${shorten(change.value)}-]`;
    if (change.added) return `{+${shorten(change.value)}+}`;
    return shortenEqual(change.value, at === 0, at === changes.length - 1);
  });
  return `be the expected text, but it differs ([-expected-] {+found+}):\n  ${showLine(shown.join(""))}`;
}

function shorten(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 200)}…`;
}

function shortenEqual(text: string, isFirst: boolean, isLast: boolean): string {
  const head = isFirst ? 0 : contextCharacters;
  const tail = isLast ? 0 : contextCharacters;
  if (text.length <= head + tail + 10) return text;
  return `${text.slice(0, head)}…${tail === 0 ? "" : text.slice(-tail)}`;
}
