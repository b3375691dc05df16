// A sentence with its slips of the pen mended: what somebody may have meant to write, by the words that patterns and
// their examples have. Whether a pattern takes it, others say.
import type { ParameterType } from "./parameter-type.ts";
import { countSlips } from "./word-distance.ts";

export interface SentenceMender {
  /** The sentence with the words mended that nobody knows; the likeliest first. */
  unknownWords(sentence: string): readonly string[];
  /** With a known word for another one, or an article or a colon more or a word less. */
  otherSlips(sentence: string): readonly string[];
}

/** More is another sentence, and takes long. */
const mostUnknown = 3;
const mostChoices = 4;
const most = 60;

/** @param examples sentences as they can be written */
export function makeSentenceMender(
  patterns: readonly string[],
  types: readonly ParameterType[],
  examples: readonly string[],
): SentenceMender {
  const known = new Set([
    ...patterns.flatMap(wordsOfPattern),
    ...types.flatMap(({ regexps }) => regexps.flatMap(wordsOfSource)),
    ...examples.flatMap((example) => cut(example).filter(isWord)),
  ]);
  const words = [...known];
  const nearTo = (word: string, slips: number) => choose(word, words, slips);
  return {
    unknownWords: (sentence) => mendUnknown(cut(sentence), known, nearTo),
    otherSlips: (sentence) => {
      const tokens = cut(sentence);
      return [...new Set([...mendKnown(tokens, known, nearTo), ...mendGrammar(tokens)])];
    },
  };
}

/** Quoted texts, addresses and `{{names}}` are the writer's own; between them words and what stands between words. */
function cut(sentence: string): readonly string[] {
  return (
    sentence.match(
      /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'(?!\w)|\{\{[^{}]*\}\}|\{\w+\}|\/\S+|[\p{L}\p{N}]+|[^\p{L}\p{N}]/gu,
    ) ?? []
  );
}

function isWord(token: string): boolean {
  return /^[\p{L}\p{N}]*\p{L}[\p{L}\p{N}]*$/u.test(token);
}

function wordsOfPattern(pattern: string): readonly string[] {
  return wordsOfSource(pattern.replace(/\{\w*\}/g, " ").replace(/\((\w+)\)/g, "(?:$1)?"));
}

/** `sends?` → send, sends; `press(?:es)?` → press, presses; `[Tt]he` → The, the. */
function wordsOfSource(source: string): readonly string[] {
  const plain = source
    .replace(/\\[a-zA-Z]/g, " ")
    .replace(/(\p{L}+)\(\?:(\p{L}+)\)\?/gu, "$1 $1$2 ")
    .replace(/(\p{L}+)(\p{L})\?/gu, "$1 $1$2 ")
    .replace(/\[(\p{L})(\p{L})\](\p{L}+)/gu, "$1$3 $2$3 ");
  return plain.match(/\p{L}+/gu) ?? [];
}

type Near = (word: string, slips: number) => readonly string[];

/** The words with the fewest slips between, the same in another case first. */
function choose(word: string, words: readonly string[], most: number): readonly string[] {
  const wanted = word.toLowerCase();
  return words
    .flatMap((known) => {
      if (known === word || known.length < 3) return [];
      if (Math.abs(known.length - word.length) > most) return [];
      const slips = countSlips(wanted, known.toLowerCase());
      return slips <= most ? [{ known, slips }] : [];
    })
    .toSorted((a, b) => a.slips - b.slips)
    .slice(0, mostChoices)
    .map(({ known }) => known);
}

/** How many slips a word of that length can have and still be the word. */
function slipsIn({ length }: string): number {
  return length < 3 ? 0 : length < 6 ? 1 : length < 10 ? 2 : 3;
}

/** Words that nobody knows, each for the words it may stand for. */
function mendUnknown(
  tokens: readonly string[],
  known: ReadonlySet<string>,
  nearTo: Near,
): readonly string[] {
  const choices = tokens.map((token): readonly string[] => {
    if (!isWord(token) || known.has(token)) return [];
    return [...asNumber(token), ...nearTo(token, slipsIn(token))];
  });
  const wrong = choices.filter((near) => near.length > 0).length;
  if (wrong === 0 || wrong > mostUnknown) return [];
  // The last one is the sentence as it was.
  return combine(tokens, choices).slice(0, -1).slice(0, most);
}

/** `20O` → `200`. */
function asNumber(token: string): readonly string[] {
  if (!/^[\dOolI]*\d[\dOolI]*$/.test(token)) return [];
  return [token.replace(/[Oo]/g, "0").replace(/[lI]/g, "1")];
}

/** Every unknown word by a known one, and by itself, since names are not known. */
function combine(
  tokens: readonly string[],
  choices: readonly (readonly string[])[],
): readonly string[] {
  return tokens.reduce<readonly string[]>(
    (starts, token, at) => {
      const ends = [...(choices[at] ?? []), token];
      return ends.flatMap((end) => starts.map((start) => start + end));
    },
    [""],
  );
}

/** One word for another that is known as well: `from` for `form`, `see` for `sees`. */
function mendKnown(
  tokens: readonly string[],
  known: ReadonlySet<string>,
  nearTo: Near,
): readonly string[] {
  return tokens
    .flatMap((token, at) =>
      !known.has(token) || token.length < 2 || meaning.test(token)
        ? []
        : nearTo(token, 1).map((near) => tokens.with(at, near).join("")),
    )
    .slice(0, most);
}

/** An article or a colon missing, or a word too many. */
function mendGrammar(tokens: readonly string[]): readonly string[] {
  const ends = tokens.at(-1) === ":" ? tokens.slice(0, -1) : [...tokens, ":"];
  const others = tokens.flatMap((token, at) => {
    if (/^\s$/.test(token)) return [];
    const before = tokens[at - 2] ?? "";
    const isBare = isWord(token) && !link.test(token) && !link.test(before);
    const articles = isBare ? ["a", "the"].map((word) => tokens.toSpliced(at, 0, word, " ")) : [];
    const isExtra =
      isWord(token) && tokens[at + 1] === " " && !meaning.test(token) && !article.test(before);
    return isExtra ? [...articles, tokens.toSpliced(at, 2)] : articles;
  });
  return [ends, ...others].slice(0, most).map((mended) => mended.join(""));
}

/** No article stands before or after these. */
const link = /^(?:a|an|the|my|of|to|in|on|at|as|by|is|be|with|for|from|and|that|should|must|not)$/i;

const article = /^(?:a|an|the)$/i;

/** Without these it is said of something else. */
const meaning = /^(?:should|must|not|no|can|cannot)$/i;
