// Takes secrets out of a Playwright trace: a zip of JSON lines (actions with typed values, requests with headers),
// page snapshots and the bodies of requests and responses.
import { isUtf8 } from "node:buffer";
import { rmSync } from "node:fs";
import type { SecretKeeper } from "../journey/secret-keeper.ts";
import { learnFromBody, redactBody } from "./redact-body.ts";
import { learnFromHeaders } from "./redact-exchange.ts";
import { redactedMark } from "./secret-forms.ts";
import { rewriteZip, visitZip } from "./zip-entries.ts";

/**
 * Rewrites the zip at `path` in place: first learns what its texts hold under secret names, then replaces every
 * known secret in all entries and their names. Pictures stay as they are; a binary entry that holds a secret's
 * bytes loses them and may no longer open.
 * A file that cannot be rewritten is removed, and the error thrown: no trace is better than one with secrets.
 */
export function redactZip(path: string, keeper: SecretKeeper): void {
  try {
    visitZip(path, (_, content) => {
      const text = decodeText(content);
      if (text !== undefined) learnNamedSecrets(text, keeper);
    });
    rewriteZip(path, (name, content) => ({
      name: keeper.redact(name),
      content: redactContent(content, keeper),
    }));
  } catch (error) {
    rmSync(path, { force: true });
    throw new Error(`The trace ${path} could not be redacted, so it was removed`, { cause: error });
  }
}

function redactContent(content: Uint8Array, keeper: SecretKeeper): Uint8Array {
  const text = decodeText(content);
  if (text !== undefined) {
    const redacted = keeper.redact(hideNamedSecrets(text, keeper));
    return redacted === text ? content : Buffer.from(redacted, "utf8");
  }
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const binary = bytes.toString("latin1");
  const redacted = keeper.redact(binary);
  return redacted === binary ? content : Buffer.from(redacted, "latin1");
}

/** The content as text; undefined when it is binary. */
function decodeText(content: Uint8Array): string | undefined {
  // Text holds no zero bytes, and pictures have some right at their beginning.
  if (content.subarray(0, 512).includes(0) || !isUtf8(content)) return undefined;
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString("utf8");
}

function learnNamedSecrets(text: string, keeper: SecretKeeper): void {
  if (!looksLikeJson(text)) return;
  for (const [, , name = "", , value = ""] of text.matchAll(namedValue)) {
    // Several Set-Cookie headers come as one with several lines.
    const headers = decode(value)
      .split("\n")
      .map((line) => [decode(name), line] as const);
    learnFromHeaders(headers, keeper);
  }
  for (const [, , selector = "", , value = ""] of text.matchAll(typedValue)) {
    if (pointsAtSecret(selector, keeper)) keeper.learn(decode(value));
  }
  learnFromBody(text, "application/json", keeper);
}

function hideNamedSecrets(text: string, keeper: SecretKeeper): string {
  if (!looksLikeJson(text)) return text;
  const hideIf = (isSecret: (name: string) => boolean) => {
    return (whole: string, open: string, name: string, middle: string, value: string) =>
      value !== "" && isSecret(name) ? `${open}${name}${middle}${redactedMark}"` : whole;
  };
  const withoutPairs = text
    .replace(
      namedValue,
      hideIf((name) => keeper.isSecretName(decode(name))),
    )
    .replace(
      typedValue,
      hideIf((selector) => pointsAtSecret(selector, keeper)),
    );
  return redactBody(withoutPairs, "application/json", keeper);
}

function looksLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

/** Headers, cookies and query keys stand in traces as `{"name":"cookie","value":"…"}`. */
const namedValue = /("name":")([^"\\]*(?:\\.[^"\\]*)*)(","value":")([^"\\]*(?:\\.[^"\\]*)*)"/g;
/** What was typed stands behind the selector of its field. */
const typedValue =
  /("selector":")([^"\\]*(?:\\.[^"\\]*)*)("[^{}"]*"value":")([^"\\]*(?:\\.[^"\\]*)*)"/g;

/** True when the label, placeholder or attribute that a selector quotes is a secret name. */
function pointsAtSecret(selector: string, keeper: SecretKeeper): boolean {
  return [...decode(selector).matchAll(/["'=]([^"'=\]]+)["'\]]/g)].some(([, quoted = ""]) =>
    keeper.isSecretName(quoted),
  );
}

function decode(escaped: string): string {
  try {
    return String(JSON.parse(`"${escaped}"`));
  } catch {
    return escaped;
  }
}
