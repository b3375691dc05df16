// The phrases that take a sentence once a slip of the pen in it is mended.
import { makeSentenceMender } from "./mended-sentences.ts";
import type { NearPhrase } from "./near-phrase.ts";
import type { ParameterType } from "./parameter-type.ts";
import { makePatternCompiler } from "./pattern-regexp.ts";

/** @param ranked all patterns, the likeliest first: of two that take the same sentence it decides */
export type MendedFinder = (sentence: string, ranked: readonly string[]) => readonly NearPhrase[];

const most = 3;

/** Reads the patterns once; their expressions are made when they are needed. */
export function makeMendedFinder(
  patterns: readonly string[],
  types: readonly ParameterType[],
  examples: readonly string[],
): MendedFinder {
  const mend = makeSentenceMender(patterns, types, examples);
  const compile = makePatternCompiler(types);
  const compiled = new Map<string, RegExp>();
  const takes = (pattern: string, sentence: string): boolean => {
    const known = compiled.get(pattern) ?? compile(pattern);
    compiled.set(pattern, known);
    return known.test(sentence);
  };
  const find = (sentences: readonly string[], among: readonly string[]) => {
    const found = new Map<string, NearPhrase>();
    for (const mended of sentences) {
      for (const pattern of among) {
        if (found.has(pattern) || !takes(pattern, fillPlaceholders(mended))) continue;
        // A snippet's placeholders are nothing that anybody could write.
        found.set(pattern, { pattern, ...(placeholder.test(mended) ? {} : { mended }) });
        if (found.size >= most) return [...found.values()];
      }
    }
    return [...found.values()];
  };
  return (sentence, ranked) => {
    const byWords = find(mend.unknownWords(sentence), ranked);
    if (byWords.length > 0) return byWords;
    return find(mend.otherSlips(sentence), ranked.slice(0, likely));
  };
}

/** Other slips leave most words as they are, so that the phrase meant is near already; each costs a trial. */
const likely = 25;

const placeholder = /\{(?:string|int|float|word)\}/;

/** Snippets have `{string}` where a sentence has its values. */
function fillPlaceholders(sentence: string): string {
  return sentence.replace(/\{string\}/g, '"x"').replace(/\{(?:int|float|word)\}/g, "1");
}
