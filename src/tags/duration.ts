// Times as tags write them: `300ms`, `2.5s`, `1min`.
import { isWithin, limits } from "./limits.ts";
import { type Piece, right, show, withRightRepair, wrong } from "./mistake.ts";
import { readNumber, shiftDecimals } from "./number.ts";

const units = ["ms", "s", "min"] as const;
type Unit = (typeof units)[number];

const notAUnit = (unit: string): string => `${show(unit)} is not a unit: ms, s or min`;

/** duration = number , ( "ms" | "s" | "min" ) ; above 0, at most a day. In milliseconds. */
export function readDuration(text: string, example: string): Piece<number> {
  return withRightRepair(readAny(text, example), (repair) => readAny(repair, example), example);
}

function readAny(text: string, example: string): Piece<number> {
  if (text === "") return wrong("the time is missing", example);
  const [, digits = "", unit = ""] = /^([-+\p{Nd}.,_'’]*(?:e[-+]?\d+)?)(.*)$/su.exec(text) ?? [];
  if (digits === "") return wrong(`${show(text)} is not a time such as ${example}`, example);
  const number = readNumber(digits, example);
  const known = units.find((one) => one === unit);
  if (known === undefined) {
    const meant = number.kind === "right" ? digits : number.repair;
    return explainUnit(unit, { digits: meant, start: digits.length }, example);
  }
  if (number.kind === "wrong") {
    return wrong(number.message, number.repair + unit, { start: 0, length: digits.length });
  }
  const value = toMilliseconds(digits, known);
  if (isWithin(value, limits.durationMs)) return right(value, text);
  return value <= 0
    ? wrong("a time is above 0", text.replace(/^-/, ""))
    : wrong("a time is at most a day (1440min)", example);
}

function toMilliseconds(digits: string, unit: Unit): number {
  if (unit === "min") return Number((Number(digits) * 60_000).toPrecision(12));
  return unit === "s" ? shiftDecimals(digits, 3) : Number(digits);
}

const spellings: readonly (readonly [RegExp, unit: Unit])[] = [
  [/^(?:ms|msecs?|millis|milliseconds?)$/i, "ms"],
  [/^(?:s|secs?|seconds?)$/i, "s"],
  [/^(?:m|mins?|minutes?)$/i, "min"],
];

function explainUnit(
  unit: string,
  { digits, start }: { readonly digits: string; readonly start: number },
  example: string,
): Piece<number> {
  if (unit === "") {
    const message = "the time has no unit: ms, s or min";
    return wrong(message, digits + guessUnit(digits, example), { start: 0, length: start });
  }
  const span = { start, length: unit.length };
  const spelt = spellings.find(([spelling]) => spelling.test(unit))?.[1];
  // Nobody means 300 minutes for an answer.
  const meant = unit === "m" && guessUnit(digits, example) === "ms" ? "ms" : spelt;
  if (meant !== undefined) return wrong(notAUnit(unit), digits + meant, span);
  if (/^(?:h|hrs?|hours?)$/i.test(unit)) {
    return wrong("hours are written as minutes", `${Number(digits) * 60}min`, span);
  }
  if (/^(?:[µμu]s|micros|microseconds?)$/i.test(unit)) {
    return wrong("microseconds are a part of ms", `${shiftDecimals(digits, -3)}ms`, span);
  }
  return wrong(notAUnit(unit), example, span);
}

/** Nobody means 2 ms for a page, or 300 s for an answer. */
function guessUnit(digits: string, example: string): string {
  if (example.endsWith("ms")) return Number(digits) < 20 ? "s" : "ms";
  return example.replace(/^[\d.]+/, "");
}
