// Amounts in checks: "be 1,234.50 €", "be at least €5", "be the amount "1.234,50 €"".
// A sentence writes them as numbers are written everywhere in sentences, with a point (and commas between thousands);
// in quotes, and on pages, they are read as the locale writes them.
import { type Amount, readAmount, showAmount } from "./amount.ts";
import { type Comparison, compare } from "./order.ts";
import { type Outcome, outcomeOf, type Predicate, unfit } from "./predicate.ts";
import { showValue } from "./shown-value.ts";

const sign = "[€$£¥₹]";
const number = String.raw`\d[\d,]*(?:\.\d+)?`;

/** An amount with its currency: a sign on either side, a code behind. No literal of the grammar looks like it. */
export const amountPattern = `(?:-?${sign}${number}|-?${number} ?(?:${sign}|[A-Z]{3}))`;

export const numberWithGroupsPattern = `-?${number}`;

const written = new RegExp(`^${amountPattern}$`);

export function isWrittenAmount(text: string): boolean {
  return written.test(text);
}

/** As a sentence writes it; undefined where commas stand in the wrong places. */
export function readWrittenAmount(text: string): Amount | undefined {
  return readAmount(text, "en");
}

const comparisonWords: Readonly<Record<Comparison, string>> = {
  ">": "more than",
  ">=": "at least",
  "<": "less than",
  "<=": "at most",
};

export function sameAmount(expected: Amount, locale: string): Predicate {
  return {
    words: `be ${showAmount(expected)}`,
    test(actual) {
      const found = toAmount(actual, locale);
      const isOther = found?.currency !== undefined && found.currency !== expected.currency;
      // Another currency is another amount; a number without one might be the same.
      if (isOther && expected.currency !== undefined) return outcomeOf(false);
      return judge(actual, [expected], locale, (amount) => amount === expected.number);
    },
  };
}

export function comparedAmount(comparison: Comparison, limit: Amount, locale: string): Predicate {
  return {
    words: `be ${comparisonWords[comparison]} ${showAmount(limit)}`,
    test: (actual) =>
      judge(actual, [limit], locale, (found) => compare(found, comparison, limit.number)),
  };
}

export function betweenAmounts(low: Amount, high: Amount, locale: string): Predicate {
  return {
    words: `be between ${showAmount(low)} and ${showAmount(high)}`,
    test: (actual) =>
      judge(actual, [low, high], locale, (found) => found >= low.number && found <= high.number),
  };
}

/** An amount of another currency is not the same, and neither more nor less. */
function judge(
  actual: unknown,
  expected: readonly Amount[],
  locale: string,
  test: (found: number) => boolean,
): Outcome {
  const found = toAmount(actual, locale);
  if (found === undefined) {
    return unfit(
      `it was ${showValue(actual)}, which is not an amount (as "${locale}" writes them)`,
    );
  }
  const other = expected.find(
    (one) => one.currency !== undefined && one.currency !== found.currency,
  );
  if (other === undefined) return outcomeOf(test(found.number));
  if (found.currency === undefined) {
    return unfit(`it was ${showValue(actual)}, which names no currency`);
  }
  return unfit(`it was ${showValue(actual)}, which is of another currency`);
}

function toAmount(value: unknown, locale: string): Amount | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? { number: value } : undefined;
  return typeof value === "string" ? readAmount(value, locale) : undefined;
}
