// Takes secrets out of bodies by the names of their fields. Bodies stay as they were written otherwise:
// they are read as text, so a cut or malformed body is redacted as well, and numbers keep their digits.
import type { SecretKeeper } from "../journey/secret-keeper.ts";
import { redactedMark } from "./secret-forms.ts";

/** Called with each secret found under a secret name, decoded. */
type Witness = (secret: string) => void;

/**
 * The body without the values of secret fields (JSON at any depth, forms, multipart) and without any known
 * secret. The media type decides what it is; without one, its beginning does.
 */
export function redactBody(
  body: string,
  mediaType: string | undefined,
  keeper: SecretKeeper,
): string {
  return keeper.redact(replaceSecretFields(body, mediaType, keeper, () => {}));
}

/** Learns the values of a body's secret fields. */
export function learnFromBody(
  body: string,
  mediaType: string | undefined,
  keeper: SecretKeeper,
): void {
  replaceSecretFields(body, mediaType, keeper, (secret) => keeper.learn(secret));
}

function replaceSecretFields(
  body: string,
  mediaType: string | undefined,
  keeper: SecretKeeper,
  witness: Witness,
): string {
  const type = mediaType?.toLowerCase() ?? "";
  if (type.includes("x-www-form-urlencoded")) return replaceFormSecrets(body, keeper, witness);
  if (type.includes("multipart/") || /^--.+\r?\nContent-Disposition/i.test(body)) {
    return replaceMultipartSecrets(body, keeper, witness);
  }
  if (type.includes("json") || /^\s*[[{]/.test(body)) {
    return replaceJsonSecrets(body, keeper, witness);
  }
  return body;
}

/**
 * JSON text with the values of secret names replaced; objects and lists below such a name go as a whole.
 * It is scanned and not parsed, and not by one regular expression either: bodies of many megabytes come by.
 */
function replaceJsonSecrets(text: string, keeper: SecretKeeper, witness: Witness): string {
  let result = "";
  let copied = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at)) {
    const endOfName = findEndOfString(text, at);
    const name = text.slice(at, endOfName);
    at = endOfName;
    const valueAt = matchAt(/\s*:\s*/y, text, endOfName);
    if (valueAt === endOfName || !keeper.isSecretName(decodeJson(name))) continue;
    const end = findEndOfValue(text, valueAt);
    at = end;
    const value = text.slice(valueAt, end);
    if (value === "" || value === '""') continue;
    for (const secret of readScalars(value)) witness(secret);
    result += `${text.slice(copied, valueAt)}"${redactedMark}"`;
    copied = end;
  }
  return result + text.slice(copied);
}

/** Where the match of a sticky expression at `at` ends; `at` when it does not match there. */
function matchAt(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : at;
}

/** Behind the closing quote of the string that opens at `from`; the end of a text that was cut before. */
function findEndOfString(text: string, from: number): number {
  const special = /["\\]/g;
  special.lastIndex = from + 1;
  for (let match = special.exec(text); match !== null; match = special.exec(text)) {
    if (match[0] === '"') return special.lastIndex;
    special.lastIndex += 1;
  }
  return text.length;
}

/** Behind the text, number, object or list that begins at `from`; `from` itself for true, false and null. */
function findEndOfValue(text: string, from: number): number {
  const first = text[from];
  if (first === '"') return findEndOfString(text, from);
  if (first === "{" || first === "[") return findClosing(text, from);
  return matchAt(/-?\d[\d.eE+-]*/y, text, from);
}

/** Behind the bracket that closes the one at `from`; the end of a text that was cut before. */
function findClosing(text: string, from: number): number {
  const special = /["[\]{}]/g;
  special.lastIndex = from;
  let depth = 0;
  for (let match = special.exec(text); match !== null; match = special.exec(text)) {
    if (match[0] === '"') special.lastIndex = findEndOfString(text, match.index);
    else depth += match[0] === "{" || match[0] === "[" ? 1 : -1;
    if (depth === 0) return special.lastIndex;
  }
  return text.length;
}

function readScalars(value: string): readonly string[] {
  const scalars: string[] = [];
  const start = /["\d-]/g;
  for (let match = start.exec(value); match !== null; match = start.exec(value)) {
    const end = Math.max(findEndOfValue(value, match.index), match.index + 1);
    start.lastIndex = end;
    const isName = match[0] === '"' && matchAt(/\s*:/y, value, end) > end;
    if (!isName) scalars.push(decodeJson(value.slice(match.index, end)));
  }
  return scalars;
}

function decodeJson(literal: string): string {
  if (!literal.startsWith('"')) return literal;
  if (!literal.includes("\\")) return literal.replace(/^"|"$/g, "");
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal.slice(1, -1);
  }
}

/** `a=1&password=x` with the values of secret names replaced; also what stands behind `?` or `#` in an address. */
export function replaceFormSecrets(text: string, keeper: SecretKeeper, witness: Witness): string {
  return text.replace(/([^&=\s]+)=([^&\s]+)/g, (pair, key: string, value: string) => {
    if (!keeper.isSecretName(decodeForm(key))) return pair;
    witness(decodeForm(value));
    return `${key}=${redactedMark}`;
  });
}

function decodeForm(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

const multipartField =
  /(content-disposition:[^\r\n]*?\bname="((?:[^"\\\r\n]|\\.)*)"[^\r\n]*(?:\r?\n[^\r\n]+)*\r?\n\r?\n)([\s\S]*?)(?=\r?\n--|$)/gi;

function replaceMultipartSecrets(body: string, keeper: SecretKeeper, witness: Witness): string {
  return body.replace(multipartField, (part, head: string, name: string, value: string) => {
    if (value === "" || !keeper.isSecretName(name)) return part;
    witness(value);
    return `${head}${redactedMark}`;
  });
}
