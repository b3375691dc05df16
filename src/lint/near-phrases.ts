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
  shapeOf,
  wordsOf,
} from "./phrase-shape.ts";
import { isEnglish } from "./plain-words.ts";
import { copyWritten, listWrittenSteps, type WrittenStep } from "./written-steps.ts";

export interface PhraseUse {
  readonly shape: string;
  /** How many steps are written so. */
  count: number;
  /** The first of them. */
  readonly first: WrittenStep;
  readonly uri: string;
}

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
        // A phrase of one language never meets one of another.
        findNear([...phrases.uses.values()], makePhraseReader(phrases.isEnglish)),
      ),
  };
}

interface LanguagePhrases {
  readonly isEnglish: boolean;
  readonly uses: Map<string, PhraseUse>;
}

function seePhrases(story: Story, languages: Map<string, LanguagePhrases>): void {
  const english = isEnglish(story.language);
  const name = english ? "en" : story.language;
  const phrases = languages.get(name) ?? { isEnglish: english, uses: new Map() };
  languages.set(name, phrases);
  for (const written of listWrittenSteps(story)) {
    const shape = shapeOf(written.step.text);
    const known = phrases.uses.get(shape);
    if (known !== undefined) known.count += 1;
    else {
      const first = copyWritten(written);
      phrases.uses.set(shape, { shape, count: 1, first, uri: story.uri });
    }
  }
}

function findNear(uses: readonly PhraseUse[], read: PhraseReader): readonly NearPhrases[] {
  const groups = new Map<string, PhraseUse[]>();
  for (const use of uses) {
    const key = keyOf(read(use.shape));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [use]);
    else group.push(use);
  }
  const near = new Map<PhraseUse, PhraseUse>();
  for (const group of groups.values()) {
    if (group.length > 1) pairInGroup(group, read, near);
  }
  for (const { use, meant } of listMisspelled(uses)) {
    const group = groups.get(keyOf(read(meant))) ?? [];
    if (near.has(use) || group.includes(use)) continue;
    const other = findCommonest(use, meant, group, read);
    if (other !== undefined && near.get(other) !== use) near.set(use, other);
  }
  return [...near].map(([rare, common]) => ({ rare, common }));
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
  uses: readonly PhraseUse[],
): Generator<{ readonly use: PhraseUse; readonly meant: string }> {
  const byWord = new Map<string, PhraseUse[]>();
  const counts = new Map<string, number>();
  for (const use of uses) {
    for (const word of new Set(wordsOf(use.shape))) {
      const count = (counts.get(word) ?? 0) + 1;
      counts.set(word, count);
      // Only rare words are looked up again.
      if (count === 1) byWord.set(word, [use]);
      else if (count === 2) byWord.get(word)?.push(use);
    }
  }
  for (const [rare, common] of findMisspelledWords(counts)) {
    for (const use of byWord.get(rare) ?? []) {
      const meant = wordsOf(use.shape).map((word) => (word === rare ? common : word));
      yield { use, meant: meant.join(" ") };
    }
  }
}
