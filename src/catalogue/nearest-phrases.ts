// Which phrases a sentence that no definition matches was probably meant to be. First come those that take it with a
// slip of the pen mended. Then it is laid beside each pattern and its example word by word (an edit distance of words);
// what is left over or missing is what it costs.
import { makeMendedFinder } from "./mended-phrases.ts";
import type { NearPhrase } from "./near-phrase.ts";
import type { ParameterType } from "./parameter-type.ts";
import {
  makePatternReader,
  normaliseWord,
  type PatternParameter,
  type PatternPart,
  type PatternWord,
} from "./pattern-words.ts";
import { differenceOfForm } from "./word-distance.ts";

/** A piece of a sentence: a word, or something in quotes, a number or `{{name}}`, which stand for values. */
interface Piece {
  readonly kind: "word" | "value";
  readonly word: string;
  readonly isName: boolean;
  /** A word of some phrase, and so hardly a slip of the pen for another one. */
  readonly isKnown: boolean;
}

/** A half of all words wrong is another sentence. */
const farthest = 0.45;
/** A sentence that shares no more than half of its telling words is about something else. */
const leastLikeness = 0.5;

/** The phrases nearest to a sentence, the best first, at most three; none when all are far from it. */
export type NearestFinder = (sentence: string) => readonly NearPhrase[];

const most = 3;

/**
 * Reads the patterns once, for any number of sentences. A sentence takes some milliseconds.
 * @param exampleOf a step of the pattern without its keyword, where one is known
 */
export function makeNearestFinder(
  patterns: readonly string[],
  parameterTypes: readonly ParameterType[] = [],
  exampleOf: (pattern: string) => string | undefined = () => undefined,
): NearestFinder {
  const readPattern = makePatternReader(parameterTypes);
  const known = patterns.map((pattern) => {
    const example = exampleOf(pattern);
    const forms = [readPattern(pattern), ...(example === undefined ? [] : [readExample(example)])];
    return { pattern, example, forms };
  });
  const words = new Set(known.flatMap(({ forms }) => forms.flat().flatMap(wordsOf)));
  const mend = makeMendedFinder(
    patterns,
    parameterTypes,
    known.flatMap(({ example }) => example ?? []),
  );
  return (sentence) => {
    const pieces = readSentence(sentence, words);
    const costs = known.map(({ pattern, forms }) => {
      return { pattern, cost: Math.min(...forms.map((parts) => compare(pieces, parts))) };
    });
    const ranked = costs.toSorted((a, b) => a.cost - b.cost);
    const exact = mend(
      sentence,
      ranked.map(({ pattern }) => pattern),
    );
    const near = ranked.flatMap(({ pattern, cost }) =>
      cost > farthest || exact.some((one) => one.pattern === pattern) ? [] : { pattern },
    );
    return [...exact, ...near].slice(0, most);
  };
}

const value =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'(?!\w)|\{\{[^{}]*\}\}|\{\w+\}|-?\b\d+(?:\.\d+)?\b/;

/** An example is a pattern of words, with a value wherever it has one. */
function readExample(example: string): readonly PatternPart[] {
  return readSentence(example, new Set()).map(({ kind, word, isName }, at): PatternPart => {
    if (kind === "word" && !(isName && at === 0)) return { kind, forms: [word], optional: false };
    const name = kind === "value" ? "text" : "actor";
    return { kind: "parameter", name, words: new Set(), optional: false };
  });
}

function wordsOf(part: PatternPart): readonly string[] {
  return part.kind === "word" ? part.forms : [...part.words];
}

const isValue = new RegExp(`^(?:${value.source}|/\\S*)$`);
const tokenOf = new RegExp(`${value.source}|[^\\s"]+|"`, "g");

function readSentence(sentence: string, words: ReadonlySet<string>): readonly Piece[] {
  const tokens = sentence.match(tokenOf) ?? [];
  return tokens.flatMap((token, index): readonly Piece[] => {
    const word = normaliseWord(token);
    const isKnown = words.has(word);
    // What a page says is often written without quotes: `I press Save`.
    const isTitle = index > 0 && word !== "i" && /^\p{Lu}\p{Ll}/u.test(token) && !isKnown;
    if (isTitle || isValue.test(token)) {
      return [{ kind: "value", word: "", isName: false, isKnown: false }];
    }
    const isName = word === "i" || (index === 0 && /^\p{Lu}/u.test(token));
    return word === "" ? [] : [{ kind: "word", word, isName, isKnown }];
  });
}

/** Words that say little of what a sentence is about. */
const small = new Set(
  "a an the am is are be to of in on at as with and for that this it i".split(" "),
);

function weigh(words: readonly string[]): number {
  return words.every((word) => small.has(word)) ? 0.3 : 1;
}

function weighPiece({ kind, word }: Piece): number {
  return kind === "value" ? 0.8 : weigh([word]);
}

function weighPart(part: PatternPart): number {
  if (part.kind === "parameter") return part.optional ? 0 : part.name === "actor" ? 0.3 : 0.8;
  return part.optional ? 0 : weigh(part.forms);
}

/** 0 for a sentence of the pattern, 1 for one that has nothing of it. */
function compare(pieces: readonly Piece[], parts: readonly PatternPart[]): number {
  if (!isLike(pieces, parts)) return 1;
  const all = sum(pieces.map(weighPiece)) + sum(parts.map(weighPart));
  return (2 * alignmentCost(pieces, parts)) / Math.max(1, all);
}

function isLike(pieces: readonly Piece[], parts: readonly PatternPart[]): boolean {
  const isExpecting = pieces.some(({ word }) => /^(?:should|must)/.test(word));
  const likeness = likenessOf(pieces, parts, isExpecting);
  if (isExpecting || likeness !== leastLikeness) return likeness > leastLikeness;
  // A half is a verb that many have, unless as much is done with it: `I fill "Email" using "ada@example.com"`.
  return pieces.filter(({ kind }) => kind === "value").length >= 2;
}

/**
 * The share of a sentence's telling words that the pattern has too: "should be" stands in hundreds of phrases, and a
 * guess that has nothing else in common with a sentence leads its reader astray.
 */
function likenessOf(
  pieces: readonly Piece[],
  parts: readonly PatternPart[],
  withValues: boolean,
): number {
  const has = pieces.map((piece) => isTelling(piece) && parts.some((part) => isIn(piece, part)));
  if (!has.includes(true)) return 0;
  const hasWord = pieces.some(
    (piece, at) =>
      has[at] === true && parts.some((part) => part.kind === "word" && isIn(piece, part)),
  );
  if (!hasWord) return 0;
  const from = findEndOfActor(pieces, parts, has);
  const telling = pieces.flatMap((piece, at) => {
    if (piece.kind === "value") return withValues && parts.some(isFree) ? [true] : [];
    return at >= from && isTelling(piece) ? [has[at] === true] : [];
  });
  return telling.filter(Boolean).length / Math.max(1, telling.length);
}

/** `the registered customer` is who acts, whatever the words. */
function findEndOfActor(
  pieces: readonly Piece[],
  [first]: readonly PatternPart[],
  has: readonly boolean[],
): number {
  if (first?.kind !== "parameter" || first.name !== "actor") return 0;
  if (!/^(?:the|an?)$/.test(pieces[0]?.word ?? "")) return pieces[0]?.isName === true ? 1 : 0;
  const verb = has.indexOf(true);
  return verb > 0 && verb <= 4 ? verb : 0;
}

/** These stand in sentences about anything. */
const untelling = new Set(
  "by from into not no my our your their his her its these those all any each some then now still also".split(
    " ",
  ),
);

function isTelling({ kind, word }: Piece): boolean {
  return kind === "word" && !small.has(word) && !untelling.has(word) && !modals.test(word);
}

/** A place for any value. */
function isFree(part: PatternPart): boolean {
  return part.kind === "parameter" && part.name !== "actor" && part.words.size === 0;
}

function isIn(piece: Piece, part: PatternPart): boolean {
  return part.kind === "word" ? differenceOf(piece, part) < 0.5 : part.words.has(piece.word);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** The cheapest way to lay the sentence along the pattern, from the end backwards. */
function alignmentCost(pieces: readonly Piece[], parts: readonly PatternPart[]): number {
  // Row of the pieces after the last part, then for each part before it.
  let after = pieces.map((_, at) => sum(pieces.slice(at).map(weighPiece)));
  after.push(0);
  for (const part of parts.toReversed()) {
    const row: number[] = [];
    for (let at = pieces.length; at >= 0; at -= 1) {
      const piece = pieces[at];
      const skipPart = weighPart(part) + (after[at] ?? 0);
      const skipPiece =
        piece === undefined ? Number.POSITIVE_INFINITY : weighPiece(piece) + (row[at + 1] ?? 0);
      row[at] = Math.min(skipPart, skipPiece, fitPart(part, pieces, at, after));
    }
    after = row;
  }
  return after[0] ?? 0;
}

/** The cost of taking the part for one piece or more, and going on after them. */
function fitPart(
  part: PatternPart,
  pieces: readonly Piece[],
  at: number,
  after: readonly number[],
): number {
  const piece = pieces[at];
  if (piece === undefined) return Number.POSITIVE_INFINITY;
  if (part.kind === "word") return differenceOf(piece, part) + (after[at + 1] ?? 0);
  const reach = reachOf(part, piece);
  let best = Number.POSITIVE_INFINITY;
  let taken = firstCost(part, piece);
  for (let end = at + 1; end <= Math.min(pieces.length, at + reach); end += 1) {
    best = Math.min(best, taken + (after[end] ?? 0));
    taken += nextCost(part, pieces[end]);
  }
  return best;
}

/** How many pieces a parameter can be, when it begins with this one. */
function reachOf({ name, words }: PatternParameter, { word }: Piece): number {
  if (name === "actor") return /^(?:the|an?)$/.test(word) ? 4 : 1;
  return reaches[name] ?? (words.size > 0 ? 5 : 1);
}

const reaches: Readonly<Record<string, number>> = {
  check: 8,
  duration: 2,
  element: 6,
  field: 4,
  target: 6,
  things: 5,
};

const modals = /^(?:should|must|shall|is|are|was|were|does|do|has|have|equals?|contains?)(?:n't)?$/;

/** How ill the first piece fits the parameter. */
function firstCost({ name: parameter, words }: PatternParameter, piece: Piece): number {
  const { kind, word, isName } = piece;
  if (parameter === "actor") return isName || word === "the" ? 0 : 0.6;
  if (parameter === "check") return modals.test(word) ? 0 : kind === "value" ? 0.4 : 0.9;
  if (parameter === "text" || parameter === "value") return kind === "value" ? 0 : 0.5;
  if (words.has(word)) return 0;
  return kind === "value" ? 0 : 0.15 + (words.size > 0 ? 0.3 : 0);
}

/** How ill a further piece fits: a "should" ends whoever acts and whatever is meant. */
function nextCost({ name, words }: PatternParameter, piece: Piece | undefined): number {
  if (piece === undefined || piece.kind === "value") return 0.02;
  if (words.has(piece.word) && name !== "actor") return 0.01;
  return name !== "check" && modals.test(piece.word) ? 1 : 0.1;
}

/** 0 for the same word in any form, up to 1 for slips of the pen; no other word fits. */
function differenceOf({ kind, word, isKnown }: Piece, { forms }: PatternWord): number {
  if (kind === "value") return Number.POSITIVE_INFINITY;
  if (forms.includes(word)) return 0;
  let least = Number.POSITIVE_INFINITY;
  for (const form of forms) least = Math.min(least, differenceOfForm(word, form, isKnown));
  return least;
}
