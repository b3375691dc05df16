// Gherkin's names of what it expects, in the words of the file's own language.
import type { Dialect } from "./gherkin.ts";
import { dialectOf } from "./language-problem.ts";

export interface Expectation {
  readonly lines: readonly string[];
  /** From 1. */
  readonly line: number;
  /** Gherkin's names of the tokens, such as `StepLine`. */
  readonly expected: readonly string[];
  readonly file: {
    readonly language: string;
    readonly dialects: Readonly<Record<string, Dialect>>;
  };
}

/** `a step, "Scenario:" or a tag`, without what may stand anywhere: empty lines, comments, the end of the file. */
export function describeExpected(context: Expectation): string {
  const dialect = dialectOf(context.lines, context.file);
  // Below tags gherkin has looked ahead for a scenario, found none, and does not name it any more.
  const isBelowTags = context.expected.join() === "TagLine,RuleLine,Comment,Empty";
  const expected = [...context.expected, ...(isBelowTags ? ["ScenarioLine"] : [])];
  const words: Readonly<Record<string, string>> = {
    FeatureLine: keyword(dialect?.feature, "Feature"),
    RuleLine: keyword(dialect?.rule, "Rule"),
    BackgroundLine: keyword(dialect?.background, "Background"),
    // The first one is "Example" in most languages.
    ScenarioLine: keyword(dialect?.scenario.slice(-1), "Scenario"),
    ExamplesLine: keyword(dialect?.examples, "Examples"),
    StepLine: "a step",
    TagLine: "a tag",
    TableRow: "a table row",
    DocStringSeparator: "a doc string",
  };
  const order = Object.keys(words).filter((name) => expected.includes(name));
  return joinWords(order.flatMap((name) => words[name] ?? []));
}

function keyword(words: readonly string[] | undefined, english: string): string {
  // Some languages list the English word as well; their own comes first.
  return `"${(words?.[0] ?? english).trim()}:"`;
}

/** `a`, `a or b`, `a, b or c`. */
function joinWords(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

const longest = 60;

/** The text between quotes, fit to be shown: short, and with codes for what would steer a terminal. */
export function quote(text: string): string {
  const characters = [...text.trim()];
  const short =
    characters.length > longest ? `${characters.slice(0, longest).join("")}…` : characters.join("");
  return `"${short.replace(/\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, showCode)}"`;
}

function showCode(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
