import { expect, test } from "vitest";
import { showExcerpt } from "../../../src/lint/excerpt.ts";

function shown(text: string, column: number, length?: number): readonly string[] {
  return showExcerpt(text, column, length).split("\n");
}

test("the pointer stands under what is meant", () => {
  expect(shown("  @latency:p95<300", 14, 5)).toEqual(["  @latency:p95<300", "             ^~~~~"]);
  expect(shown("Then ok  ", 6)).toEqual(["Then ok", "     ^~"]);
  expect(shown("", 1)).toEqual(["", "^"]);
  expect(shown("abc", 9, 4)).toEqual(["abc", "   ^"]);
});

test("tabs stay tabs, and wide signs are twice as wide", () => {
  expect(shown("\tThen x", 7, 1)).toEqual(["\tThen x", "\t     ^"]);
  expect(shown("もし 速い", 4, 2)).toEqual(["もし 速い", "     ^~~~"]);
});

test("a long line is cut on both sides of what is meant", () => {
  const [text = "", pointer = ""] = shown(`${"a".repeat(500)}WRONG${"b".repeat(500)}`, 501, 5);
  expect(text.length).toBeLessThan(115);
  expect(text).toMatch(/^…a+WRONGb+…$/);
  expect(pointer.indexOf("^")).toBe(text.indexOf("WRONG"));
  expect(pointer.trim()).toBe("^~~~~");
});

test("nothing in a line steers the terminal", () => {
  const [text = "", pointer = ""] = shown("a\u001b[31mred\u202e\u0007 fast", 12, 4);
  expect(text).toBe("a␛[31mred�␇ fast");
  expect(pointer).toBe("           ^~~~");
});
