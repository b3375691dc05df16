import { expect, test } from "vitest";
import { parseTemplate } from "../../../src/journey/template.ts";

test("text without braces is one piece, and empty text none", () => {
  expect(parseTemplate("a { b } c")).toEqual({
    kind: "ok",
    pieces: [{ kind: "text", text: "a { b } c" }],
  });
  expect(parseTemplate("")).toEqual({ kind: "ok", pieces: [] });
});

test("pieces come in order, and escaped braces are text", () => {
  expect(parseTemplate("a {{ b }}\\{{c}} {{env.D}}{{unique.id:2}}{{now}}")).toEqual({
    kind: "ok",
    pieces: [
      { kind: "text", text: "a " },
      { kind: "expression", expression: { kind: "name", text: "b" } },
      { kind: "text", text: "{{" },
      { kind: "text", text: "c}} " },
      { kind: "expression", expression: { kind: "environment", variable: "D" } },
      { kind: "expression", expression: { kind: "unique", what: "id", text: "unique.id:2" } },
      {
        kind: "expression",
        expression: { kind: "moment", moment: { base: "now", count: 0, unit: "day" } },
      },
    ],
  });
});

test("braces that are not closed are an error that points at them", () => {
  expect(parseTemplate("first\nHello {{name, bye\nlast")).toEqual({
    kind: "error",
    message: [
      'this is not closed with "}}":',
      "  Hello {{name, bye",
      "        ^",
      "For the two braces themselves, write \\{{.",
    ].join("\n"),
  });
});

test("braces without a name are an error", () => {
  expect(parseTemplate("x {{ }}")).toMatchObject({
    kind: "error",
    message: expect.stringContaining("there is no name between the braces"),
  });
});
