// Tests of what came out of JSON, put together from small ones. They say no more than yes or no: what has not the shape
// is no attachment of ours, whatever is wrong with it.

export type Fields = Readonly<Record<string, unknown>>;
export type Test = (value: unknown) => boolean;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isText(value: unknown): value is string {
  return typeof value === "string";
}

export function isOptionalText(value: unknown): boolean {
  return value === undefined || isText(value);
}

export function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

/** A number of things: whole, 0 or more. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** A time, or another quantity that cannot be negative. */
export function isMeasure(value: unknown): value is number {
  return isNumber(value) && value >= 0;
}

export function isFlag(value: unknown): value is boolean {
  return typeof value === "boolean";
}

export function isListOf<T>(
  value: unknown,
  test: (item: unknown) => item is T,
): value is readonly T[] {
  return Array.isArray(value) && value.every(test);
}

export function areTexts(fields: Fields, names: readonly string[]): boolean {
  return names.every((name) => isText(fields[name]));
}

/** An object whose fields pass their tests; others are not looked at. */
export function shape(tests: Readonly<Record<string, Test>>): Test {
  const all = Object.entries(tests);
  return (value) => isFields(value) && all.every(([name, test]) => test(value[name]));
}

export function listOf(test: Test): Test {
  return (value) => Array.isArray(value) && value.every(test);
}

export function optional(test: Test): Test {
  return (value) => value === undefined || test(value);
}

export function oneOf(all: readonly unknown[]): Test {
  return (value) => all.includes(value);
}
