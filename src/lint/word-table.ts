// Counts the words of tens of thousands of phrases, and weighs phrases by them. A word is known by its bits: it is cut
// out of a phrase when it is seen first, and not again.
import { makeWordWeigher, weighEnd } from "./phrase-shape.ts";
import { TextIndex } from "./text-index.ts";

export class WordTable<Phrase> {
  readonly #index = new TextIndex();
  readonly #weigh: (word: string) => number;
  /** In lower case, and in the order in which they were first seen, as everything below. */
  readonly #words: string[] = [];
  /** Equal for words that say the same. */
  readonly #weights: number[] = [];
  readonly #counts: number[] = [];
  readonly #last: (Phrase | undefined)[] = [];
  /** The first two phrases: only rare words are looked up again. */
  readonly #first: Phrase[][] = [];

  constructor(isEnglish: boolean) {
    this.#weigh = makeWordWeigher(isEnglish);
  }

  /** Counts the words of one more phrase; gives what they weigh together, equal for phrases that may say the same. */
  add(shape: string, phrase: Phrase): number {
    let sum = weighEnd(shape);
    for (const place of this.#placesOf(shape.toLowerCase())) {
      sum += this.#weights[place] ?? 0;
      if (this.#last[place] === phrase) continue;
      this.#last[place] = phrase;
      const count = (this.#counts[place] ?? 0) + 1;
      this.#counts[place] = count;
      if (count <= 2) this.#first[place]?.push(phrase);
    }
    return sum;
  }

  /** What the words of a phrase weigh that were all counted before. */
  weigh(shape: string): number {
    let sum = weighEnd(shape);
    for (const place of this.#placesOf(shape.toLowerCase())) sum += this.#weights[place] ?? 0;
    return sum;
  }

  /** In how many phrases each word is. */
  counts(): ReadonlyMap<string, number> {
    return new Map(this.#words.map((word, place) => [word, this.#counts[place] ?? 0]));
  }

  /** The first two phrases that have the word, which is one of counts(). */
  makeFirstFinder(): (word: string) => readonly Phrase[] {
    const places = new Map(this.#words.map((word, place) => [word, place]));
    return (word) => this.#first[places.get(word) ?? -1] ?? [];
  }

  /** Of the words between spaces, in their order; a word that is new is noted. */
  #placesOf(lower: string): readonly number[] {
    const places: number[] = [];
    let start = 0;
    let low = 1;
    let high = 1;
    for (let at = 0; at <= lower.length; at += 1) {
      const code = at < lower.length ? lower.charCodeAt(at) : space;
      if (code !== space) {
        low = Math.imul(low ^ code, 0x01000193);
        high = Math.imul(((high << 5) | (high >>> 27)) ^ code, 0x9e3779b1);
        continue;
      }
      const place = this.#index.placeOf(low, high);
      if (place === this.#words.length) this.#note(lower.slice(start, at));
      places.push(place);
      start = at + 1;
      low = 1;
      high = 1;
    }
    return places;
  }

  #note(word: string): void {
    this.#words.push(word);
    this.#weights.push(this.#weigh(word));
    this.#counts.push(0);
    this.#last.push(undefined);
    this.#first.push([]);
  }
}

const space = 32;
