// Words of a project that are probably slips of the pen: rare, and one letter from another. It finds them by what is
// left when a letter is taken out, so that the work grows with the number of words and not with that of pairs.
import { stemOf } from "./phrase-shape.ts";

/** Shorter words are one letter from many others that mean something. */
const shortest = 5;
/** Longer ones are no words. */
const longest = 40;
/** A word of more phrases than this is meant as it stands. */
const rarest = 2;
// Scripts without spaces between words have no words here, only sentences.
const isWord = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}'-]+$/u;

/**
 * Pairs of words one letter apart (one more, one less, another, or two swapped), the rarer one first.
 * @param uses in how many phrases each word is, in lower case
 */
export function findMisspelledWords(
  uses: ReadonlyMap<string, number>,
): readonly (readonly [rare: string, common: string])[] {
  const byRest = new Map<string, string[]>();
  const candidates = [...uses.keys()].filter(
    (word) => word.length >= shortest && word.length <= longest && isWord.test(word),
  );
  const isRare = (word: string): boolean => (uses.get(word) ?? 0) <= rarest;
  for (const word of candidates) {
    if (!isRare(word)) continue;
    for (const rest of restsOf(word)) addTo(byRest, rest, word);
  }
  const pairs = new Map<string, readonly [string, string]>();
  for (const common of candidates) {
    for (const rest of restsOf(common)) {
      for (const rare of byRest.get(rest) ?? []) {
        if (rare === common || (uses.get(rare) ?? 0) > (uses.get(common) ?? 0)) continue;
        if (isLegitimate(rare, common)) continue;
        pairs.set(`${rare} ${common}`, [rare, common]);
      }
    }
  }
  return [...pairs.values()];
}

/** The word itself, and the word without each of its letters. */
function restsOf(word: string): readonly string[] {
  const rests = [word];
  for (let at = 0; at < word.length; at += 1) rests.push(word.slice(0, at) + word.slice(at + 1));
  return rests;
}

/** Two forms of one word, or words whose first letters differ, are both meant: `boat` and `coat`. */
function isLegitimate(rare: string, common: string): boolean {
  return stemOf(rare) === stemOf(common) || rare[0] !== common[0] || !isOneSlip(rare, common);
}

/** Words with a common rest can still be two substitutions apart: `abcde` without b, `acdbe` without b. */
function isOneSlip(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  let behind = 0;
  while (behind < Math.min(a.length, b.length) - from && a.at(-1 - behind) === b.at(-1 - behind)) {
    behind += 1;
  }
  const left = a.slice(from, a.length - behind);
  const right = b.slice(from, b.length - behind);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

function addTo(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
