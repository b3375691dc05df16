// Numbers as tags write them, and what people write instead. It knows no units and no ranges.
import { type Piece, right, show, wrong } from "./mistake.ts";

const plain = /^-?\d+(?:\.\d+)?$/;

/** The text moved by so many decimal places, without the rounding that a multiplication brings: 99.9 by -2 is 0.999. */
export function shiftDecimals(text: string, places: number): number {
  return Number(`${text}e${places}`);
}

/** number = [ "-" ] , digit , { digit } , [ "." , digit , { digit } ] ; */
export function readNumber(text: string, example: string): Piece<number> {
  if (plain.test(text)) {
    const value = Number(text);
    return Number.isFinite(value)
      ? right(value, text)
      : wrong(`${show(text)} is larger than any number`, example);
  }
  if (text === "") return wrong("the number is missing", example);
  for (const [pattern, message, mend] of slips) {
    if (!pattern.test(text)) continue;
    const repair = mend(text);
    return wrong(message, plain.test(repair) ? repair : example);
  }
  return wrong(`${show(text)} is not a number`, example);
}

type Slip = readonly [RegExp, message: string, mend: (text: string) => string];

const slips: readonly Slip[] = [
  [
    /^\d{1,3}(?:[,_'’]\d{3})+$/,
    "thousands stand without a separator",
    (text) => text.replace(/[,_'’]/g, ""),
  ],
  [/^\d+,\d+$/, "decimals stand after a point", (text) => text.replace(",", ".")],
  [/^\.\d+$/, "a digit is missing before the point", (text) => `0${text}`],
  [/^\d+\.$/, "a digit is missing after the point", (text) => text.slice(0, -1)],
  [/^\+/, "a number stands without +", (text) => text.slice(1)],
  [/^\d+(?:\.\d+)?k$/i, "numbers are written out", (text) => expand(text.slice(0, -1), 3)],
  [/^\d+(?:\.\d+)?M$/, "numbers are written out", (text) => expand(text.slice(0, -1), 6)],
  [/^\d+(?:\.\d+)?e\+?\d$/i, "numbers are written out", (text) => expand(text, 0)],
  [/[^\P{Nd}0-9]/u, "digits are 0 to 9", () => ""],
];

function expand(text: string, places: number): string {
  return String(places === 0 ? Number(text) : shiftDecimals(text, places));
}
