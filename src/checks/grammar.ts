// The grammar of checks as a table: which words may follow which verb, and what they ask.
//
//   check    = ( modal verb | "is" [not] | third ) tail [ "ignoring case" ]
//   modal    = ( "should" | "must" | "shall" ) [not]       ; followed by the verb's base form
//   third    = "equals" | "does not equal" | …             ; the verb as a person says it of one thing
//   not      = " not" | "n't"
//   tail     = by verb:
//     be       = [ "equal to" | "exactly" | "the same as" ] value | status
//              | more than value | at least value | less than value | at most value
//              | "between" value "and" value
//              | ( "one of" | "any of" | "either" ) list | list with "or"
//              | ( "a" | "an" | "of type" ) [ "valid" ] kind | "empty" | "present" | "missing" | "absent"
//              | [ bound ] count "characters" "long"
//     equal    = [ "to" ] value
//     contain  = [ "the" ] [ "text" | "value" ] value | [ bound ] count unit   ; also "include"
//     match    = [ "the pattern" ] ( "/" source "/" flags | text )
//     start    = "with" value                              ; also "begin"
//     end      = "with" value
//     have     = "length" [ "of" ] [ bound ] count | [ bound ] count unit | "no" unit
//              | [ "the" ] ( "value" | "text" ) value
//     exist    =
//   status   = number and its HTTP reason: 404 Not Found
//   list     = value { "," value } [ "or" | "and" ] value
//   count    = digits | template
import { kindWords } from "./kind-words.ts";
import { literalPattern, templatePattern, textPattern } from "./literal.ts";
import type { Comparison } from "./order.ts";

export type Verb = "be" | "equal" | "contain" | "match" | "start" | "end" | "have" | "exist";

/** The ways to say each verb: after "should", and of one thing. */
export const verbs: Readonly<Record<Verb, { base: string; third: string }>> = {
  be: { base: "be", third: "(?:is|are|was|were)" },
  equal: { base: "equal", third: "equals" },
  contain: { base: "(?:contain|include)", third: "(?:contains|includes)" },
  match: { base: "match", third: "matches" },
  start: { base: "(?:start|begin)", third: "(?:starts|begins)" },
  end: { base: "end", third: "ends" },
  have: { base: "have", third: "has" },
  exist: { base: "exist", third: "exists" },
};

export type FormName =
  | "equal"
  | "status"
  | Comparison
  | "between"
  | "one-of"
  | "kind"
  | "empty"
  | "present"
  | "missing"
  | "contain"
  | "match"
  | "start"
  | "end"
  | "size"
  | "none"
  | "exist";

/** One tail: its pattern names the pieces that the parser takes out of it. */
export interface Form {
  readonly verb: Verb;
  readonly name: FormName;
  readonly pattern: string;
  /** The tail as someone would type it, for "did you mean". */
  readonly example: string;
}

const value = (name: string) => `(?<${name}>${literalPattern})`;
const count = (name: string) => String.raw`(?<${name}>\d+|${templatePattern})`;

const separator = "(?:, (?:or |and )?| or | and )";
const list = `${literalPattern}(?:${separator}${literalPattern})*`;
const orList = `${literalPattern}(?:, ${literalPattern})*,? or ${literalPattern}`;

/** Words of comparison; the longer ones first, since "more than" begins "more than or equal to". */
const comparisonWords: readonly (readonly [Comparison, string])[] = [
  [
    ">=",
    "(?:(?:greater|more|higher|larger) than or equal to|at least|no less than|no fewer than|no earlier than)",
  ],
  [
    "<=",
    "(?:(?:less|lower|fewer|smaller) than or equal to|at most|no more than|no greater than|no later than)",
  ],
  [">", "(?:(?:greater|more|higher|larger|longer|later) than|above|over|after)"],
  ["<", "(?:(?:less|lower|fewer|smaller|shorter|earlier) than|below|under|before)"],
];

const comparisonExamples: Readonly<Record<Comparison, string>> = {
  ">": "greater than 5",
  ">=": "at least 5",
  "<": "less than 5",
  "<=": "at most 5",
};

/** How many, before a unit: "at least 3", "between 1 and 5", "3". */
const bound = `(?:${[
  `between ${count("low")} and ${count("high")}`,
  ...comparisonWords.map(([, words], at) => `(?<bound${at}>${words}) ${count(`limit${at}`)}`),
  `(?:exactly )?${count("count")}`,
].join("|")})`;

const nouns =
  "(?<noun>characters?|letters|items?|elements?|entries|entry|rows?|records?|results?|values?|keys?|properties|property|fields?|members?)";

/** The longer words first ("date and time" before "date"); ids and addresses in capitals too. */
export const kindPattern = `(?:${[...kindWords, "UUID", "GUID", "URL"]
  .toSorted((left, right) => right.length - left.length)
  .join("|")})`;

export const forms: readonly Form[] = [
  ...comparisonWords.map(
    ([name, words]): Form => ({
      verb: "be",
      name,
      pattern: `${words} ${value("value")}`,
      example: comparisonExamples[name],
    }),
  ),
  {
    verb: "be",
    name: "between",
    pattern: `between ${value("low")} and ${value("high")}`,
    example: "between 1 and 5",
  },
  {
    verb: "be",
    name: "status",
    // Words that begin with a capital: "200 for Alice" ends before "for".
    pattern: String.raw`(?:exactly |equal to )?(?<code>[1-5]\d\d) (?<reason>[A-Z][A-Za-z'-]*(?: [A-Z][A-Za-z'-]*)*)`,
    example: "200 OK",
  },
  {
    verb: "be",
    name: "equal",
    pattern: `(?:equal to |exactly |the same as )?${value("value")}`,
    example: '"x"',
  },
  {
    verb: "be",
    name: "one-of",
    pattern: `(?:(?:one|any) of |either )(?<list>${list})`,
    example: 'one of "a", "b"',
  },
  { verb: "be", name: "one-of", pattern: `(?<list>${orList})`, example: '"a" or "b"' },
  {
    verb: "be",
    name: "kind",
    pattern: `(?:an?|of type) (?:valid )?(?<kind>${kindPattern})`,
    example: "a number",
  },
  { verb: "be", name: "empty", pattern: "empty", example: "empty" },
  { verb: "be", name: "present", pattern: "present", example: "present" },
  { verb: "be", name: "missing", pattern: "(?:missing|absent)", example: "missing" },
  {
    verb: "be",
    name: "size",
    pattern: `${bound} (?<noun>characters?) long`,
    example: "3 characters long",
  },
  { verb: "equal", name: "equal", pattern: `(?:to )?${value("value")}`, example: '"x"' },
  {
    verb: "contain",
    name: "contain",
    pattern: `(?:(?:the )?(?:text|value) )?${value("value")}`,
    example: '"x"',
  },
  { verb: "contain", name: "size", pattern: `${bound} ${nouns}`, example: "3 items" },
  {
    verb: "match",
    name: "match",
    pattern: String.raw`(?:the )?(?:(?:pattern|regex|regular expression) )?(?:(?<regex>/(?:[^/\\]|\\.)+/[a-z]*)|(?<text>${textPattern}|${templatePattern}))`,
    example: "/^[a-z]+$/",
  },
  { verb: "start", name: "start", pattern: `with ${value("value")}`, example: 'with "x"' },
  { verb: "end", name: "end", pattern: `with ${value("value")}`, example: 'with "x"' },
  {
    verb: "have",
    name: "size",
    pattern: `(?:a )?length (?:of )?${bound}`,
    example: "length 3",
  },
  { verb: "have", name: "size", pattern: `${bound} ${nouns}`, example: "3 items" },
  { verb: "have", name: "none", pattern: `no ${nouns}`, example: "no items" },
  {
    verb: "have",
    name: "equal",
    pattern: `(?:the )?(?:value|text) ${value("value")}`,
    example: 'value "x"',
  },
  { verb: "exist", name: "exist", pattern: "", example: "" },
];

/** Which comparison each `boundN` and `limitN` of a size stands for. */
export const boundComparisons: readonly Comparison[] = comparisonWords.map(([name]) => name);
