// Kinds of value that have a name: what `be a uuid` and the placeholder `#uuid` ask. One table for both.
import { fullFormats } from "ajv-formats/dist/formats.js";
import { readNumber } from "./numbers.ts";
import { outcomeOf, type Predicate, type Source } from "./predicate.ts";

export type Kind =
  | "string"
  | "number"
  | "integer"
  | "boolean"
  | "array"
  | "object"
  | "uuid"
  | "email"
  | "date"
  | "datetime"
  | "url";

/** No address, date or id is longer; the formats' patterns are not made for more. */
const maxFormatLength = 2_048;

const tests: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number" && Number.isFinite(value),
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === "boolean",
  array: (value) => Array.isArray(value),
  object: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  uuid: ofFormat("uuid"),
  email: ofFormat("email"),
  date: (value) => ofFormat("date")(value) || isDateTime(value) || isHttpDate(value),
  datetime: (value) => isDateTime(value) || isHttpDate(value),
  url: isUrl,
};

const isDateTime = ofFormat("iso-date-time");

/** True when the value is of that kind; typed kinds are read from text where the source has no types. */
export function isOfKind(value: unknown, kind: Kind, source: Source = "data"): boolean {
  return tests[kind](source === "text" && typeof value === "string" ? readAs(value, kind) : value);
}

function readAs(text: string, kind: Kind): unknown {
  if (kind === "number" || kind === "integer") return readNumber(text);
  if (kind === "boolean") return /^\s*(?:true|false)\s*$/.test(text) ? true : text;
  return text;
}

function ofFormat(name: keyof typeof fullFormats): (value: unknown) => boolean {
  const format = fullFormats[name];
  return (value) => {
    if (typeof value !== "string" || value.length > maxFormatLength) return false;
    if (format instanceof RegExp) return format.test(value);
    if (typeof format !== "object" || !("validate" in format)) return false;
    const { validate } = format;
    if (validate instanceof RegExp) return validate.test(value);
    return typeof validate === "function" && (validate as (text: string) => boolean)(value);
  };
}

/** "Tue, 15 Nov 1994 08:12:31 GMT", as HTTP writes it (RFC 9110, 5.6.7). */
function isHttpDate(value: unknown): boolean {
  return typeof value === "string" && value.length === 29 && !Number.isNaN(Date.parse(value))
    ? new Date(value).toUTCString() === value
    : false;
}

function isUrl(value: unknown): boolean {
  return (
    typeof value === "string" && /^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(value) && URL.canParse(value)
  );
}

export function ofKind(kind: Kind, words: string): Predicate {
  return {
    words: `be ${words}`,
    test: (actual, source) => outcomeOf(isOfKind(actual, kind, source)),
  };
}
