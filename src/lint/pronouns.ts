// Words such as `it` in a step, where the step itself does not say what they stand for. It knows English only.
import { blankData, hasData } from "./plain-words.ts";

const anyPronoun = /\b(?:it|its|they|them|their|he|him|his|she|her|hers|this|that|these|those)\b/i;
const pronoun =
  /(?<![\p{L}\p{N}-])(?:it|they|them|he|him|she|her|this|that|these|those)(?![\p{L}\p{N}'’-])/giu;

/** Before one of these, `this` and `that` stand alone: `this should be`, not `this page`. */
const verb =
  /^ (?:should|must|shall|will|would|can|cannot|could|may|is|are|was|were|has|have|had|does|do|did|works?|fails?|happens?|appears?|shows?)\b/i;

/** `it is possible`, `it takes`, `it is 10:00`, `it is Monday`: nothing is meant by the word. */
const empty =
  /^it (?:takes?|should take|(?:is|was|should be|should not be|must be|must not be|will be|becomes?|has been) (?:(?:now|not|still|already|currently|again) )*(?:possible|impossible|necessary|required|allowed|safe|today|tomorrow|yesterday|time|late|early|noon|midnight|morning|evening|night|summer|winter|raining|\p{L}*day\b|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|■))/iu;

/** Something named before it, in the same step, that the word can stand for. */
const named =
  /\b(?:the|an?|my|our|your|each|every|all|any|no|this|that|these|those|some|another|new|following)\s+(?!it\b|they\b|he\b|she\b)\p{L}/iu;
const properName =
  /(?<=\p{L}\S*,? )(?!I\b)\p{Lu}\p{Ll}+|^(?!(?:I|It|They|He|She|This|That|These|Those)\b)\p{Lu}\p{L}+ /u;

/** Who acts and what they do, and nothing else yet: `I click on`, `the customer sees`. */
const nothingButActing =
  /^(?:I|we|you|users?|(?:the|an?|my) [\p{L}-]+|\p{Lu}\p{Ll}+) (?:(?:should|must|can|could|will|do|does|did)(?: not|n't)? )?[\p{L}-]+(?: (?:on|in|to|for|at|with|that|into|from|again))*$/u;

export interface Pronoun {
  /** From 0. */
  readonly at: number;
  readonly word: string;
}

/** The first pronoun of a sentence that nothing in the sentence explains. */
export function findUnexplainedPronoun(sentence: string): Pronoun | undefined {
  if (!anyPronoun.test(sentence)) return undefined;
  const blanked = blankData(sentence);
  for (const { 0: word, index: at } of blanked.matchAll(pronoun)) {
    const before = blanked.slice(0, at);
    const after = blanked.slice(at + word.length);
    // What comes first explains the ones behind it, or is what is reported.
    if (isExplained(word.toLowerCase(), before, after)) continue;
    return { at, word };
  }
  return undefined;
}

function isExplained(word: string, before: string, after: string): boolean {
  if (/^th[aeio]s?/.test(word) && word !== "they" && word !== "them") {
    return before.trim() !== "" || !verb.test(after);
  }
  if (word === "it" && empty.test(`it${after}`)) return true;
  if (hasData(before)) return true;
  const isPerson = /^(?:they|he|she|her)$/.test(word);
  if (!isPerson && nothingButActing.test(before.trimEnd())) return false;
  return named.test(before) || properName.test(before);
}
