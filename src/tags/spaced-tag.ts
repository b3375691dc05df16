// `@latency:p95 < 300 ms`: gherkin refuses a tag with a space in it and does not say which. It knows one line.

import { readTagText } from "./read-tag-text.ts";
import type { TagProblem } from "./tag-value.ts";

/** What was meant by the first tag with a space in a line of tags; undefined where there is none. */
export function explainSpacedTag(
  lineText: string,
  { uri, line }: { readonly uri: string; readonly line: number },
): TagProblem | undefined {
  const text = lineText.replace(/\s#.*$/, "");
  for (const { 0: written, index } of text.matchAll(/@[^@]+/g)) {
    const tag = written.trimEnd();
    if (!/\s/.test(tag)) continue;
    const joined = tag.replace(/\s+/g, "");
    const [problem] = [readTagText(joined)].flatMap((reading) =>
      reading.kind === "malformed" ? reading.mistakes : [],
    );
    const isOurs = readTagText(joined).kind !== "other";
    return {
      tag,
      uri,
      line,
      column: index + 1,
      length: tag.length,
      message: "a tag has no spaces",
      wayOut: isOurs
        ? (problem?.wayOut ?? `Write ${joined}.`)
        : `Write ${tag.replace(/\s+/g, "-")}, or @ before each of the tags.`,
    };
  }
  return undefined;
}
