import fc from "fast-check";
import { expect, test } from "vitest";
import { shapeOf } from "../../../src/lint/phrase-shape.ts";
import { PhraseTable } from "../../../src/lint/phrase-table.ts";

const signs = ['"', "1", "23", "-", "+", ".", ",", ":", "a", "B", "_", " ", "é", "😀"];
const odd = ["<", ">", "'", "{{", "}}", "\\", "`", "“", "”", "«", "»", "\u0001"];
const plainText = fc.array(fc.constantFrom(...signs), { maxLength: 12 });
const oddText = fc.array(fc.constantFrom(...signs, ...odd), { maxLength: 12 });
const texts = fc.array(
  fc.oneof(plainText, oddText).map((parts) => parts.join("")),
  { maxLength: 60 },
);

test("texts are uses of one phrase just when they have one shape", () => {
  fc.assert(
    fc.property(texts, (all) => {
      const table = new PhraseTable();
      const expected = new Map<string, number>();
      for (const [line, text] of all.entries()) {
        table.count({ step: { text, line, textColumn: 1 } }, "a.feature", 0);
        expected.set(shapeOf(text), (expected.get(shapeOf(text)) ?? 0) + 1);
      }
      const counted = table.list().map(({ shape, count }) => [shape, count]);
      expect(counted).toEqual([...expected]);
    }),
  );
});

test("thousands of phrases are told apart, in the order in which they were seen", () => {
  const table = new PhraseTable();
  const written = Array.from({ length: 5_000 }, (_, index) => `word${index.toString(36)}x is here`);
  for (const [line, text] of [...written, ...written].entries()) {
    table.count({ step: { text, line, textColumn: 1 } }, "a.feature", 0);
  }
  const shapes = [...new Set(written.map(shapeOf))];
  expect(table.list().map(({ shape }) => shape)).toEqual(shapes);
  expect(table.list().every(({ count }) => count >= 2)).toBe(true);
});
