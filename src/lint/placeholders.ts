// Placeholders of outlines, `<amount>`, in all texts in which cucumber puts the values of a row. Markup is none.
import { distance } from "fastest-levenshtein";
import type { Scenario, Step } from "../story/story.ts";
import { ownSteps } from "../story/walk.ts";

export interface PlaceholderText {
  readonly text: string;
  /** Of the step or of the scenario's name: what stands in a table or doc string is somewhere below it. */
  readonly line: number;
  /** Column of the text, from 1; absent where a row or a line of it is meant. */
  readonly column?: number;
  readonly mediaType?: string | undefined;
}

/** The texts of an outline that may hold placeholders: those without `<` are left out. */
export function* listPlaceholderTexts(scenario: Scenario): Generator<PlaceholderText, void> {
  if (scenario.title.includes("<")) yield { text: scenario.title, line: scenario.line };
  for (const step of ownSteps(scenario)) {
    if (step.text.includes("<")) {
      yield { text: step.text, line: step.line, column: step.textColumn };
    }
    yield* listInArgument(step);
  }
}

function* listInArgument({ argument, line }: Step): Generator<PlaceholderText, void> {
  if (argument === undefined) return;
  const docString = argument.kind === "text" ? argument : argument.text;
  if (docString?.content.includes("<") || docString?.mediaType?.includes("<")) {
    const { content, mediaType } = docString;
    yield { text: `${mediaType ?? ""}\n${content}`, line, mediaType };
  }
  if (argument.kind !== "table") return;
  for (const text of argument.rows.flat()) if (text.includes("<")) yield { text, line };
}

export interface Placeholder {
  readonly name: string;
  /** Of its `<`, from 0. */
  readonly at: number;
}

const looksLike = /<(\p{L}[\p{L}\p{N}_ .-]*)>/gu;
/** Names of elements that nobody gives to a column; `<code>` and `<title>` may well be columns. */
const element =
  /^(?:a|b|body|br|div|em|h[1-6]|head|hr|html|i|iframe|img|li|ol|p|script|span|strong|svg|table|tbody|td|th|thead|tr|u|ul)$/i;

/** What looks like a placeholder and is no markup: no element of a page, nothing that is closed, no `List<String>`. */
export function findPlaceholders({ text, mediaType }: PlaceholderText): readonly Placeholder[] {
  if (/xml|html/i.test(mediaType ?? "") || /<[?!]/.test(text)) return [];
  return [...text.matchAll(looksLike)].flatMap((match) => {
    const [, name = ""] = match;
    const isMarkup = element.test(name) || text.includes(`</${name}`);
    const isGeneric = /[\p{L}\p{N}]$/u.test(text.slice(0, match.index)) && /^\p{Lu}/u.test(name);
    return isMarkup || isGeneric ? [] : [{ name, at: match.index }];
  });
}

/** The column that was probably meant: a third of the letters may be wrong, or their case. */
export function nearestColumn(name: string, columns: readonly string[]): string | undefined {
  const [best] = columns
    .map((column) => ({ column, far: distance(column.toLowerCase(), name.toLowerCase()) }))
    .toSorted((a, b) => a.far - b.far);
  return best !== undefined && best.far * 3 <= name.length ? best.column : undefined;
}
