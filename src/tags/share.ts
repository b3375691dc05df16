// Shares in percent: `1%`, `99.9%`.
import { type Piece, right, show, withRightRepair, wrong } from "./mistake.ts";
import { readNumber, shiftDecimals } from "./number.ts";

/** share = number , "%" ; from 0 to 100. The value is from 0 to 1. */
export function readShare(text: string, example: string): Piece<number> {
  return withRightRepair(readAny(text, example), (repair) => readAny(repair, example), example);
}

function readAny(text: string, example: string): Piece<number> {
  if (text === "") return wrong("the share is missing", example);
  const [, digits = "", unit = ""] = /^([-+\p{Nd}.,_'’]*)(.*)$/su.exec(text) ?? [];
  if (digits === "") return wrong(`${show(text)} is not a share such as ${example}`, example);
  const number = readNumber(digits, "");
  const repair = `${number.kind === "right" ? digits : number.repair}%`;
  const span = { start: digits.length, length: unit.length };
  if (unit === "") return wrong("the share has no %", repair);
  if (unit !== "%") return wrong(`a share is in %, and ${show(unit)} is not`, repair, span);
  if (number.kind === "wrong") {
    return wrong(number.message, repair, { start: 0, length: digits.length });
  }
  const value = shiftDecimals(digits, -2);
  return value >= 0 && value <= 1
    ? right(value, text)
    : wrong("a share is from 0% to 100%", example);
}
