import { expect, test } from "vitest";
import { readType } from "../../../src/catalogue/parameter-type.ts";
import { makePatternReader } from "../../../src/catalogue/pattern-words.ts";
import { spellPattern } from "../../../src/catalogue/spell-pattern.ts";

const types = [
  { name: "is", regexps: ["(?:should|must)(?: not|n't)? be|is"] },
  { name: "as", regexps: ['(?: as ("[^"]*"))?'] },
];

/** `fill|fills`, `?the` for what may be left out, `{text}`. */
function show(pattern: string): string {
  const parts = makePatternReader(types)(pattern).map((part) => {
    if (part.kind === "parameter") return `{${[part.name, ...part.words].join(" ")}}`;
    return (part.optional ? "?" : "") + part.forms.join("|");
  });
  return parts.join(" ");
}

test.each([
  ["{actor} fill(s) in {text} with {value}", "{actor} fill|fills in {text} with {value}"],
  [
    "{actor} press(es)/click(s) (on )(the ){text}",
    "{actor} press|presses|click|clicks ?on ?the {text}",
  ],
  ["the following( values):", "the following ?values"],
  ["the (HTTP )(response )status( code) {check}", "the ?http ?response status ?code {check}"],
  [
    "{actor} remember(s) (the )(last one ){text}",
    "{actor} remember|remembers ?the ?last ?one {text}",
  ],
  ["{actor}'s basket", "{actor} s basket"],
  ["the title {is} {text}", "the title {is should must not be is} {text}"],
  ["/^the order costs (\\d+) €$/", "the order costs d"],
])("the words of %s", (pattern, words) => {
  expect(show(pattern)).toBe(words);
});

test.each([
  ["{actor} fill(s) in {text} with {value}", "I fill in … with …"],
  ["{actor} press(es)/click(s) (on )(the ){text}", "I press/click (on) (the) …"],
  ["{actor} am/is/are on {text}", "I am on …"],
  ["{actor} has ordered {int} of {text}", "Alice has ordered … of …"],
  ["the response header {text} {check}", "the response header … should …"],
  ["{actor}'s title {is} {text}{as}", "Alice's title should be … (as …)"],
  ["{int} row(s) \\(in all)", "… row(s) (in all)"],
  ["the following( values):", "the following (values):"],
])("%s is read by people as %s", (pattern, spelled) => {
  expect(spellPattern(pattern, { parameterTypes: types })).toBe(spelled);
});

test.each([
  ["(?:should|must)(?: not|n't)? (?:have|contain)|has", "should have"],
  ["[Ss]hift|[Cc]trl", "shift"],
  ["(?:local|session) ?[sS]torage", "localstorage"],
  ["(?:the )?(?:main|top) (?:frame|page)", "main frame"],
  ["first|second|\\d+(?:st|th)", "first"],
  ["\\d+ ?(?:x|by) ?\\d+(?: ?px)?", "…"],
  ["(\\d+(?:\\.\\d+)?) ?(ms|s)", "…"],
  ['"((?:[^"\\\\]|\\\\.)*)"|(\\/[^\\s]*)', "…"],
  ["(?=should)(?:should|must)(?!x)", "should"],
  ["(?: (?:within|in) (\\d+) ?(ms|s))?", "(within …)"],
  ["[-+*/]", "…"],
  ["((", "…"],
])("what /%s/ takes is read as %s", (regexp, reading) => {
  expect(readType({ name: "any", regexps: [regexp] }).trim()).toBe(reading);
});
