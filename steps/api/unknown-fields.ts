// Fields that no item of a list has: a sentence that says what they are not would hold whatever the product answers.
import { matchJson } from "../../src/checks/json-match.ts";
import { memberPath } from "../../src/checks/json-mismatch.ts";
import { readJsonPath } from "../../src/checks/json-path.ts";
import { itemValue } from "./list-items.ts";

/** The failure when none of the items has that field; none of an empty list, of which everything can be denied. */
export function tellUnknownField(
  items: readonly unknown[],
  field: string,
  name: string,
): string | undefined {
  if (items.length === 0 || items.some((item) => itemValue(item, field) !== undefined))
    return undefined;
  const found = readJsonPath(items[0], field);
  const there = found.kind === "found" ? "" : `\nOf the first one, ${found.message}`;
  return (
    `no item of ${name} has "${field}" at all, so nothing is known of it${there}\n` +
    `That none has it is said as: no item in ${name} should have the field "${field}"`
  );
}

/** The paths at which expected JSON wants something, `#notpresent` and the like left out. */
export function wantedFields(expected: unknown, place = "$"): readonly string[] {
  if (typeof expected !== "object" || expected === null || Array.isArray(expected)) return [];
  return Object.entries(expected).flatMap(([key, value]) => {
    const path = memberPath(place, key);
    return fitsNothing(value) ? [] : [path.replace(/^\$\./, ""), ...wantedFields(value, path)];
  });
}

function fitsNothing(expected: unknown): boolean {
  return matchJson({}, { it: expected }, { mode: "partial", order: "ordered" }).length === 0;
}
