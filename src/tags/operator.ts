// `<` and `<=`: every bound of a gate is an upper one.
import { type Piece, right, show, wrong } from "./mistake.ts";

/** operator = "<" | "<=" ; the value says whether the limit itself is still within. */
export function readOperator(text: string): Piece<boolean> {
  if (text === "<") return right(false, text);
  if (text === "<=") return right(true, text);
  if (text === "") return wrong("< or <= is missing before the limit", "<");
  if (/^(?:>=|=>|≥)$/.test(text))
    return wrong("a bound is an upper one, so it begins with < or <=", "<=");
  if (text.includes(">")) return wrong("a bound is an upper one, so it begins with < or <=", "<");
  if (/^(?:=<|≤)$/.test(text)) return wrong(`${show(text)} is written <=`, "<=");
  return wrong(`${show(text)} is neither < nor <=`, "<");
}
