// Judges the items of a list by a check: every one, some or none. What nothing is known of fails, negated or not.
import type { Check } from "../../src/checks/check.ts";
import { showValue } from "../../src/checks/shown-value.ts";
import type { Quantity } from "./answer-parameters.ts";
import { itemValue } from "./list-items.ts";
import { failWith, failWithAll } from "./response-values.ts";
import { tellUnknownField } from "./unknown-fields.ts";

/** Judges each; an empty list proves nothing, and so does a field that none of them has. */
export function judgeEach(
  values: readonly unknown[],
  check: Check,
  nameAt: (at: number) => string,
  name = "the list",
): void {
  if (values.length === 0) throw new Error("there is no item to look at: the list is empty");
  const denied = check.negated ? check.field : undefined;
  if (denied !== undefined) failWith(tellUnknownField(values, denied, name));
  const lacks = (value: unknown) =>
    denied !== undefined && value !== undefined && itemValue(value, denied) === undefined;
  failWithAll(
    values.map((value, at) => (lacks(value) ? undefined : check.judge(value, nameAt(at), "data"))),
  );
}

/** All, none or some of them; of an empty list nothing but "none" can be said. */
export function demandQuantity(
  quantity: Quantity,
  items: readonly unknown[],
  check: Check,
  name: string,
): void {
  if (quantity === "all") {
    judgeEach(items, check, (at) => `[${at}] of ${name}`, name);
    return;
  }
  const isSuch = (item: unknown) => check.judge(item, name, "data") === undefined;
  const at = items.findIndex(isSuch);
  if (quantity === "some") {
    if (at >= 0) return;
    throw new Error(`expected an item of ${name} that ${check.text}; it is: ${showValue(items)}`);
  }
  if (at < 0) {
    failWith(tellNoneAsked(items, check, name));
    return;
  }
  throw new Error(
    `expected no item of ${name} that ${check.text}, but [${at}] is: ${showValue(items[at])}`,
  );
}

/** Why "none of the items is so" is not shown; those without the field that is asked for are not so. */
function tellNoneAsked(items: readonly unknown[], check: Check, name: string): string | undefined {
  const { field } = check;
  if (field === undefined) return tellUnasked(items, check, name);
  const asked = items.filter((item) => itemValue(item, field) !== undefined);
  return tellUnknownField(items, field, name) ?? tellUnasked(asked, check, name);
}

/** Why "none is so" does not follow although none passes: of that value it could not be asked. */
function tellUnasked(values: readonly unknown[], check: Check, name: string): string | undefined {
  return values
    .filter((value) => value !== undefined)
    .map((value) => check.judgeOpposite(value, name, "data"))
    .find((failure) => failure !== undefined);
}

/** The same for a field of the items. Whether it is there at all can be asked of any. */
export function tellUnaskedField(
  items: readonly unknown[],
  field: string,
  check: Check,
  name: string,
): string | undefined {
  const isOfAbsence = check.judgeOpposite(undefined) === undefined;
  const unknown = isOfAbsence ? undefined : tellUnknownField(items, field, name);
  const values = items.map((item) => itemValue(item, field));
  return unknown ?? tellUnasked(values, check, `"${field}"`);
}
