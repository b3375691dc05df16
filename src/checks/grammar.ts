// The grammar of checks as a table: which words may follow which verb, and what they ask.
//
//   check    = ( modal verb | "is" [not] | third ) tail [ "ignoring case" ]
//   modal    = ( "should" | "must" | "shall" ) [not]       ; followed by the verb's base form
//            | [ "not" ] "to" [not]                         ; as behind "I expect …"
//   third    = "equals" | "does not equal" | …             ; the verb as a person says it of one thing
//   not      = " not" | "n't"
//   tail     = by verb:
//     be       = [ "equal to" | "exactly" | "the same as" | "identical to" ] value | status
//              | "different" ( "from" | "than" | "to" ) value | [ "in the" ] class   ; 2xx: a status of that class
//              | more than value | at least value | less than value | at most value
//              | [ more than, at least … ] size                  ; as of a file
//              | "between" value "and" value
//              | ( "one of" | "any of" | "either" ) list | list with "or"
//              | "today" | "tomorrow" | "yesterday" | "in the past" | "in the future"
//              | "within" digits unit "of" value | "within the" ( "last" | "next" ) [ digits ] unit
//              | [ "the amount" ] amount | "the amount" ( text | number )
//              | ( "a" | "an" ) "valid" name                 ; of one to four words: a kind that the team defined
//              | ( "a" | "an" | "of type" ) [ "valid" ] kind | "empty" | "present" | "missing" | "absent"
//              | [ bound ] count "characters" "long"
//     equal    = [ "to" ] value
//     contain  = [ "the" ] [ "text" | "value" ] value | [ bound ] count unit   ; also "include"
//     match    = [ "the pattern" ] ( "/" source "/" flags | text )
//     start    = "with" value                              ; also "begin"
//     end      = "with" value
//     have     = "length" [ "of" ] [ bound ] count | [ bound ] count unit | "no" unit
//              | [ "the" ] ( "value" | "text" ) value | member
//     exist    =
//   member   = ( "the" | "a" ) ( "field" | "key" | "property" ) text [ "with" [ "value" ] value ]  ; also of "contain"
//            | text ( "equal to" | "with value" | "of" | "as" ) value
//   size     = number ( "bytes" | "KB" | "MB" | "GB" )      ; of "have" behind "size [ of ]"
//   status   = number and its HTTP reason: 404 Not Found
//   amount   = number [ " " ] ( sign | code ) | sign number ; 1,234.50 €, 12 EUR, $5; also where values are compared
//   list     = value { "," value } [ "or" | "and" ] value
//   count    = digits | template
import { byteUnitPattern } from "./byte-size.ts";
import { kindWords } from "./kind-words.ts";
import { literalPattern, templatePattern, textPattern } from "./literal.ts";
import { amountPattern, numberWithGroupsPattern } from "./money.ts";
import type { Comparison } from "./order.ts";
import { momentWords, timeUnitPattern } from "./time.ts";

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
  | "amount"
  | "moment"
  | "near"
  | "different"
  | "class"
  | "bytes"
  | "lately"
  | "own"
  | "one-of"
  | "kind"
  | "empty"
  | "present"
  | "missing"
  | "contain"
  | "match"
  | "start"
  | "end"
  | "member"
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

const bytes = `(?<bytes>\\d+(?:\\.\\d+)?) ?(?<byteUnit>${byteUnitPattern})`;
const value = (name: string) => `(?<${name}>${literalPattern})`;
const quantity = (name: string) => `(?<${name}>${amountPattern}|${literalPattern})`;
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
  "(?<noun>characters?|letters|items?|elements?|entries|entry|rows?|records?|results?|values?|keys?|properties|property|fields?|members?|lines?)";

/** A field by name and value alone: `"status" equal to "paid"`. */
const bareMember = `(?:the |an? )?(?<named>${textPattern})(?: equal to| with (?:the |a )?(?:value )?(?:of )?| of| as) ?${value("value")}`;

/** A field by name or path, perhaps with its value: `the field "id"`, `an "id" field`, `the key "id" with value 5`. */
const member = `(?:the |an? )?(?:(?:field|key|property) (?<member>${textPattern})|(?<named>${textPattern}) (?:field|key|property))(?: with (?:the |a )?(?:value )?(?:equal to |of )?${value("value")})?`;

/** The longer words first ("date and time" before "date"); ids and addresses in capitals too. */
const kindPattern = `(?:${[...kindWords, "UUID", "GUID", "URL"]
  .toSorted((left, right) => right.length - left.length)
  .join("|")})`;

export const forms: readonly Form[] = [
  ...comparisonWords.map(
    ([name, words]): Form => ({
      verb: "be",
      name,
      pattern: `(?:an? (?:date|time|amount|number) )?${words} ${quantity("value")}`,
      example: comparisonExamples[name],
    }),
  ),
  {
    verb: "be",
    name: "between",
    pattern: `between ${quantity("low")} and ${quantity("high")}`,
    example: "between 1 and 5",
  },
  {
    verb: "be",
    name: "amount",
    // Before statuses: "100 EUR" is none.
    pattern: `(?:exactly |equal to )?(?:(?:the |an )?amount (?:of )?)?(?<amount>${amountPattern})`,
    example: "12.50 €",
  },
  {
    verb: "be",
    name: "amount",
    pattern: `(?:exactly |equal to )?(?:the |an )?amount (?:of )?(?<amount>${numberWithGroupsPattern}|${textPattern}|${templatePattern})`,
    example: "the amount 12.50",
  },
  { verb: "be", name: "moment", pattern: `(?<moment>${momentWords})`, example: "in the past" },
  {
    verb: "be",
    name: "near",
    pattern: `within (?<span>\\d+) (?<unit>${timeUnitPattern}) of ${value("value")}`,
    example: 'within 5 seconds of "2026-01-01"',
  },
  {
    verb: "be",
    name: "lately",
    pattern: `within the (?<direction>last|next)(?: (?<span>\\d+))? (?<unit>${timeUnitPattern})`,
    example: "within the last 5 minutes",
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
    pattern: `(?:equal to |exactly (?:equal to )?|the same as |identical to )?${value("value")}`,
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
    pattern: `(?:an?|of type) (?:valid )?(?:JSON )?(?<kind>${kindPattern})`,
    example: "a number",
  },
  {
    verb: "be",
    name: "own",
    pattern: String.raw`an? valid (?<own>[A-Za-z][\w-]*(?: [A-Za-z][\w-]*){0,3})`,
    example: "a valid email",
  },
  {
    verb: "be",
    name: "empty",
    pattern: "(?:an )?empty(?: (?<kind>list|array|object|string|text))?",
    example: "empty",
  },
  { verb: "be", name: "present", pattern: "present", example: "present" },
  { verb: "be", name: "missing", pattern: "(?:missing|absent)", example: "missing" },
  {
    verb: "be",
    name: "size",
    pattern: `${bound} (?<noun>characters?) long`,
    example: "3 characters long",
  },
  {
    verb: "equal",
    name: "amount",
    pattern: `(?:to )?(?:the amount )?(?<amount>${amountPattern})`,
    example: "12.50 €",
  },
  { verb: "equal", name: "equal", pattern: `(?:to )?${value("value")}`, example: '"x"' },
  {
    verb: "contain",
    name: "contain",
    pattern: `(?:(?:the )?(?:text|value) )?${value("value")}`,
    example: '"x"',
  },
  { verb: "contain", name: "size", pattern: `${bound} ${nouns}`, example: "3 items" },
  { verb: "contain", name: "member", pattern: member, example: 'the field "x"' },
  {
    verb: "match",
    name: "match",
    pattern: String.raw`(?:the )?(?:(?:pattern|regex|regular expression) )?(?:(?<regex>/(?:[^/\\]|\\.)+/[a-z]*)|(?<text>${textPattern}|${templatePattern}))`,
    example: "/^[a-z]+$/",
  },
  { verb: "start", name: "start", pattern: `with ${value("value")}`, example: 'with "x"' },
  { verb: "end", name: "end", pattern: `with ${value("value")}`, example: 'with "x"' },
  { verb: "have", name: "size", pattern: `(?:a )?length (?:of )?${bound}`, example: "length 3" },
  { verb: "have", name: "size", pattern: `${bound} ${nouns}`, example: "3 items" },
  { verb: "have", name: "member", pattern: member, example: 'the field "x"' },
  { verb: "have", name: "none", pattern: `no ${nouns}`, example: "no items" },
  {
    verb: "have",
    name: "equal",
    pattern: `(?:the )?(?:value|text) ${value("value")}`,
    example: 'value "x"',
  },
  ...comparisonWords.map(
    ([name, words]): Form => ({
      verb: "be",
      name,
      pattern: `(?:exactly )?${words} ${bytes}`,
      example: `${comparisonExamples[name]} MB`,
    }),
  ),
  { verb: "be", name: "bytes", pattern: `(?:exactly |equal to )?${bytes}`, example: "5 MB" },
  {
    verb: "have",
    name: "bytes",
    pattern: `(?:a |the )?size (?:of )?(?:exactly )?${bytes}`,
    example: "size 5 MB",
  },
  {
    verb: "be",
    name: "different",
    pattern: `different (?:from|than|to) ${value("value")}`,
    example: 'different from "x"',
  },
  {
    verb: "be",
    name: "class",
    pattern: "(?:an? |in the )?(?:range )?(?<class>[1-5])[xX]{2}(?: range)?",
    example: "2xx",
  },
  { verb: "contain", name: "member", pattern: bareMember, example: '"x" equal to "y"' },
  { verb: "have", name: "member", pattern: bareMember, example: '"x" equal to "y"' },
  { verb: "exist", name: "exist", pattern: "", example: "" },
];

/** Which comparison each `boundN` and `limitN` of a size stands for. */
export const boundComparisons: readonly Comparison[] = comparisonWords.map(([name]) => name);
