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
  type PhraseReader,
  wordsOf,
} from "./phrase-shape.ts";
import { joinPhrases, type PhraseColumns, PhraseTable, type PhraseUse } from "./phrase-table.ts";
import { isEnglish } from "./plain-words.ts";
import { WordTable } from "./word-table.ts";
import { listWrittenSteps } from "./written-steps.ts";

export interface NearPhrases {
  readonly rare: PhraseUse;
  /** The more common one. */
  readonly common: PhraseUse;
}

/** The phrases of one language. */
export interface LanguagePhrases {
  /** `en` for all that is English. */
  readonly name: string;
  readonly phrases: PhraseColumns;
}

export interface PhraseCollector {
  readonly see: (story: Story, order: number) => void;
  readonly facts: () => readonly LanguagePhrases[];
}

/** Keeps the phrases of the stories that it sees, and none of the stories. */
export function collectPhrases(): PhraseCollector {
  const tables = new Map<string, PhraseTable>();
  return {
    see: (story, order) => {
      const name = isEnglish(story.language) ? "en" : story.language;
      const table = tables.get(name) ?? new PhraseTable();
      tables.set(name, table);
      for (const written of listWrittenSteps(story)) table.count(written, story.uri, order);
    },
    facts: () => [...tables].map(([name, table]) => ({ name, phrases: table.columns() })),
  };
}

/** Each phrase of all parts that nearly equals a more common one, with that one; a phrase is told once. */
export function findNearPhrases(
  parts: readonly (readonly LanguagePhrases[])[],
): readonly NearPhrases[] {
  const languages = new Map<string, PhraseColumns[]>();
  for (const { name, phrases } of parts.flat()) {
    const group = languages.get(name);
    if (group === undefined) languages.set(name, [phrases]);
    else group.push(phrases);
  }
  return [...languages].flatMap(([name, group]) =>
    findNear(joinPhrases(group).filter(hasWords), name === "en"),
  );
}

/** One word alone, or none, is too little to be nearly something else. */
function hasWords({ shape }: PhraseUse): boolean {
  return /\p{L}\S*\s.*\p{L}/u.test(shape);
}

function findNear(uses: readonly PhraseUse[], english: boolean): readonly NearPhrases[] {
  // A phrase of one language never meets one of another.
  const read = makePhraseReader(english);
  const words = new WordTable<PhraseUse>(english);
  const groups = groupBy(uses, (use) => words.add(use.shape, use));
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
    const alike = groups.get(words.weigh(meant)) ?? [];
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

/** Phrases with a word that is probably misspelled, and what they would be without that slip. */
function* listMisspelled(
  words: WordTable<PhraseUse>,
): Generator<{ readonly use: PhraseUse; readonly meant: string }> {
  const firstOf = words.makeFirstFinder();
  for (const [rare, common] of findMisspelledWords(words.counts())) {
    for (const use of firstOf(rare)) {
      const meant = wordsOf(use.shape).map((word) => (word === rare ? common : word));
      yield { use, meant: meant.join(" ") };
    }
  }
}
