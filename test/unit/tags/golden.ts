// The golden file of the tag grammar, test/golden/tags/*.txt: each tag with what it says or with the exact error.
// A block is the tag; then `= value`, `own`, or each mistake as a pointer with its text, and `> ` the way out.
import { readdirSync, readFileSync } from "node:fs";
import { readTagText, type TextReading } from "../../../src/tags/read-tag-text.ts";

const folder = new URL("../../golden/tags/", import.meta.url);

export interface GoldenFile {
  readonly name: string;
  readonly text: string;
  readonly tags: readonly string[];
}

export function readGoldenFiles(): readonly GoldenFile[] {
  return readdirSync(folder).map((name) => {
    const text = readFileSync(new URL(name, folder), "utf8");
    return { name, text, tags: text.trimEnd().split("\n\n").map(tagOf) };
  });
}

/** Signs that nobody sees are written as escapes. */
function tagOf(block: string): string {
  const [first = ""] = block.split("\n");
  return first.replace(/\\u\{([0-9a-f]+)\}/g, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

export function renderGolden(tags: readonly string[]): string {
  return `${tags.map((tag) => renderBlock(tag, readTagText(tag))).join("\n\n")}\n`;
}

function renderBlock(tag: string, reading: TextReading): string {
  const shown = tag.replace(/\p{Cf}/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
  if (reading.kind === "known") return `${shown}\n= ${JSON.stringify(reading.value)}`;
  if (reading.kind === "other") return `${shown}\nown`;
  const lines = reading.mistakes.flatMap(({ start, length, message, wayOut }, index) => {
    const pointer = `${" ".repeat(start)}^${"~".repeat(length - 1)} ${message}`;
    return reading.mistakes[index + 1]?.wayOut === wayOut ? [pointer] : [pointer, `> ${wayOut}`];
  });
  return [shown, ...lines].join("\n");
}
