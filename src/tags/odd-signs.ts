// Signs that look like those of the grammar and are others: full-width and Cyrillic letters, invisible marks.
import { isOneOf, manyLinks, singleLinks } from "./known-keys.ts";
import type { Mistake } from "./mistake.ts";
import type { ReadTag } from "./near-miss.ts";

const anyText: readonly string[] = [...singleLinks, ...manyLinks, "id"];

/** One mistake for each such sign, where the tag would be ours without them; none where it is the author's own. */
export function explainOddSigns(tag: string, read: ReadTag): readonly Mistake[] {
  // Printable ASCII has none, and almost every tag is that.
  if (/^[\x21-\x7e]*$/.test(tag)) return [];
  const signs = listSigns(tag);
  const whole = signs.map(({ plain }) => plain).join("");
  const colon = whole.indexOf(":");
  const key = whole.slice(1, colon < 0 ? undefined : colon);
  // What stands behind the colon of a link may be in any script.
  const isText = colon >= 0 && isOneOf(anyText, key);
  const odd = signs.filter(({ sign, plain }) => sign !== plain);
  const counted = isText ? odd.filter(({ place }) => place <= colon) : odd;
  if (counted.length === 0) return [];
  const kept = signs.map(({ sign, plain, place }) => (isText && place > colon ? sign : plain));
  const meant = kept.join("");
  const reading = read(meant);
  if (reading.kind === "other") return [];
  const wayOut =
    reading.kind === "malformed" ? (reading.mistakes[0]?.wayOut ?? "") : `Write ${meant}.`;
  return counted.map(({ sign, plain, start }) => ({
    start,
    length: sign.length,
    message:
      plain === ""
        ? `an invisible character stands here (${nameSign(sign)})`
        : `"${sign}" (${nameSign(sign)}) is not ${plain}`,
    wayOut,
  }));
}

interface Sign {
  readonly sign: string;
  /** What it looks like: empty for an invisible one. */
  readonly plain: string;
  /** In UTF-16 units of the tag. */
  readonly start: number;
  /** In the tag without odd signs. */
  readonly place: number;
}

function listSigns(tag: string): readonly Sign[] {
  // A word that is all in another script is no slip.
  const isMixed = /[a-z]/i.test(tag.slice(0, /[:\uff1a]/.exec(tag)?.index));
  let start = 0;
  let place = 0;
  return Array.from(tag, (sign) => {
    const plain = (isMixed ? lookAlikes.get(sign) : undefined) ?? lookOf(sign);
    const one = { sign, plain, start, place };
    start += sign.length;
    place += plain.length;
    return one;
  });
}

/** Letters of Cyrillic and Greek that no eye tells from the Latin ones that stand in keys and units. */
const lookAlikes: ReadonlyMap<string, string> = new Map([
  ...Array.from(
    "авсԁеһіјкӏмоԛрѕтԝхѵуԍ",
    (sign, at) => [sign, "abcdehijklmoqpstwxvyg"[at] ?? ""] as const,
  ),
  ...Array.from("αινορυ", (sign, at) => [sign, "aivopu"[at] ?? ""] as const),
]);

/** Marks of direction, joiners and the like; and a soft hyphen. */
const invisible = /^[\p{Cf}\p{Cc}]$/u;

function lookOf(sign: string): string {
  if (invisible.test(sign)) return "";
  const plain = sign.normalize("NFKC");
  return /^[\x21-\x7e]+$/.test(plain) ? plain : sign;
}

function nameSign(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
