// Dates as people write them, from the pattern letters of Unicode (LDML, UTS #35): "dd.MM.yyyy", "EEEE, d MMMM".
// It knows only the letters below; texts between single quotes stand for themselves. All in UTC.
//
//   yyyy yy · MMMM MMM MM M · dd d · EEEE EEE · HH H · hh h · mm m · ss s · SSS · a

const fields: Readonly<Record<string, (date: Date, locale: string) => string>> = {
  yyyy: (date) => pad(date.getUTCFullYear(), 4),
  yy: (date) => pad(date.getUTCFullYear() % 100, 2),
  MMMM: named({ month: "long", day: "numeric" }, "month"),
  MMM: named({ month: "short", day: "numeric" }, "month"),
  MM: (date) => pad(date.getUTCMonth() + 1, 2),
  M: (date) => String(date.getUTCMonth() + 1),
  dd: (date) => pad(date.getUTCDate(), 2),
  d: (date) => String(date.getUTCDate()),
  EEEE: named({ weekday: "long" }, "weekday"),
  EEE: named({ weekday: "short" }, "weekday"),
  HH: (date) => pad(date.getUTCHours(), 2),
  H: (date) => String(date.getUTCHours()),
  hh: (date) => pad(date.getUTCHours() % 12 || 12, 2),
  h: (date) => String(date.getUTCHours() % 12 || 12),
  mm: (date) => pad(date.getUTCMinutes(), 2),
  m: (date) => String(date.getUTCMinutes()),
  ss: (date) => pad(date.getUTCSeconds(), 2),
  s: (date) => String(date.getUTCSeconds()),
  SSS: (date) => pad(date.getUTCMilliseconds(), 3),
  a: named({ hour: "numeric", hour12: true }, "dayPeriod"),
};

const piece = /'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+/g;

/** What is wrong with the format; undefined when nothing is. */
export function tellBadFormat(format: string): string | undefined {
  const unknown = [...format.matchAll(piece)]
    .map(([text]) => text)
    .find((text) => /^[A-Za-z]/.test(text) && !Object.hasOwn(fields, text));
  if (format.trim() === "") return 'there is no format after "as"; write one such as dd.MM.yyyy';
  if (unknown === undefined) return undefined;
  return `"${unknown}" is no part of a date's format; there are: ${Object.keys(fields).join(", ")}. Words stand between single quotes`;
}

/** The date in that format; names of months and days in the language of the locale. */
export function formatDate(date: Date, format: string, locale: string): string {
  return format.replace(piece, (text, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted === "" ? "'" : quoted.replaceAll("''", "'");
    return fields[text]?.(date, locale) ?? text;
  });
}

/** A name is asked for beside other parts: several languages inflect it there. */
function named(options: Intl.DateTimeFormatOptions, type: Intl.DateTimeFormatPartTypes) {
  return (date: Date, locale: string): string => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
    return format.formatToParts(date).find((part) => part.type === type)?.value ?? "";
  };
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, "0");
}
