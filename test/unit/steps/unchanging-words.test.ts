import { expect, test } from "vitest";
import type { StoryWorld } from "../../../src/journey/world.ts";
import { readingOnce } from "../../../steps/unchanging-words.ts";

test("words without a template are read once, whatever the World; with one they are read anew for each", () => {
  const read: string[] = [];
  const reading = readingOnce((_, text) => {
    read.push(text);
    return { text };
  });
  // Only handed on.
  const [first, second] = [{}, {}] as StoryWorld[];
  if (first === undefined || second === undefined) throw new Error("two Worlds were made");
  expect(reading(second, "the response")).toBe(reading(first, "the response"));
  expect(reading(second, "{{name}}")).not.toBe(reading(first, "{{name}}"));
  expect(read).toEqual(["the response", "{{name}}", "{{name}}"]);
});
