// Whether texts that a page lists are those that a sentence names, and what differs when they are not.

/** `some`: these, others too; `ordered`: and one after the other; `exact`: all and in that order; `none`: none of these. */
export type TextsMode = "some" | "ordered" | "exact" | "none";

/**
 * Undefined when the texts are as wanted. An item that says more than its name ("Emma 7.00 €") is that item in all modes
 * but `exact`, where the whole text counts.
 */
export function judgeTexts(
  actual: readonly string[],
  wanted: readonly string[],
  mode: TextsMode,
): string | undefined {
  const there = `there are ${actual.length === 0 ? "none" : actual.map(quote).join(", ")}`;
  if (mode === "exact") return judgeExact(actual, wanted, there);
  const at = wanted.map((text) => findText(actual, text, 0));
  if (mode === "none") {
    const found = wanted.filter((_, index) => at[index] !== -1);
    return found.length === 0
      ? undefined
      : `expected no ${found.map(quote).join(" and no ")}; ${there}`;
  }
  const missing = wanted.filter((_, index) => at[index] === -1);
  if (missing.length > 0) return `there is no ${missing.map(quote).join(" and no ")}; ${there}`;
  return mode === "ordered" ? judgeOrdered(actual, wanted, there) : undefined;
}

function judgeExact(
  actual: readonly string[],
  wanted: readonly string[],
  there: string,
): string | undefined {
  const length = Math.max(actual.length, wanted.length);
  const places = Array.from({ length }, (_, at) => at);
  const wrong = places.flatMap((at) => {
    const [is, should] = [actual[at], wanted[at]];
    if (is === should) return [];
    if (should === undefined) return [`${at + 1}. ${quote(is ?? "")} was not expected`];
    return [
      `${at + 1}. expected ${quote(should)}, but ${is === undefined ? "there are no more" : `it is ${quote(is)}`}`,
    ];
  });
  return wrong.length === 0 ? undefined : `${wrong.join("; ")}; ${there}`;
}

function judgeOrdered(
  actual: readonly string[],
  wanted: readonly string[],
  there: string,
): string | undefined {
  let from = 0;
  for (const [at, text] of wanted.entries()) {
    const found = findText(actual, text, from);
    if (found === -1)
      return `expected ${quote(text)} after ${quote(wanted[at - 1] ?? "")}; ${there}`;
    from = found + 1;
  }
  return undefined;
}

function findText(actual: readonly string[], text: string, from: number): number {
  const wanted = text.replace(/\s+/g, " ").trim();
  const exact = actual.indexOf(wanted, from);
  return exact >= 0 ? exact : actual.findIndex((one, at) => at >= from && one.includes(wanted));
}

function quote(text: string): string {
  return `"${text}"`;
}
