// Tag expressions of cucumber, parsed once, in which `@key:*` and `@key:` stand for any value of a key.
import { parse } from "@cucumber/tag-expressions";

export interface TagExpression {
  readonly text: string;
  /** The tags that it speaks of. */
  readonly literals: ReadonlySet<string>;
  /** Given the names of tags, as TagNames makes them. */
  readonly matches: (names: string[]) => boolean;
}

export type TagExpressionReading =
  | { readonly kind: "read"; readonly expression: TagExpression }
  /** Why not, with a pointer below the place. */
  | { readonly kind: "wrong"; readonly problem: string };

/** Reads an expression such as `@risk:high and not (@smoke or @wip)`. */
export function readTagExpression(text: string): TagExpressionReading {
  const mistake = findMistake(text);
  if (mistake !== undefined) return wrong(text, mistake);
  try {
    const node = parse(text);
    const literals = new Set(split(text).map(({ word }) => word));
    return {
      kind: "read",
      expression: { text, literals, matches: (names) => node.evaluate(names) },
    };
  } catch (error) {
    return wrong(text, { at: 0, length: text.length, message: (error as Error).message });
  }
}

interface Mistake {
  readonly at: number;
  readonly length: number;
  readonly message: string;
}

function wrong(text: string, { at, length, message }: Mistake): TagExpressionReading {
  const pointer = `${" ".repeat(at)}^${"~".repeat(Math.max(length - 1, 0))}`;
  return { kind: "wrong", problem: `${message}\n${text}\n${pointer}` };
}

interface Token {
  readonly word: string;
  readonly at: number;
}

function split(text: string): readonly Token[] {
  const tokens = text.matchAll(/[()]|(?:\\.|[^\s()\\])+/gs);
  return [...tokens].map(({ 0: word, index }) => ({ word, at: index }));
}

/** The library says that something is wrong, but not where. */
function findMistake(text: string): Mistake | undefined {
  const open: Token[] = [];
  let wantsOperand = true;
  for (const token of split(text)) {
    const { word, at } = token;
    const found = (message: string) => ({ at, length: word.length, message });
    if (wantsOperand) {
      if (word === "not") continue;
      if (word === "(") open.push(token);
      else if (word === ")" || word === "and" || word === "or") return found("a tag is missing");
      else if (!word.startsWith("@")) return found(`a tag begins with @: @${word}`);
      else wantsOperand = false;
    } else if (word === ")") {
      if (open.pop() === undefined) return found("this parenthesis was never opened");
    } else if (word === "and" || word === "or") wantsOperand = true;
    else return found('"and" or "or" is missing');
  }
  const last = open.at(-1);
  if (wantsOperand) return { at: text.length, length: 1, message: "a tag is missing" };
  return last && { at: last.at, length: 1, message: "this parenthesis is never closed" };
}
