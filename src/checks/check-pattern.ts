// What a check looks like, as one regular expression for cucumber's parameter type `{check}`.
// It is looser than the grammar: words of the grammar in any order, then a value. So it stays small (cucumber compiles
// it for every phrase, and the whole grammar takes V8 fifty milliseconds), and a check with a slip in it is told as
// such ("should be than 5") where it would otherwise be a step that nobody defined.
// What only other phrases say ("should be checked", "should be on …") it does not match.
import { kindPattern, type Verb, verbs } from "./grammar.ts";
import { literalPattern } from "./literal.ts";

export const ignoringCasePattern = "(?:,? ignoring (?:the )?case)";

/** The ways to say a verb, negated or not. */
export function headPattern(verb: Verb): string {
  const { base, third } = verbs[verb];
  const modal = `(?:should|must|shall)(?: not|n't)? ${base}`;
  // "is not", but "does not contain".
  const plain =
    verb === "be" ? `${third}(?: not|n't)?` : `(?:${third}|(?:does|do)(?: not|n't) ${base})`;
  return `(?:${modal}|${plain})`;
}

/** Modal and verb in any form: "should not equal", "isn't", "contains". */
const head =
  "(?:(?:should|must|shall|does|do)(?: not|n't)? )?" +
  "(?:be|equals?|contains?|includes?|match(?:es)?|starts?|begins?|ends?|have|has|(?:is|are|was|were)(?: not|n't)?)";

const leadWords = [
  "equal|to|exactly|the|same|as|one|any|of|either|with|value|text|a|length|pattern|regex|regular|expression",
  "between|and|or|than|at|least|most|no|greater|more|higher|larger|longer|later|less|lower|fewer|smaller|shorter|earlier",
  "above|over|after|below|under|before",
].join("|");

const noun =
  "(?:char|letter|item|element|entr|row|record|result|value|key|propert|field|member)[a-z]*";

const operand = String.raw`(?:${literalPattern}|/(?:[^/\\]|\\.)+/[a-z]*)`;
/** The names of HTTP statuses: "Not Found". */
const reason = "[A-Z][A-Za-z'-]*(?: [A-Z][A-Za-z'-]*)*";

const tails = [
  // Words and a value, once or again: " one of 1", ", 2", " or 3". No word is a value too, so there is one way to match.
  `(?:,?(?: (?:${leadWords}))* ${operand})+(?: ${noun}(?: long)?| ${reason})?`,
  ` (?:an?|of type) (?:valid )?${kindPattern}`,
  ` no ${noun}`,
  " (?:empty|present|missing|absent)",
].join("|");

/** The source of a regular expression without flags, capturing groups or lookarounds. Every check matches it. */
export const checkPattern: string = `(?:${head}(?:${tails})|${headPattern("exist")})${ignoringCasePattern}?`;
