// A step with its argument as lines of Gherkin, without indentation.
import type { Dialect } from "./gherkin.ts";
import type { DocString, Step, StepArgument } from "./story.ts";

export function printStep({ keyword, text, argument }: Step, dialect: Dialect): readonly string[] {
  const line = printKeyword(keyword, text, dialect);
  return argument === undefined ? [line] : [line, ...printArgument(argument).map(indentMore)];
}

/** An empty line stays empty: gherkin takes no more away than there is. */
function indentMore(line: string): string {
  return line === "" ? "" : `  ${line}`;
}

/** Some keywords want a space behind them, some do not; with one more, no longer keyword begins the line. */
function printKeyword(keyword: string, text: string, dialect: Dialect): string {
  const { given, when, then, and, but } = dialect;
  const known = [...given, ...when, ...then, ...and, ...but];
  const written = known.find((word) => word.trim() === keyword) ?? `${keyword} `;
  const isTaken = known.some(
    (word) => word.length > written.length && `${written}${text}`.startsWith(word),
  );
  return isTaken ? `${written} ${text}` : `${written}${text}`;
}

function printArgument(argument: StepArgument): readonly string[] {
  if (argument.kind === "text") return printText(argument);
  const { rows, text } = argument;
  return [...printTable(rows), ...(text === undefined ? [] : printText(text))];
}

/** Every column as wide as its widest cell. */
export function printTable(rows: readonly (readonly string[])[]): readonly string[] {
  const escaped = rows.map((row) => row.map(escapeCell));
  const widths = (escaped[0] ?? []).map((_, column) =>
    escaped.reduce((most, row) => Math.max(most, (row[column] ?? "").length), 0),
  );
  return escaped.map((row) => {
    const cells = row.map((cell, column) => ` ${cell.padEnd(widths[column] ?? 0)} |`);
    return `|${cells.join("")}`;
  });
}

function escapeCell(cell: string): string {
  return cell.replace(/[\\|]/g, "\\$&").replaceAll("\n", "\\n");
}

const quotes = { mark: '"""', escaped: '\\"\\"\\"' } as const;
const ticks = { mark: "```", escaped: "\\`\\`\\`" } as const;
type Delimiter = typeof quotes | typeof ticks;

/** In quotes if they can hold it, else in backticks; what gherkin has read, one of them can. */
function printText({ content, mediaType = "" }: DocString): readonly string[] {
  const lines = content === "" ? [] : content.split("\n");
  const fit = [quotes, ticks].map((delimiter) => {
    const encoded = lines.map((line) => encode(line, delimiter));
    return encoded.every((line) => line !== undefined) ? { delimiter, encoded } : undefined;
  });
  const { delimiter, encoded } = fit[0] ?? fit[1] ?? { delimiter: quotes, encoded: lines };
  return [`${delimiter.mark}${mediaType}`, ...encoded, delimiter.mark];
}

/** Gherkin takes the first escaped mark of each line for the mark; undefined where that cannot give the line. */
function encode(line: string, { mark, escaped }: Delimiter): string | undefined {
  return [line, line.replace(mark, escaped)].find(
    (raw) => !raw.trimStart().startsWith(mark) && raw.replace(escaped, mark) === line,
  );
}
