// A step's phrase: its text without what changes from use to use. Two steps with one shape are uses of one phrase.

/**
 * What stands for text in quotes, a number, or a placeholder of an outline: a character that no text has, and one that
 * leaves a plain text plain, since texts with others take V8 twice the memory and time.
 */
export const valueMark = "\u0001";

const mayHoldValues = /["'<{\d`“«]/;
// A quote in the middle of a word is an apostrophe.
const values =
  /"(?:[^"\\]|\\.)*"|(?<![\p{L}\p{N}])'(?:[^'\\]|\\.)*'(?![\p{L}\p{N}])|`[^`]*`|“[^”]*”|«[^»]*»|\{\{[^{}]*\}\}|<[^<>]+>|[-+]?\b\d+(?:[.,:]\d+)*/gu;

/** `I fill in "Email" with "a@b.c"` → `I fill in … with …`, with a mark for each `…`; see showShape. */
export function shapeOf(text: string): string {
  if (!mayHoldValues.test(text)) return text;
  return text.replace(values, valueMark);
}

/** A shape as a person reads it. */
export function showShape(shape: string): string {
  return shape.replaceAll(valueMark, "…");
}

/** Words that can be left out or put in, and the phrase says the same. */
const small = new Set("a an the my that then also now on to in at into onto of for".split(" "));

/** What people write for the same thing, by its stem. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ["press", "click"],
  ["tap", "click"],
]);

/** A phrase's words in their order, each reduced to what it says; those that say nothing are gone. */
export type PhraseReader = (shape: string) => readonly string[];

/** English has small words and endings that are known here; words of other languages stay as they are. */
export function makePhraseReader(isEnglish: boolean): PhraseReader {
  const stems = new Map<string, string>();
  const reduce = (word: string): string => {
    let stem = stems.get(word);
    if (stem === undefined) {
      stem = isEnglish ? reduceEnglish(word) : stripSigns(word);
      stems.set(word, stem);
    }
    return stem;
  };
  return (shape) => {
    const words: string[] = [];
    for (const word of wordsOf(shape)) {
      const stem = reduce(word);
      if (stem !== "") words.push(stem);
    }
    // What follows is a part of the phrase: a table or a text.
    if (shape.endsWith(":")) words.push(":");
    return words;
  };
}

/** Equal for phrases of the same words in any order. */
export function keyOf(words: readonly string[]): string {
  return words.toSorted().join(" ");
}

/**
 * A number that is equal for words that say the same. The sum of those of a phrase is equal for phrases with equal keys,
 * and hardly ever for others: there are tens of thousands of phrases of which few meet, so that keys are only made for
 * those that may.
 */
export function makeWordWeigher(isEnglish: boolean): (word: string) => number {
  const reduce = isEnglish ? reduceEnglish : stripSigns;
  const byStem = new Map<string, number>([["", 0]]);
  return (word) => {
    const stem = reduce(word);
    const weight = byStem.get(stem) ?? scatter(byStem.size);
    byStem.set(stem, weight);
    return weight;
  };
}

/** The end of MurmurHash3: 32 bits, so that sums are exact, and no rule in them by which sums would meet. */
function scatter(count: number): number {
  const first = Math.imul(count ^ (count >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16)) >>> 0;
}

/** What the end of a phrase adds to the sum of its words: a table or a text that follows is a part of it. */
export function weighEnd(shape: string): number {
  return shape.endsWith(":") ? 1 : 0;
}

const direction = /\b(?:to|into|onto|from|before|after|than|by|above|below)\b/;

/** Whether the same words in another order say something else: `from A to B` is not `from B to A`. */
export function differInDirection(
  a: readonly string[],
  b: readonly string[],
  shape: string,
): boolean {
  return direction.test(shape) && a.join(" ") !== b.join(" ");
}

/** Whether a value stands at another place among the same words: `the … tab` is not `the tab …`. */
export function differInPlaces(a: readonly string[], b: readonly string[]): boolean {
  const saidBy = (words: readonly string[]) =>
    words.filter((word) => !word.includes(valueMark)).join(" ");
  return a.join(" ") !== b.join(" ") && saidBy(a) === saidBy(b);
}

/** In lower case, as they stand. */
export function wordsOf(shape: string): readonly string[] {
  return shape.toLowerCase().split(" ");
}

/** Without the dots and commas around it. */
function stripSigns(word: string): string {
  return word.replace(/^[("'[]+|[)"'\].,;:!?]+$/g, "");
}

function reduceEnglish(word: string): string {
  const plain = stripSigns(word);
  if (small.has(plain)) return "";
  const stem = stemOf(plain);
  return synonyms.get(stem) ?? stem;
}

/** `clicks`, `clicked` and `clicking` → `click`. No linguistics: two forms of a word only have to meet. */
export function stemOf(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  const bare = word
    .replace(/(?:ied|ies)$/, "y")
    .replace(/(?<=[a-z]{3})(?:ing|ed)$/, "")
    .replace(/(?<=(?:s|x|z|ch|sh))es$/, "")
    .replace(/(?<=[^su])s$/, "")
    .replace(/([bdgklmnprt])\1$/, "$1");
  return bare.length > 3 ? bare.replace(/e$/, "") : bare;
}

/** Whether two phrases differ only in the number of what is counted: `… items` and `… item`. */
export function differInCountOnly(a: string, b: string): boolean {
  const left = wordsOf(a);
  const right = wordsOf(b);
  if (left.length !== right.length) return false;
  return left.every((word, index) => {
    const other = right[index] ?? "";
    if (word === other) return true;
    const isArticle = /^an?$/.test(word) && /^an?$/.test(other);
    return (
      isArticle || (left[index - 1]?.includes(valueMark) === true && stemOf(word) === stemOf(other))
    );
  });
}
