// A generated value as a person reads it in one line: what nobody sees is spelled out.

/** `"a\u200bb"`, `-3`, `[1,2]`, `2020-02-29T00:00:00.000Z`: JSON where it is, with unseen signs escaped. */
export function showValue(value: unknown): string {
  return spellUnseen(toText(value));
}

function toText(value: unknown): string {
  if (typeof value === "bigint" || typeof value === "symbol" || typeof value === "function") {
    return String(value);
  }
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "no date" : value.toISOString();
  try {
    return JSON.stringify(value) ?? "undefined";
  } catch {
    return String(value);
  }
}

/**
 * Of JSON text, so that it stays JSON: format signs, line separators, and spaces that are not the plain one. JSON itself
 * spells control signs out.
 */
export function spellUnseen(json: string): string {
  return json.replace(/[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]|(?! )\p{Zs}/gu, (sign) =>
    // Parts of an emoji are seen as one.
    sign === "\u200d"
      ? sign
      : Array.from({ length: sign.length }, (_, at) => spell(sign, at)).join(""),
  );
}

function spell(sign: string, at: number): string {
  return `\\u${sign.charCodeAt(at).toString(16).padStart(4, "0")}`;
}

/** Whether JSON gives back the very value, so that it can be stored and tried again. */
export function survivesJson(value: unknown): boolean {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0);
  if (Array.isArray(value)) return value.every(survivesJson);
  if (typeof value !== "object") return false;
  const isPlain = [Object.prototype, null].includes(Object.getPrototypeOf(value));
  return isPlain && Object.values(value).every(survivesJson);
}
