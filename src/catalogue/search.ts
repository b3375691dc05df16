// Finds phrases by words: in any order, with slips of the pen, the best first.
import { distance } from "fastest-levenshtein";
import type { Catalogue, Phrase, Topic } from "./catalogue.ts";
import { normaliseWord, type PatternParameter, type PatternReader } from "./pattern-words.ts";

export interface Finding {
  readonly topic: Topic;
  readonly phrase: Phrase;
  readonly score: number;
}

/**
 * The phrases that have all the words; when there is none, those that have most of them.
 * A word of the phrase itself counts more than one of its example, and that more than one of its topic.
 */
export function searchCatalogue(
  catalogue: Catalogue,
  words: readonly string[],
  readPattern: PatternReader,
): readonly Finding[] {
  const wanted = words
    .flatMap((word) => word.split(/\s+/))
    .map(normaliseWord)
    .filter((word) => word !== "");
  const ranked = catalogue.flatMap((topic) =>
    topic.phrases.map((phrase) => ({ topic, phrase, ...rate(topic, phrase, wanted, readPattern) })),
  );
  const most = Math.max(1, ...ranked.map(({ found }) => found));
  return ranked
    .filter(({ found }) => found === most)
    .toSorted((a, b) => b.score - a.score)
    .map(({ topic, phrase, score }) => ({ topic, phrase, score }));
}

/** What a word weighs by where it stands. */
const weights = { pattern: 10, example: 4, topic: 3 } as const;

function rate(
  topic: Topic,
  phrase: Phrase,
  wanted: readonly string[],
  readPattern: PatternReader,
): { readonly found: number; readonly score: number } {
  const parts = readPattern(phrase.pattern);
  const places = {
    pattern: parts.flatMap((part) => (part.kind === "word" ? part.forms : [])),
    example: [
      ...wordsOf(phrase.example.join(" ")),
      ...parts.flatMap((part) => (part.kind === "parameter" ? wordsFor(part) : [])),
    ],
    topic: wordsOf(`${topic.pack ?? ""} ${topic.name} ${topic.title}`),
  };
  const scores = wanted.map((word) =>
    Math.max(
      weights.pattern * likeness(word, places.pattern),
      weights.example * likeness(word, places.example),
      weights.topic * likeness(word, places.topic),
    ),
  );
  const sum = scores.reduce((total, score) => total + score, 0);
  // Of two that say the same, the shorter one is the one to begin with.
  return { found: scores.filter((score) => score > 0).length, score: sum - parts.length / 20 };
}

/** Types with few words are words of the phrase; the great ones (targets, checks) have all there are. */
function wordsFor({ words }: PatternParameter): readonly string[] {
  return words.size <= 30 ? [...words] : [];
}

function wordsOf(text: string): readonly string[] {
  return text
    .split(/[^\p{L}\p{N}-]+/u)
    .map(normaliseWord)
    .filter((word) => word !== "");
}

/** 1 for the word itself, less for its beginning and for slips, 0 for another word. */
function likeness(wanted: string, words: readonly string[]): number {
  let best = 0;
  for (const word of words) {
    if (word === wanted) return 1;
    if (wanted.length > 2 && word.startsWith(wanted)) best = Math.max(best, 0.8);
    else if (best < 0.5 && isSlip(wanted, word)) best = 0.5;
  }
  return best;
}

/** One letter in four may be wrong, and the first is nearly always right. */
function isSlip(wanted: string, word: string): boolean {
  const allowed = Math.floor(Math.max(wanted.length, word.length) / 4);
  if (allowed === 0 || Math.abs(wanted.length - word.length) > allowed) return false;
  return wanted[0] === word[0] && distance(wanted, word) <= allowed;
}
