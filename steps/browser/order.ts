// Whether texts stand in an order, and what to say when they do not.

/** Undefined when each text comes after the one before it. Case does not matter, as for everything that is seen. */
export function judgeOrder(text: string, texts: readonly string[]): string | undefined {
  const whole = text.toLowerCase();
  const missing = texts.filter((one) => !whole.includes(fold(one)));
  if (missing.length > 0) return `there is no ${missing.map(quote).join(" and no ")}`;
  let from = 0;
  for (const [at, one] of texts.entries()) {
    const found = whole.indexOf(fold(one), from);
    if (found === -1) {
      return `expected ${quote(one)} after ${quote(texts[at - 1] ?? "")}, but it comes before`;
    }
    from = found + fold(one).length;
  }
  return undefined;
}

/** Undefined when the values stand in that order: as numbers where all begin with one, else as words. */
export function judgeSorted(
  values: readonly string[],
  direction: "ascending" | "descending",
): string | undefined {
  if (values.length === 0) return `expected ${direction} order, but there is nothing to be ordered`;
  const empty = values.findIndex((value) => value.trim() === "");
  if (empty >= 0) {
    return `expected ${direction} order, but there is nothing in the ${empty + 1}. place; in all: ${values.map(quote).join(", ")}`;
  }
  const numbers = values.map(numberIn);
  const areNumbers = numbers.every((number) => number !== undefined);
  const sign = direction === "ascending" ? 1 : -1;
  for (let at = 1; at < values.length; at += 1) {
    const [one = "", other = ""] = [values[at - 1], values[at]];
    const difference = areNumbers
      ? (numbers[at - 1] ?? 0) - (numbers[at] ?? 0)
      : one.localeCompare(other, undefined, { sensitivity: "base" });
    if (difference * sign > 0) {
      return `expected ${direction} order, but ${quote(one)} (${at}.) comes before ${quote(other)} (${at + 1}.); in all: ${values.map(quote).join(", ")}`;
    }
  }
  return undefined;
}

/** The number of "7.00 €", "€ 1,250" or "-3". Dates as 2024-12-31 are no numbers, and sort as words. */
function numberIn(text: string): number | undefined {
  const digits = /^[^\d-]{0,4}(-?\d[\d,]*(?:\.\d+)?)\s?\D{0,4}$/.exec(text.trim())?.[1];
  return digits === undefined ? undefined : Number(digits.replaceAll(",", ""));
}

function fold(text: string): string {
  return text.trim().replace(/\s+/g, " ").toLowerCase();
}

function quote(text: string): string {
  return `"${text}"`;
}
