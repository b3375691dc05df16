// Breaks a valid value in one place: takes away what must be there, gives it another type, or goes past a bound.
import type { Schema, SchemaFields } from "./schema-values.ts";

type Break = (value: unknown) => unknown;

/** Of the ways to break it, the one of that number. What comes out may still be valid: not every way breaks every value. */
export function breakValue(value: unknown, schema: Schema, at: number): unknown {
  const breaks = listBreaks(value, schema);
  return breaks[at % breaks.length]?.(value) ?? null;
}

function listBreaks(value: unknown, schema: Schema): readonly Break[] {
  const own = typeof schema === "boolean" ? [] : breaksOf(value, schema);
  return [
    ...own,
    ...otherTypes.filter((other) => kindOf(other) !== kindOf(value)).map((other) => () => other),
  ];
}

const otherTypes: readonly unknown[] = [null, "x", -1, 1.5, true, [], {}];

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function breaksOf(value: unknown, schema: SchemaFields): readonly Break[] {
  if (typeof value === "string") return breaksOfText(value, schema);
  if (typeof value === "number") return breaksOfNumber(schema);
  if (Array.isArray(value)) return breaksOfList(value, schema);
  return typeof value === "object" && value !== null ? breaksOfObject(value, schema) : [];
}

function breaksOfText(value: string, { minLength, maxLength }: SchemaFields): readonly Break[] {
  return [
    ...(typeof minLength === "number" && minLength > 0
      ? [() => value.slice(0, minLength - 1)]
      : []),
    ...(typeof maxLength === "number" ? [() => value.padEnd(maxLength + 1, "a")] : []),
    () => "",
  ];
}

function breaksOfNumber(schema: SchemaFields): readonly Break[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  return [
    ...(typeof minimum === "number" ? [() => minimum - 1] : []),
    ...(typeof maximum === "number" ? [() => maximum + 1] : []),
    ...[exclusiveMinimum, exclusiveMaximum].flatMap((bound) =>
      typeof bound === "number" ? [() => bound] : [],
    ),
    () => 0.5,
  ];
}

function breaksOfList(value: readonly unknown[], schema: SchemaFields): readonly Break[] {
  const { minItems, maxItems, items } = schema;
  const first = value[0];
  return [
    ...(typeof minItems === "number" && minItems > 0 ? [() => value.slice(0, minItems - 1)] : []),
    ...(typeof maxItems === "number" && value.length > 0
      ? [() => Array.from({ length: maxItems + 1 }, () => first)]
      : []),
    ...(schema["uniqueItems"] === true && value.length > 0 ? [() => [...value, first]] : []),
    ...(value.length > 0 && isFields(items)
      ? listBreaks(first, items).map((one) => () => [one(first), ...value.slice(1)])
      : []),
  ];
}

function breaksOfObject(value: object, schema: SchemaFields): readonly Break[] {
  const { required, properties, additionalProperties } = schema;
  const entries = Object.entries(value);
  const without = (key: string) => Object.fromEntries(entries.filter(([name]) => name !== key));
  const named = isFields(properties) ? properties : {};
  return [
    ...(Array.isArray(required) ? required.map((key) => () => without(String(key))) : []),
    ...entries.flatMap(([key, part]) => {
      const own = named[key];
      const breaks = isFields(own) ? listBreaks(part, own) : [];
      return breaks.map((one) => () => ({ ...value, [key]: one(part) }));
    }),
    ...(additionalProperties === false ? [() => ({ ...value, "not described": 1 })] : []),
  ];
}

function isFields(value: unknown): value is SchemaFields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
