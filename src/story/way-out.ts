// What would be right at a line that gherkin does not take: a keyword it nearly is, a colon that is missing,
// another language, a place where it may stand.
import { distance } from "fastest-levenshtein";
import type { Dialect } from "./gherkin.ts";
import type { Expectation } from "./gherkin-words.ts";
import { type Dialects, dialectOf } from "./language-problem.ts";

/** One sentence; the first advice that fits. */
export function adviseOnLine(context: Expectation): string {
  const { lines, line } = context;
  const text = (lines[line - 1] ?? "").trim();
  const dialect = dialectOf(lines, context.file);
  return (
    (dialect === undefined ? undefined : adviseOnKeyword(text, dialect, context)) ??
    adviseOnArgument(text, context) ??
    (dialect === undefined ? undefined : adviseOnSpelling(text, dialect)) ??
    adviseOnLanguage(text, context) ??
    adviseOnText(context, dialect)
  );
}

const titles = [
  "feature",
  "background",
  "rule",
  "scenario",
  "scenarioOutline",
  "examples",
] as const;
const stepWords = ["given", "when", "then", "and", "but"] as const;

/** A keyword in its right spelling, where it may not stand. */
function adviseOnKeyword(
  text: string,
  dialect: Dialect,
  { expected }: Expectation,
): string | undefined {
  const title = titles.find((kind) => dialect[kind].some((word) => text.startsWith(`${word}:`)));
  if (expected.includes("FeatureLine") && title !== undefined) {
    return `Write "${dialect.feature[0]}:" with a name above it: a file begins with its feature.`;
  }
  if (title === "feature") return "A file holds one feature: move this one to a file of its own.";
  if (title === "background") {
    return "Write the background once, before the first scenario of its feature or rule.";
  }
  if (title === "examples") return "Write examples below the steps of the scenario they belong to.";
  const isStep = stepWords.some((kind) => dialect[kind].some((word) => text.startsWith(word)));
  if (!isStep) return undefined;
  return expected.includes("FeatureLine")
    ? `Write "${dialect.feature[0]}:" and "${dialect.scenario.at(-1)}:" with a name each above the steps.`
    : "Write the steps above the examples, or begin a new scenario for them.";
}

function adviseOnArgument(text: string, { expected }: Expectation): string | undefined {
  const isTable = text.startsWith("|");
  if (!isTable && !/^(?:"""|```)/.test(text)) return undefined;
  if (expected.includes("FeatureLine")) return "Write the feature, a scenario and a step above it.";
  return expected.includes("StepLine")
    ? "A step has one table or one doc string: give the second to a step of its own."
    : "Write it below the step or the examples it belongs to.";
}

/** `Szenario` without colon, `Scenaro:`, `Gven I am`. */
function adviseOnSpelling(text: string, dialect: Dialect): string | undefined {
  const words = titles.flatMap((kind) => dialect[kind]);
  const bare = words.find((word) =>
    new RegExp(`^${escapePattern(word)}(?:\\s|$)`, "iu").test(text),
  );
  if (bare !== undefined) return `Write "${bare}:", with a colon.`;
  const [head = ""] = text.split(/[:\s]/, 1);
  const title = text.includes(":") ? nearest(text.slice(0, text.indexOf(":")), words) : undefined;
  if (title !== undefined) return `Write "${title}:", if that is meant.`;
  const steps = stepWords.flatMap((kind) => dialect[kind]).map((word) => word.trim());
  const step = nearest(head.replace(/^@/, ""), steps);
  return step === undefined ? undefined : `Write "${step}", if a step is meant.`;
}

/** One letter off, two in a longer word, or letters in another order; a capital letter too much is none. */
function nearest(written: string, words: readonly string[]): string | undefined {
  const wanted = written.trim().toLowerCase();
  const ranked = words
    .filter((word) => word !== "*")
    .map((word) => ({ word, letters: countWrong(word.toLowerCase(), wanted) }))
    .sort((a, b) => a.letters - b.letters);
  const best = ranked[0];
  const allowed = wanted.length < 3 ? 0 : wanted.length < 5 ? 1 : 2;
  return best !== undefined && best.letters <= allowed ? best.word : undefined;
}

function countWrong(word: string, written: string): number {
  const sort = (text: string) => [...text].sort().join("");
  return word !== written && sort(word) === sort(written) ? 1 : distance(word, written);
}

/** The language that has most of the file's keywords, if it has this one. */
function adviseOnLanguage(text: string, { lines, file }: Expectation): string | undefined {
  const own = dialectOf(lines, file);
  const able = Object.entries(file.dialects).filter(
    ([, dialect]) => dialect !== own && beginsWithKeyword(text, dialect),
  );
  const [best] = able
    .map(([code, dialect]) => ({ code, dialect, lines: countKeywords(lines, dialect) }))
    .sort((a, b) => b.lines - a.lines);
  if (best === undefined) return undefined;
  return `Write "# language: ${best.code}" in the first line if this is ${best.dialect.name}.`;
}

/** Enough to tell languages apart, and quick with 80 of them. */
const linesToCompare = 200;

function countKeywords(lines: readonly string[], dialect: Dialects[string]): number {
  const texts = lines.slice(0, linesToCompare).map((line) => line.trim());
  return texts.filter((text) => beginsWithKeyword(text, dialect)).length;
}

function beginsWithKeyword(text: string, dialect: Dialect): boolean {
  return (
    titles.some((kind) => dialect[kind].some((word) => text.startsWith(`${word}:`))) ||
    stepWords.some((kind) =>
      dialect[kind].some((word) => word.trim() !== "*" && text.startsWith(word)),
    )
  );
}

function adviseOnText({ expected }: Expectation, dialect: Dialect | undefined): string {
  if (expected.includes("FeatureLine")) {
    return "Begin the file with its feature, or take it out of the feature files if it is none.";
  }
  const step = dialect?.given.find((word) => word.trim() !== "*")?.trim() ?? "Given";
  return expected.includes("StepLine")
    ? `Begin the line with a keyword such as ${step}, or with # if it is a remark; a description stands above the first step.`
    : "Begin the line with # if it is a remark; a description stands directly below the heading it belongs to.";
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
