// Whether JSON has a field of that name, or a path: "have the field "customer.id"".
import { equals } from "./equality.ts";
import { readJsonPath } from "./json-path.ts";
import { type Operand, outcomeOf, type Predicate, unfit } from "./predicate.ts";
import { nameKind, showValue } from "./shown-value.ts";

/** With `expected`, the field has that value too. */
export function havingMember(path: string, expected?: Operand): Predicate {
  const value = expected === undefined ? "" : ` with the value ${showValue(expected.value)}`;
  return {
    words: `have the field "${path}"${value}`,
    ...(expected !== undefined && { field: path }),
    test(actual, source) {
      if (typeof actual !== "object" || actual === null) {
        return unfit(`it was ${showValue(actual)}: ${nameKind(actual)} has no fields`);
      }
      const found = readJsonPath(actual, path);
      if (found.kind === "error") return unfit(found.message);
      if (expected === undefined) return outcomeOf(found.kind === "found");
      // A misspelt field has no value that could be another one, either.
      if (found.kind === "absent") return unfit(`${found.message}${orAbsent(path)}`);
      return outcomeOf(equals(found.value, expected, source));
    },
  };
}

function orAbsent(path: string): string {
  return `\nThat there is none is said as: should not have the field "${path}"`;
}
