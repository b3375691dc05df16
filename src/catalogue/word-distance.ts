// How unlike two words are, as slips of the pen make them unlike.
import { distance } from "fastest-levenshtein";

/**
 * The number of slips: a letter too many, missing, or wrong, and two neighbours in each other's place as one slip
 * (Levenshtein's distance, which counts the last as two, corrected for one such pair).
 */
export function countSlips(a: string, b: string): number {
  const slips = distance(a, b);
  return slips === 2 && a.length === b.length && areSwapped(a, b) ? 1 : slips;
}

function areSwapped(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  const end = at + 2;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(end) === b.slice(end);
}

/** A third of the letters: more is another word. */
const mostWrong = 0.34;

/**
 * 0 for the same word, up to 1 for slips of the pen and other endings; infinite for another word.
 * @param isKnown the word is one of some phrase, and so hardly a slip of the pen for this form
 */
export function differenceOfForm(word: string, form: string, isKnown: boolean): number {
  if (word === form) return 0;
  const longer = Math.max(word.length, form.length);
  // Most words are told apart by their lengths, which takes no time.
  if (!isKnown && Math.abs(word.length - form.length) <= longer * mostWrong) {
    const share = countSlips(word, form) / longer;
    if (share <= mostWrong) return share * 1.2;
  }
  // `sees` for `see`, `visiting` for `visits`: another ending of the same stem.
  if (Math.abs(word.length - form.length) <= 2 && isStemOf(word, form)) return 0.3;
  const stem = form.slice(0, Math.max(4, form.length - 2));
  return stem.length >= 4 && word.startsWith(stem) ? 0.4 : Number.POSITIVE_INFINITY;
}

function isStemOf(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a));
}
