// A cookie as one answer sets it, attributes and all (RFC 6265, section 4.1).
import type { ApiResponse } from "../../src/journey/api-port.ts";

export interface SetCookie {
  readonly value: string;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  /** Seconds until it expires; undefined for a session cookie. */
  readonly maxAge: number | undefined;
  /** By names in small letters; flags are true. */
  readonly attributes: ReadonlyMap<string, string | true>;
  /** Without the value: that is often a secret. */
  readonly header: string;
}

/** The cookie of that name. Throws, naming those that are set, when the answer sets no such one. */
export function setCookieOf(response: ApiResponse, name: string): SetCookie {
  const all = response.headers
    .filter(([header]) => header.toLowerCase() === "set-cookie")
    .map(([, value]) => value);
  const found = all.findLast((each) => nameIn(each) === name);
  if (found !== undefined) return readSetCookie(found);
  const known = all.map(nameIn).join(", ") || "none";
  throw new Error(`the response sets no cookie "${name}"; it sets: ${known}`);
}

function nameIn(header: string): string {
  return header.split("=")[0]?.trim() ?? "";
}

function readSetCookie(header: string): SetCookie {
  const [pair = "", ...rest] = header.split(";");
  const attributes = new Map(
    rest.map((each): [string, string | true] => {
      const [key = "", ...value] = each.split("=");
      return [key.trim().toLowerCase(), value.length === 0 ? true : value.join("=").trim()];
    }),
  );
  return {
    value: pair.slice(pair.indexOf("=") + 1).trim(),
    httpOnly: attributes.has("httponly"),
    secure: attributes.has("secure"),
    maxAge: maxAgeOf(attributes),
    attributes,
    header: `${nameIn(header)}=…;${rest.join(";")}`,
  };
}

function maxAgeOf(attributes: ReadonlyMap<string, string | true>): number | undefined {
  const age = attributes.get("max-age");
  if (age !== undefined) return Number(age);
  const expires = attributes.get("expires");
  if (typeof expires !== "string") return undefined;
  return Math.round((Date.parse(expires) - Date.now()) / 1000);
}
