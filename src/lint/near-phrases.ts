// Phrases of a project that say the same in nearly the same words. Phrases meet by a key (their content words in
// alphabetical order), never each with each, so that hundreds of thousands of steps take less than a second.
import type { Story } from "../story/story.ts";
import { findMisspelledWords } from "./misspelled-words.ts";
import {
  differInCountOnly,
  differInDirection,
  differInPlaces,
  keyOf,
  makePhraseReader,
  makeWordWeigher,
  type PhraseReader,
  weighEnd,
  wordsOf,
} from "./phrase-shape.ts";
import { PhraseTable, type PhraseUse } from "./phrase-table.ts";
import { isEnglish } from "./plain-words.ts";
import { listWrittenSteps } from "./written-steps.ts";

export interface NearPhrases {
  readonly rare: PhraseUse;
  /** The more common one. */
  readonly common: PhraseUse;
}

export interface PhraseCollector {
  readonly see: (story: Story) => void;
  /** Each phrase that nearly equals a more common one, with that one; a phrase is told once. */
  readonly findNear: () => readonly NearPhrases[];
}

/** Keeps the phrases of the stories that it sees, and none of the stories. */
export function collectPhrases(): PhraseCollector {
  const languages = new Map<string, LanguagePhrases>();
  return {
    see: (story) => seePhrases(story, languages),
    findNear: () =>
      [...languages.values()].flatMap((phrases) =>
        findNear(phrases.table.list().filter(hasWords), phrases.isEnglish),
      ),
  };
}

interface LanguagePhrases {
  readonly isEnglish: boolean;
  readonly table: PhraseTable;
}

function seePhrases(story: Story, languages: Map<string, LanguagePhrases>): void {
  const english = isEnglish(story.language);
  const name = english ? "en" : story.language;
  const phrases = languages.get(name) ?? { isEnglish: english, table: new PhraseTable() };
  languages.set(name, phrases);
  for (const written of listWrittenSteps(story)) phrases.table.count(written, story.uri);
}

/** One word alone, or none, is too little to be nearly something else. */
function hasWords({ shape }: PhraseUse): boolean {
  return /\p{L}\S*\s.*\p{L}/u.test(shape);
}

function findNear(uses: readonly PhraseUse[], english: boolean): readonly NearPhrases[] {
  // A phrase of one language never meets one of another.
  const read = makePhraseReader(english);
  const words = new Map<string, WordUse>();
  const count = makeWordCounter(words, makeWordWeigher(english));
  const groups = groupBy(uses, count);
  const near = new Map<PhraseUse, PhraseUse>();
  for (const alike of groups.values()) {
    if (alike.length === 1) continue;
    for (const [key, group] of groupBy(alike, ({ shape }) => keyOf(read(shape)))) {
      // Small words alone say nothing, so they do not say the same.
      if (group.length > 1 && key !== "") pairInGroup(group, read, near);
    }
  }
  for (const { use, meant } of listMisspelled(words)) {
    if (near.has(use)) continue;
    const key = keyOf(read(meant));
    const alike = groups.get(weighShape(meant, words)) ?? [];
    const group = alike.filter(({ shape }) => keyOf(read(shape)) === key);
    if (group.includes(use)) continue;
    const other = findCommonest(use, meant, group, read);
    if (other !== undefined && near.get(other) !== use) near.set(use, other);
  }
  return [...near].map(([rare, common]) => ({ rare, common }));
}

function groupBy<Key>(
  uses: readonly PhraseUse[],
  keyOfUse: (use: PhraseUse) => Key,
): ReadonlyMap<Key, readonly PhraseUse[]> {
  const groups = new Map<Key, PhraseUse[]>();
  for (const use of uses) {
    const key = keyOfUse(use);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [use]);
    else group.push(use);
  }
  return groups;
}

/** Each phrase with the commonest that it could be; of two that are as common, the first is meant. */
function pairInGroup(
  group: readonly PhraseUse[],
  read: PhraseReader,
  near: Map<PhraseUse, PhraseUse>,
): void {
  const sorted = group.toSorted((a, b) => b.count - a.count);
  for (const [index, use] of sorted.entries()) {
    const common = findCommonest(use, use.shape, sorted.slice(0, index), read);
    if (common !== undefined) near.set(use, common);
  }
}

function findCommonest(
  use: PhraseUse,
  shape: string,
  group: readonly PhraseUse[],
  read: PhraseReader,
): PhraseUse | undefined {
  let best: PhraseUse | undefined;
  for (const one of group) {
    if (one === use || one.count <= (best?.count ?? 0)) continue;
    if (differInCountOnly(shape, one.shape) && shape === use.shape) continue;
    const said = read(shape);
    const other = read(one.shape);
    if (differInPlaces(said, other) || differInDirection(said, other, shape)) continue;
    best = one;
  }
  return best;
}

interface WordUse {
  /** In how many phrases. */
  count: number;
  last: PhraseUse;
  /** The first two phrases: only rare words are looked up again. */
  readonly first: PhraseUse[];
  /** Equal for words that say the same. */
  readonly weight: number;
}

/** Phrases with a word that is probably misspelled, and what they would be without that slip. */
function* listMisspelled(
  words: ReadonlyMap<string, WordUse>,
): Generator<{ readonly use: PhraseUse; readonly meant: string }> {
  const counts = new Map<string, number>();
  for (const [word, { count }] of words) counts.set(word, count);
  for (const [rare, common] of findMisspelledWords(counts)) {
    for (const use of words.get(rare)?.first ?? []) {
      const meant = wordsOf(use.shape).map((word) => (word === rare ? common : word));
      yield { use, meant: meant.join(" ") };
    }
  }
}

/** Counts the words of a phrase, and gives what they weigh together: equal for phrases that may say the same. */
function makeWordCounter(
  words: Map<string, WordUse>,
  weigh: (word: string) => number,
): (use: PhraseUse) => number {
  return (use) => {
    let sum = weighEnd(use.shape);
    for (const word of wordsOf(use.shape)) {
      let known = words.get(word);
      if (known === undefined) {
        known = { count: 1, last: use, first: [use], weight: weigh(word) };
        words.set(word, known);
      } else if (known.last !== use) {
        known.count += 1;
        known.last = use;
        if (known.count === 2) known.first.push(use);
      }
      sum += known.weight;
    }
    return sum;
  };
}

/** The same for a phrase of words that were counted. */
function weighShape(shape: string, words: ReadonlyMap<string, WordUse>): number {
  let sum = weighEnd(shape);
  for (const word of wordsOf(shape)) sum += words.get(word)?.weight ?? 0;
  return sum;
}
