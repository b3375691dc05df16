// Finds phrases by words: in any order, with slips of the pen, the best first.
import { distance } from "fastest-levenshtein";
import type { Catalogue, Phrase, Topic } from "./catalogue.ts";
import {
  normaliseWord,
  type PatternParameter,
  type PatternPart,
  type PatternReader,
} from "./pattern-words.ts";

export interface Finding {
  readonly topic: Topic;
  readonly phrase: Phrase;
  readonly score: number;
}

/**
 * The phrases that have all the words; when there is none, those that have most of them.
 * A word of the phrase itself counts more than one of its example, and that more than one of its topic; it counts most
 * where the phrase is about it, and what is more in the phrase counts against it.
 */
export function searchCatalogue(
  catalogue: Catalogue,
  words: readonly string[],
  readPattern: PatternReader,
): readonly Finding[] {
  const entries = catalogue.flatMap((topic) =>
    topic.phrases.map((phrase) => ({
      topic,
      phrase,
      places: placesOf(topic, phrase, readPattern),
    })),
  );
  const wanted = words
    .flatMap((word) => word.split(/\s+/))
    .map(normaliseWord)
    .filter((word) => word !== "")
    .map((word) => chooseForms(word, entries));
  const ranked = entries.map((entry) => ({ ...entry, ...rate(entry.places, wanted) }));
  const most = Math.max(1, ...ranked.map(({ found }) => found));
  return ranked
    .filter(({ found }) => found === most)
    .toSorted((a, b) => b.score - a.score)
    .map(({ topic, phrase, score }) => ({ topic, phrase, score }));
}

/** What newcomers look for by another name. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  checkbox: ["check", "tick"],
  dropdown: ["select", "choose"],
  goto: ["open", "visit"],
  hash: ["digest"],
  log: ["logged", "signed"],
  login: ["logged", "signed", "log"],
  logout: ["out"],
  modal: ["dialog"],
  navigate: ["open", "go"],
  popup: ["dialog", "alert"],
  sign: ["signed", "logged"],
  signin: ["signed", "logged"],
  sleep: ["wait"],
  sse: ["event", "events"],
  tomorrow: ["today"],
  ws: ["websocket"],
};

/** A word that is looked for, in the ways in which phrases may have it. */
interface Wanted {
  readonly forms: readonly string[];
  /** Nothing has it as it is, so it may be a slip of the pen. */
  readonly mayBeSlip: boolean;
}

/** What stands in a phrase and around it, in lower case. */
interface Places {
  readonly parts: readonly PatternPart[];
  readonly example: readonly string[];
  readonly topic: readonly string[];
}

function placesOf(topic: Topic, phrase: Phrase, readPattern: PatternReader): Places {
  return {
    parts: readPattern(phrase.pattern),
    example: wordsOf(phrase.example.join(" ")),
    topic: wordsOf(`${topic.pack ?? ""} ${topic.name} ${topic.title}`),
  };
}

function chooseForms(word: string, entries: readonly { readonly places: Places }[]): Wanted {
  const stem = /^(\p{L}{3,})(?:ing|ed)$/u.exec(word)?.[1];
  const forms = [word, ...(synonyms[word] ?? (stem === undefined ? [] : [stem]))];
  const isThere = entries.some(({ places }) => weigh(places, { forms, mayBeSlip: false }) > 0);
  return { forms, mayBeSlip: !isThere };
}

function rate(
  places: Places,
  wanted: readonly Wanted[],
): { readonly found: number; readonly score: number } {
  const scores = wanted.map((one) => weigh(places, one));
  const found = scores.filter((score) => score > 0).length;
  const sum = scores.reduce((total, score) => total + score, 0) + countNeighbours(places, wanted);
  // Of two that say the same, the shorter one is the one to begin with.
  const needed = neededOf(places);
  const values = needed.filter(({ kind }) => kind === "parameter").length;
  const unshown = places.example.length === 0 ? 1 : 0;
  return {
    found,
    score: sum - places.parts.length / 20 - needed.length / 10 - values / 4 - unshown,
  };
}

function neededOf({ parts }: Places): readonly PatternPart[] {
  return parts.filter(({ optional }) => !optional);
}

/** Words that follow each other as they were asked for. */
function countNeighbours(places: Places, wanted: readonly Wanted[]): number {
  const placeOf = ({ forms }: Wanted): number =>
    neededOf(places).findIndex(
      (part) => part.kind === "word" && likeness(forms[0] ?? "", part.forms) > 0,
    );
  return wanted.filter((one, index) => {
    const next = wanted[index + 1];
    return next !== undefined && placeOf(one) >= 0 && placeOf(next) === placeOf(one) + 1;
  }).length;
}

/** What a word weighs by the best place where it stands; a topic that is about it adds to that. */
function weigh(places: Places, wanted: Wanted): number {
  const { parts, topic } = places;
  const shown = likenessOf(wanted, places.example);
  const inPattern = parts.map((part, index) => {
    const before = parts.slice(0, index).filter(({ optional }) => !optional).length;
    return weighPart(part, before, wanted, shown);
  });
  const own = Math.max(4 * shown, ...inPattern);
  const around = 3 * likenessOf(wanted, topic);
  return Math.max(own, around) + Math.min(own, around) / 2;
}

/** The first form of a word is the usual one; a word that may be left out is not what the phrase is about. */
function weighPart(part: PatternPart, before: number, wanted: Wanted, shown: number): number {
  if (part.kind === "parameter") return weighParameter(part, wanted, shown);
  const like = likenessOf(wanted, part.forms);
  if (like === 0) return 0;
  const form = part.forms.findIndex((one) => likenessOf(wanted, [one]) === like);
  const isFurther = form > 1 ? 1 : 0;
  return like * (part.optional ? 6 : 10) - isFurther - Math.min(2, before / 5);
}

/** Types with few words are words of the phrase. The great ones (targets, checks) have all there are: the example tells. */
function weighParameter({ words }: PatternParameter, { forms }: Wanted, shown: number): number {
  const has = forms.some((form) => words.has(form) || words.has(form.replace(/s$/, "")));
  if (!has) return 0;
  return words.size <= 30 ? 8 : 7 * shown;
}

function wordsOf(text: string): readonly string[] {
  return text
    .split(/[^\p{L}\p{N}-]+/u)
    .map(normaliseWord)
    .filter((word) => word !== "");
}

/** Of another name a little less. */
function likenessOf({ forms, mayBeSlip }: Wanted, words: readonly string[]): number {
  const likenesses = forms.map((form, index) => likeness(form, words) * (index === 0 ? 1 : 0.95));
  const best = Math.max(...likenesses);
  if (best > 0 || !mayBeSlip) return best;
  return words.some((word) => isSlip(forms[0] ?? "", word)) ? 0.5 : 0;
}

/** 1 for the word itself, less for its plural and its beginning, 0 for another word. */
function likeness(wanted: string, words: readonly string[]): number {
  let best = 0;
  for (const word of words) {
    if (word === wanted) return 1;
    if (`${word}s` === wanted || `${wanted}s` === word) best = 0.9;
    else if (best === 0 && wanted.length > 2 && word.startsWith(wanted)) best = 0.8;
  }
  return best;
}

/** One letter in four may be wrong, and the first is nearly always right. */
function isSlip(wanted: string, word: string): boolean {
  const allowed = Math.floor(Math.max(wanted.length, word.length) / 4);
  if (allowed === 0 || Math.abs(wanted.length - word.length) > allowed) return false;
  return wanted[0] === word[0] && distance(wanted, word) <= allowed;
}
