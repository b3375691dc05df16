// Amounts as pages show them: "1.234,50 €", "£12.50", "EUR 12", "1 234". Which of point and comma parts the decimals
// is a matter of the locale. It knows no exchange rates: amounts of two currencies have nothing in common.

export interface Amount {
  readonly number: number;
  /** ISO 4217, "EUR"; undefined for a number without one. */
  readonly currency?: string;
}

const signs: Readonly<Record<string, string>> = {
  "€": "EUR",
  $: "USD",
  US$: "USD",
  "£": "GBP",
  "¥": "JPY",
  "₹": "INR",
  "₺": "TRY",
  zł: "PLN",
  Kč: "CZK",
};

const currency = String.raw`(?:[A-Z]{3}|US\$|[€$£¥₹₺]|zł|Kč)`;
const space = String.raw`[ \u00A0\u202F]`;

const amount = new RegExp(
  `^([-−+]?)(${currency})?${space}?([-−+]?)(\\d(?:[\\d.,'’\u00A0\u202F ]*\\d)?)${space}?(${currency})?$`,
);

/** No amount is longer; the pattern is not made for more. */
const mostCharacters = 60;

/** The amount that the text is, and nothing else; undefined when it is none, or its separators are not the locale's. */
export function readAmount(text: string, locale: string): Amount | undefined {
  if (text.length > mostCharacters) return undefined;
  const [, outer = "", before, inner = "", digits = "", after] = amount.exec(text.trim()) ?? [];
  const number = readLocalNumber(digits, locale);
  const isDouble = (before !== undefined && after !== undefined) || (outer !== "" && inner !== "");
  if (number === undefined || isDouble) return undefined;
  const written = before ?? after;
  const code = written === undefined ? undefined : (signs[written] ?? written);
  const isNegative = /[-−]/.test(outer + inner);
  return { number: isNegative ? -number : number, ...(code !== undefined && { currency: code }) };
}

/** The first number in the text, as the locale writes numbers; undefined when there is none. */
export function findNumber(text: string, locale: string): number | undefined {
  for (const [found] of text.matchAll(/[-−]?\d(?:[\d.,'’\u00A0\u202F]*\d)?/g)) {
    const number = readLocalNumber(found.replace(/^[-−]/, ""), locale);
    if (number !== undefined) return /^[-−]/.test(found) ? -number : number;
  }
  return undefined;
}

/** Digits in groups of three, or in one; `undefined` for groups of another size, so that no separator is misread. */
function readLocalNumber(digits: string, locale: string): number | undefined {
  const { decimal, group } = separatorsOf(locale);
  const [whole = "", fraction, ...more] = digits.split(decimal);
  if (more.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return undefined;
  const groups = whole.split(group).map((part) => part.trim());
  const isGrouped =
    groups.slice(1).every((part) => part.length === 3) && (groups[0]?.length ?? 0) <= 3;
  if (!groups.every((part) => /^\d+$/.test(part)) || (groups.length > 1 && !isGrouped))
    return undefined;
  return Number(`${groups.join("")}.${fraction ?? "0"}`);
}

const spaces = /[ \u00A0\u202F]/;

function separatorsOf(locale: string): { readonly decimal: string; readonly group: RegExp } {
  const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567.8);
  const partOf = (type: string) => parts.find((part) => part.type === type)?.value;
  const decimal = partOf("decimal") ?? ".";
  const group = partOf("group") ?? (decimal === "," ? "." : ",");
  // What is a space to one is a narrow space to another; Swiss apostrophes come straight and curly.
  if (spaces.test(group)) return { decimal, group: spaces };
  return { decimal, group: /['’]/.test(group) ? /['’]/ : group === "." ? /\./ : /,/ };
}

/** "12.5 EUR": how a failure shows an amount, whatever the locale. */
export function showAmount({ number, currency: code }: Amount): string {
  return code === undefined ? String(number) : `${number} ${code}`;
}
