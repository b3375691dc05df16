// What a generated value is like, in a few words: so that an invariant that only ever saw one kind of value is seen.

/** `["2 to 10 characters", "beyond ASCII"]`, `["negative"]`, `["true"]`: one word or several for each way to look at it. */
export function kindsOf(value: unknown): readonly string[] {
  switch (typeof value) {
    case "string":
      return [lengthOf(value.length, "character"), ...signsOf(value)];
    case "number":
    case "bigint":
      return numberKinds(Number(value));
    case "boolean":
      return [String(value)];
    case "object":
      if (value === null) return ["null"];
      return Array.isArray(value)
        ? [lengthOf(value.length, "item")]
        : [lengthOf(Object.keys(value).length, "field")];
    default:
      return [typeof value];
  }
}

function lengthOf(count: number, what: string): string {
  if (count === 0) return "empty";
  if (count === 1) return `1 ${what}`;
  if (count <= 10) return `2 to 10 ${what}s`;
  if (count <= 100) return `11 to 100 ${what}s`;
  return `more than 100 ${what}s`;
}

const signKinds: readonly (readonly [string, RegExp])[] = [
  ["spaces only", /^\s+$/u],
  ["spaces at an end", /^\s.*\S|\S.*\s$/su],
  ["beyond ASCII", /[^\p{ASCII}]/u],
  ["right to left", /[\p{Script=Hebrew}\p{Script=Arabic}\u200f\u202e]/u],
  ["combined signs", /\p{M}/u],
  ["beyond 16 bits", /[\u{10000}-\u{10ffff}]/u],
  ["unseen signs", /[\u00ad\u200b\u2060\ufeff]/u],
];

function signsOf(text: string): readonly string[] {
  return signKinds.flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []));
}

function numberKinds(value: number): readonly string[] {
  const sign = value === 0 ? "zero" : value < 0 ? "negative" : "positive";
  return Number.isInteger(value) ? [sign] : [sign, "with a fraction"];
}
