// An invariant's result as lines for a console and an error: the rule, the smallest values, where it failed, and what
// repeats it. It knows nothing of secrets: whoever prints it takes them out.
import type { Counterexample, InvariantResult, NamedValue } from "./invariant-result.ts";
import { spellUnseen } from "./show-value.ts";

/** `proven    @invariant  It held for 200 generated inputs.  seed 42`, and the rest of a reason that has more lines. */
export function showInvariantLines({ verdict, seed }: InvariantResult): readonly string[] {
  const [first = "", ...rest] = verdict.reason.split("\n");
  return [
    `${verdict.kind.padEnd(8)}  @invariant  ${first}  seed ${seed}`,
    ...rest.map((line) => `  ${line}`),
  ];
}

/** The header and the row, as they would stand below `Examples:`. */
export function showExamples(
  values: readonly NamedValue[],
  longest = Number.POSITIVE_INFINITY,
): readonly [string, string] {
  const cells = values.map(
    ({ name, value, shown }) => [name, cutCell(escapeCell(cellOf(value, shown)), longest)] as const,
  );
  const widths = cells.map(([name, cell]) => Math.max(name.length, cell.length));
  const row = (at: 0 | 1) =>
    `| ${cells.map((pair, column) => pair[at].padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [row(0), row(1)];
}

/** A text stands without quotes where gherkin gives it back as it is. */
function cellOf(value: unknown, shown: string): string {
  if (typeof value !== "string") return shown;
  const isSeen = spellUnseen(value) === value && !/\p{Cc}/u.test(value);
  const isPlain = isSeen && value !== "" && value.trim() === value && !value.startsWith('"');
  return isPlain ? value : shown;
}

function escapeCell(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("|", "\\|");
}

function cutCell(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, "")}… (${text.length} characters)`;
}

/** Of what nobody reads to its end the file of the counterexample has the rest. */
const longestCell = 200;

export function listCounterexample(counterexample: Counterexample): readonly string[] {
  const { values, step, message, origin, seed, path } = counterexample;
  return [
    `${titles[origin]}:`,
    ...showExamples(values, longestCell).map((line) => `  ${line}`),
    ...(step === undefined ? [] : [`It fails at: ${step}`]),
    ...message
      .trim()
      .split("\n")
      .slice(0, 12)
      .map((line) => `  ${line}`),
    ...tellSize(counterexample),
    `Seed ${seed}${path === undefined || path === "" ? "" : `, path ${path}`}`,
  ];
}

const titles: Readonly<Record<Counterexample["origin"], string>> = {
  search: "The smallest counterexample",
  known: "A known counterexample, still failing",
  "first-run": "The values of the first run",
};

function tellSize({ origin, isSmallest, shrinks, shrinkRuns }: Counterexample): readonly string[] {
  if (origin === "known") return [];
  if (!isSmallest) return ["There may be a smaller one: it was not made as small as can be."];
  return [`Made smaller ${shrinks} times, in ${shrinkRuns} runs.`];
}
