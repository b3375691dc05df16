// The spellings in which one secret value turns up in texts: escaped, encoded, inside base64.

/** What stands in a secret's place. */
export const redactedMark = "[redacted]";

/** The value and every spelling of it that is to be replaced; none is shorter than the value. */
export function spellSecret(value: string): readonly string[] {
  // Most tokens: no escaping or encoding changes these characters.
  if (/^[A-Za-z0-9._-]+$/.test(value)) return [value, ...spellInBase64(value)];
  const escaped = escapeJson(value);
  const forms = new Set([
    value,
    escaped,
    escapeJson(escaped),
    escapeNonAscii(escaped),
    escapeHtml(value),
    ...spellForUrl(value),
    ...spellInBase64(value),
    // Bytes read as Latin-1: how UTF-8 looks inside binary data and in wrongly decoded bodies.
    Buffer.from(value, "utf8").toString("latin1"),
  ]);
  return [...forms];
}

function escapeJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function escapeNonAscii(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
  };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

function spellForUrl(value: string): string[] {
  // A lone surrogate cannot be encoded; the rest of the value still can.
  const wellFormed = value.replace(/\p{Cs}/gu, "\uFFFD");
  const component = encodeURIComponent(wellFormed);
  const form = new URLSearchParams([["", wellFormed]]).toString().slice(1);
  const query = new URL(`http://host/?${wellFormed.replaceAll("#", "%23")}`).search.slice(1);
  const all = [component, form, query, encodeURI(wellFormed)];
  return all.flatMap((text) => [
    text,
    text.replace(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase()),
  ]);
}

/**
 * What of the value's base64 is the same whatever stands before and after it: one spelling for each of the
 * three ways its bytes can lie in base64's groups of three, so `user:password` is found for every user.
 */
function spellInBase64(value: string): string[] {
  const bytes = Buffer.from(value, "utf8");
  return [0, 1, 2].flatMap((shift) => {
    const base64 = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64");
    const firstWhole = Math.ceil((shift * 8) / 6);
    const endOfWhole = Math.floor(((shift + bytes.length) * 8) / 6);
    const core = base64.slice(firstWhole, endOfWhole);
    return [core, core.replaceAll("+", "-").replaceAll("/", "_")];
  });
}
