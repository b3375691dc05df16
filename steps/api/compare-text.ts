// Compares a body's text with a text, or with a table of texts.
import type { DataTable } from "@cucumber/cucumber";
import { equalTo } from "../../src/checks/equality.ts";
import { judgeValue } from "../../src/checks/judgement.ts";
import { containing, matching } from "../../src/checks/parts.ts";
import { parsePattern } from "../../src/checks/pattern.ts";
import type { Predicate } from "../../src/checks/predicate.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import type { Comparison } from "./answer-parameters.ts";
import { nameOf, partValue, type ResponsePart } from "./response-part.ts";
import { failWith, failWithAll } from "./response-values.ts";

/** "Match" takes a regular expression, "contain" a piece, the others the whole. */
export function compareText(
  world: StoryWorld,
  part: ResponsePart,
  comparison: Comparison,
  expected: string,
): void {
  const { value } =
    part.kind === "path"
      ? partValue(world.lastResponse, part)
      : { value: world.lastResponse.text() };
  const tidy = isXml(world, part) && comparison.exact ? withoutBlanks : (text: string) => text;
  const predicate = predicateFor(comparison, tidy(expected));
  const { negated } = comparison;
  // A doc string has no line break at its end, and a body often has.
  const actual =
    comparison.exact && typeof value === "string" ? tidy(value.replace(/\r?\n$/, "")) : value;
  failWith(judgeValue({ predicate, negated }, actual, nameOf(part), "text"));
}

function isXml({ lastResponse }: StoryWorld, { kind }: ResponsePart): boolean {
  return kind !== "path" && /\bxml\b/i.test(lastResponse.header("content-type") ?? "");
}

/** Between tags they only make XML readable. */
function withoutBlanks(xml: string): string {
  return xml.replace(/>\s+</g, "><").trim();
}

function predicateFor({ exact, matches }: Comparison, expected: string): Predicate {
  const operand = { value: exact ? expected.replace(/\r?\n$/, "") : expected, isText: true };
  if (exact) return equalTo(operand, false);
  if (!matches) return containing(operand, false);
  const parsed = parsePattern(expected);
  if (parsed.kind === "ok") return matching(parsed.pattern);
  throw new StoryError(`This is not a regular expression: ${parsed.message}`);
}

const oneColumnWanted =
  "This sentence looks for pieces of text, one in each row of a table of one column.\n" +
  "For rows of a JSON list, write: the response should contain the rows:\n" +
  "For fields and their values, write: the response should have values:";

/** Each cell of the table is a piece of the body's text, or none of them is. */
export function demandTexts(world: StoryWorld, { negated }: Comparison, table: DataTable): void {
  const text = world.lastResponse.text();
  // With a second column it reads like rows and their fields, which pieces of text would not show.
  if (table.raw().some((row) => row.length > 1)) throw new StoryError(oneColumnWanted);
  const wanted = table.raw().map(([cell = ""]) => world.resolve(cell));
  failWithAll(
    wanted.map((value) => {
      const predicate = containing({ value, isText: true }, false);
      return judgeValue({ predicate, negated }, text, "the response body", "text");
    }),
  );
}
