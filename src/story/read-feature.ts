// One feature file's bytes or text to a reading: its story, or every place where it is not Gherkin. It opens no file.
import { isAscii, isUtf8 } from "node:buffer";
import { explainFailure, type Problem } from "./explain-failure.ts";
import type { FeatureReading } from "./feature-reading.ts";
import type { Gherkin } from "./gherkin.ts";
import { readStory } from "./read-story.ts";

export interface FeatureFile {
  /** The path as cucumber names it; `.md` at its end makes it Markdown. */
  readonly uri: string;
  /** As the file has it, with or without byte-order mark. */
  readonly content: Uint8Array | string;
  /** Gherkin's name of the language of files that name none; default `en`. */
  readonly language?: string;
}

/** Reads one feature file; never throws for what is in it. */
export function readFeature(file: FeatureFile, gherkin: Gherkin): FeatureReading {
  const uri = file.uri.replaceAll("\\", "/");
  const text = decodeFeature(file.content);
  if (typeof text !== "string") return { kind: "unreadable", uri, problems: [{ uri, ...text }] };
  const isMarkdown = /\.md$/i.test(uri);
  const language = file.language ?? "en";
  try {
    const document = gherkin.parse(text, { isMarkdown, language });
    const story = readStory({ ...document, uri }, isMarkdown ? readProse(text) : "");
    return story === undefined ? { kind: "empty", uri } : { kind: "story", story };
  } catch (error) {
    const problems = explainFailure(error, { uri, text, language, dialects: gherkin.dialects });
    return { kind: "unreadable", uri, problems };
  }
}

/** What stands between the first two headings of a Markdown file. */
function readProse(text: string): string {
  const [, ...behind] = text.split(/^#{1,6}\s.*$/m);
  return (behind[0] ?? "").trim();
}

/** The text without byte-order mark, or where it is no UTF-8. */
export function decodeFeature(content: Uint8Array | string): string | Problem {
  if (typeof content === "string") return content.replace(/^\uFEFF/, "");
  // Most files are plain ASCII, which needs no decoding.
  if (isAscii(content))
    return Buffer.from(content.buffer, content.byteOffset, content.length).toString("latin1");
  if (isUtf8(content)) return new TextDecoder().decode(content);
  const isUtf16 = /^(?:fffe|feff)/.test(Buffer.from(content.subarray(0, 2)).toString("hex"));
  if (isUtf16) return { line: 1, column: 1, message: "the file is UTF-16", wayOut: saveAsUtf8 };
  // Cucumber would run it, with a sign for "no character" in its place.
  const before = readUntilWrong(content);
  const lines = before.split(/\r?\n/);
  const byte = content[Buffer.byteLength(before)] ?? 0;
  const message = `the file is not UTF-8: the byte 0x${byte.toString(16)} stands here`;
  const column = (lines.at(-1) ?? "").length + 1;
  return { line: lines.length, column, message, wayOut: saveAsUtf8 };
}

const saveAsUtf8 = "Save the file as UTF-8.";

/** What is read before the first byte that fits nowhere. */
function readUntilWrong(content: Uint8Array): string {
  let good = 0;
  let wrong = content.length;
  // A part that ends within a character is wrong itself, so the last three bytes are tried too.
  while (wrong - good > 1) {
    const middle = Math.floor((good + wrong) / 2);
    const isGood = [0, 1, 2, 3].some((less) => isUtf8(content.subarray(0, middle - less)));
    if (isGood) good = middle;
    else wrong = middle;
  }
  const end = [0, 1, 2, 3].map((less) => good - less).find((at) => isUtf8(content.subarray(0, at)));
  return Buffer.from(content.subarray(0, Math.max(0, end ?? 0))).toString("utf8");
}
