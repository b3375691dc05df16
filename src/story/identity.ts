// Names and fingerprints that stay the same from run to run and from machine to machine.
import { hash } from "node:crypto";

/** Sixteen hexadecimal digits: two different texts of one project will not meet in 64 bits. */
const hashLength = 16;

/** A short SHA-256 of any JSON value; equal for values that are written alike. */
export function hashContent(value: unknown): string {
  return hash("sha256", JSON.stringify(value), "hex").slice(0, hashLength);
}

/** White space does not change what a text says. */
export function normaliseText(text: string): string {
  // Plain words one space apart, the usual case, are normal.
  if (/^[!-~]+(?: [!-~]+)*$/.test(text)) return text;
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

/** Letters and digits of any script in lower case, joined by `-`; a hash when there are none. */
export function slugify(text: string): string {
  // Plain ASCII, the usual case, needs no tables of Unicode.
  const words = /^[ -~]*$/.test(text)
    ? text.toLowerCase().replace(/[^a-z0-9]+/g, "-")
    : text
        .normalize("NFKC")
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-");
  const slug = words.replace(/^-|-$/g, "");
  return slug === "" ? hashContent(text).slice(0, 8) : slug;
}

/** The id of a story that names none: its path without `features/` and without the file's endings. */
export function slugifyPath(uri: string): string {
  const path = uri.replaceAll("\\", "/").replace(/^(?:\.{0,2}\/)*(?:features\/)?/, "");
  return slugify(path.replace(/(?:\.feature)?(?:\.md)?$/i, ""));
}

/** Gives each id once: the second of two equal ones becomes `id~2`. */
export function createIdRegister(): (id: string) => string {
  const counts = new Map<string, number>();
  return (id) => {
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count === 1 ? id : `${id}~${count}`;
  };
}
