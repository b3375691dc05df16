// Values that are one amount: `600`, `99.9%`, `30s`, `42`. None of them takes an operator.
import { readDuration } from "./duration.ts";
import type { MeasureKey } from "./known-keys.ts";
import { isWithin, limits } from "./limits.ts";
import { type Piece, right, show, withRightRepair, wrong } from "./mistake.ts";
import { readNumber, shiftDecimals } from "./number.ts";
import { readShare } from "./share.ts";
import { exampleValue } from "./tag-example.ts";
import { readWhole, type ValueReading } from "./value-reading.ts";

/** rpm = count ; from 1 to 6,000,000 starts a minute. */
export function readRate(text: string): ValueReading {
  const piece = withoutOperator(text, "a rate is what is offered", readRateText);
  return readWhole("rpm", text, piece, (perMinute) => ({ kind: "rpm", perMinute }));
}

const perUnit =
  /^(\d+(?:\.\d+)?)(?:(?:\/|per)?(s|sec|second)|(?:\/|per)?(min|minute)|(?:\/|per)?(h|hour)|(rps)|rpm)$/i;

function readRateText(text: string): Piece<number> {
  const example = exampleValue("rpm");
  const [, digits, second, minute, hour, rps] = perUnit.exec(text) ?? [];
  const isTime = /\d(?:s|min|h)$/.test(text);
  if (digits === undefined || isTime) return readCountText(text, example, limits.perMinute);
  const aMinute = second !== undefined || rps !== undefined ? 60 : hour !== undefined ? 1 / 60 : 1;
  const repair = String(Math.ceil(Number((Number(digits) * aMinute).toPrecision(12))));
  const message = `a rate is a plain number of starts a minute${minute === undefined ? "" : ", without unit"}`;
  const piece: Piece<number> = wrong(message, repair);
  return withRightRepair(piece, (one) => readCountText(one, example, limits.perMinute), example);
}

/** availability = share ; above 0 and at most 100 %. */
export function readAvailability(text: string): ValueReading {
  const piece = withoutOperator(text, "availability is the least share that succeeds", (share) => {
    const example = exampleValue("availability");
    return withRightRepair(readAvailableShare(share), readAvailableShare, example);
  });
  return readWhole("availability", text, piece, (share) => ({ kind: "availability", share }));
}

/** `0.999` and `1`, as programs write shares: with a mere % behind it, the gate would demand next to nothing. */
const fraction = /^(?:0\.\d*[1-9]\d*|1(?:\.0+)?)$/;

function readAvailableShare(text: string): Piece<number> {
  const example = exampleValue("availability");
  if (fraction.test(text)) return wrong("the share has no %", `${shiftDecimals(text, 2)}%`);
  const piece = readShare(text, example);
  if (piece.kind === "wrong" || isWithin(piece.value, limits.availableShare)) return piece;
  return wrong("a share of 0% demands nothing", example);
}

/** hold = duration ; */
export function readHold(text: string): ValueReading {
  const piece = withoutOperator(text, "hold says how long to measure at most", (time) =>
    readDuration(time, exampleValue("hold")),
  );
  return readWhole("hold", text, piece, (durationMs) => ({ kind: "hold", durationMs }));
}

/** samples, warmup, runs = count ; seed = [ "-" ] , count ; */
export function readCount(key: Exclude<MeasureKey, "hold">, text: string): ValueReading {
  const piece = withoutOperator(text, `${key} is one number`, (count) =>
    readCountText(count, exampleValue(key), limits[key]),
  );
  return readWhole(key, text, piece, (value) =>
    key === "seed" ? { kind: key, seed: value } : { kind: key, count: value },
  );
}

interface Range {
  readonly minimum: number;
  readonly maximum: number;
}

function readCountText(text: string, example: string, range: Range): Piece<number> {
  const read = (one: string): Piece<number> => readAnyCount(one, example, range);
  return withRightRepair(read(text), read, example);
}

function readAnyCount(text: string, example: string, range: Range): Piece<number> {
  if (/^\d+(?:\.\d+)?(?:ms|s|min|h)$/.test(text)) {
    const message = `${show(text)} is a time, and a number is wanted; a time is for @hold:`;
    return wrong(message, example);
  }
  const piece = readNumber(text, example);
  if (piece.kind === "wrong") return piece;
  if (!Number.isInteger(piece.value) || text.includes(".")) {
    return wrong("a whole number is wanted", String(Math.round(piece.value)));
  }
  if (isWithin(piece.value, range)) return right(piece.value, text);
  const message = `a number from ${range.minimum} to ${range.maximum} is wanted`;
  return wrong(message, piece.value > range.maximum ? String(range.maximum) : example);
}

function withoutOperator<T>(
  text: string,
  message: string,
  read: (text: string) => Piece<T>,
): Piece<T> {
  const operator = /^[<>=≤≥]+/.exec(text)?.[0] ?? "";
  if (operator === "") return read(text);
  const rest = read(text.slice(operator.length));
  const repair = rest.kind === "right" ? rest.text : rest.repair;
  const span = { start: 0, length: operator.length };
  return wrong(`${message}, so no ${operator} stands before it`, repair, span);
}
