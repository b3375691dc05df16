import fc from "fast-check";
import { expect, test } from "vitest";
import { findInterfaceDetails } from "../../../src/lint/interface-detail.ts";
import { keyOf, makePhraseReader, shapeOf } from "../../../src/lint/phrase-shape.ts";
import { blankData } from "../../../src/lint/plain-words.ts";
import { findUnexplainedPronoun } from "../../../src/lint/pronouns.ts";
import { makeVagueWordFinder } from "../../../src/lint/vague-words.ts";

const pieces = [
  "it",
  "they",
  "fast",
  "soon",
  "should work",
  "as expected",
  "etc",
  "too long",
  "I",
  "the page",
  "#submit-btn",
  "//div",
  "[a=b]",
  "wait 5 seconds",
  "http://localhost:1",
  '"',
  "'",
  "\\",
  "<",
  ">",
  "{{",
  "}}",
  "«",
  "`",
  "5",
  "é",
  "😀",
  "\u2028",
];
const sentence = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((words) => words.join(" ")),
);
const findVague = makeVagueWordFinder(["snappy"]);

test("what is found in any sentence stands there", () => {
  fc.assert(
    fc.property(sentence, (text) => {
      const pronoun = findUnexplainedPronoun(text);
      const found = [
        ...findVague(text, "step").map(({ at, word }) => [at, word] as const),
        ...findInterfaceDetails(text).map((one) => [one.at, one.text] as const),
        ...(pronoun === undefined ? [] : [[pronoun.at, pronoun.word] as const]),
      ];
      for (const [at, word] of found) {
        expect(word).not.toBe("");
        expect(text.slice(at, at + word.length)).toBe(word);
      }
    }),
  );
});

test("what is in quotes is never vague and no pronoun", () => {
  const quoted = sentence.map((text) => `"${text.replace(/["\\]/g, "")}"`);
  fc.assert(
    fc.property(quoted, (text) => {
      expect(findVague(`I see ${text}`, "step")).toEqual([]);
      expect(findUnexplainedPronoun(`I see ${text}`)).toBeUndefined();
    }),
  );
});

test("blanking data keeps every place", () => {
  fc.assert(fc.property(sentence, (text) => blankData(text).length === text.length));
});

test("a phrase's shape has no more values in it, and its key does not depend on the order", () => {
  const read = makePhraseReader(true);
  fc.assert(
    fc.property(sentence, (text) => {
      const shape = shapeOf(text);
      const words = read(shape);
      expect(keyOf(words.toReversed())).toBe(keyOf(words));
      expect(shape).not.toMatch(/"[^"\\]*"/);
    }),
  );
});
