// Which key a word is near to. It knows letters, and not what a tag says.
//
// What counts as near, so that short words of the author's own stay theirs:
//   - the key in other letters or with other separators (`@Smoke`, `@warm-up:20`), at any length;
//   - two neighbours swapped or a letter doubled or halved (`@ufll`, `@rmp:600`), from 3 letters on;
//   - one letter changed, added or left out, from 5 letters on (`@smok`);
//   - two such letters, from 8 letters on (`@regrsion`), from 7 on where a value follows (`@lantecy:300ms`);
//   - one letter more than that, where the value is one that the near key takes (`@run:200`, `@lcd:p75<2s`);
//   - an `s` behind the key of a link (`@owners:identity`).
// A tag without colon is compared with keys that stand alone, one with a colon with those that take a value.
// English words that happen to be near (own-words.ts) pass, unless a bound follows (`@error:<1%`).
import { distance } from "fastest-levenshtein";
import { isOneOf, manyLinks, singleLinks } from "./known-keys.ts";
import { ownWords } from "./own-words.ts";

const links = [...singleLinks, ...manyLinks] as const;
const mostLetters = 2;
/** No word that is longer, separators included, can be near to a key. */
const longest = 2 * "production-safe".length;

/** What stands behind the key: nothing, any text, or a value that the key takes. */
export type Follows = "nothing" | "text" | "value" | "bound";

interface Word {
  readonly plain: string;
  /** With every letter once where it stands twice. */
  readonly undoubled: string;
}

export interface Candidate<Key> extends Word {
  readonly key: Key;
}

/** The first key that the word is near to. What follows it is asked only where that can matter. */
export function findNear<Key extends string>(
  written: string,
  candidates: readonly Candidate<Key>[],
  lookBehind: (key: Key) => Follows,
): Key | undefined {
  if (written.length > longest) return undefined;
  const meant = toWord(written);
  const { plain: word } = meant;
  return candidates.find((one) => {
    // Most tags are far from every key, and a look at their length tells.
    if (Math.abs(word.length - one.plain.length) > mostLetters) return false;
    if (word === one.plain) return true;
    const isSlip = isSlipOf(meant, one);
    const letters = isSlip ? 1 : distance(word, one.plain);
    if (letters > mostLetters) return false;
    const follows = lookBehind(one.key);
    if (follows !== "bound" && ownWords.has(word)) return false;
    const isPlural = isOneOf(links, one.key) && word === `${one.plain}s`;
    return isSlip || isPlural || letters <= lettersAllowed(one.plain.length, follows);
  })?.key;
}

/** Neighbours swapped, or a letter doubled or halved; two letters are too few to tell. */
function isSlipOf(word: Word, known: Word): boolean {
  if (known.plain.length < 3) return false;
  return word.undoubled === known.undoubled || isSwap(word.plain, known.plain);
}

/** How many letters may be changed, added or left out in a key of that length. */
function lettersAllowed(length: number, follows: Follows): number {
  const fromTwo = follows === "nothing" ? 8 : 7;
  const allowed = length < 5 ? 0 : length < fromTwo ? 1 : 2;
  return Math.min(mostLetters, allowed + (follows === "value" || follows === "bound" ? 1 : 0));
}

export function toCandidate<Key extends string>(key: Key): Candidate<Key> {
  return { key, ...toWord(key) };
}

function toWord(key: string): Word {
  const word = plain(key);
  return { plain: word, undoubled: undouble(word) };
}

function plain(key: string): string {
  return key.toLowerCase().replace(/[-_.]/g, "");
}

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function undouble(word: string): string {
  let once = "";
  for (let at = 0; at < word.length; at += 1) {
    if (word[at] !== word[at - 1]) once += word[at];
  }
  return once;
}
