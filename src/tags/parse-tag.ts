// One tag to what it says. It knows no other tags: what two of them say together is for check-tags.ts and for lint.
import type { Tag } from "../story/story.ts";
import { isFarFromAll } from "./near-miss.ts";
import { readTagText, type TextReading } from "./read-tag-text.ts";
import type { TagProblem, TagValue } from "./tag-value.ts";

export type ParsedTag =
  | { readonly kind: "known"; readonly value: TagValue }
  /** The author's own. */
  | { readonly kind: "other" }
  /** A key of ours, or nearly one, that says nothing it can say; at least one problem. */
  | { readonly kind: "malformed"; readonly problems: readonly TagProblem[] };

export type TagParser = (tag: Tag, uri: string) => ParsedTag;

/** What the tag says, or every reason why it cannot be told; `uri` is the file that it stands in. */
export const parseTag: TagParser = (tag, uri) => placeReading(readTagText(tag.name), tag, uri);

/** A parser that remembers: projects have few tags, and each of them many times. */
export function makeTagParser(): TagParser {
  const known = new Map<string, TextReading>();
  const keys = new Map<string, boolean>();
  const isOwnKey = (key: string): boolean => {
    const isOwn = keys.get(key) ?? isFarFromAll(key);
    keys.set(copy(key), isOwn);
    return isOwn;
  };
  return (tag, uri) => {
    const { name } = tag;
    let reading = known.get(name);
    if (reading === undefined) {
      // Numbers of issues are many, and their key is one.
      const colon = name.indexOf(":");
      if (colon > 0 && isOwnKey(name.slice(1, colon))) return other;
      reading = readTagText(name);
      known.set(copy(name), reading);
    }
    return placeReading(reading, tag, uri);
  };
}

const other: ParsedTag = { kind: "other" };

/** A part of a text keeps the whole of it in memory, and this one outlives its file. */
function copy(part: string): string {
  return ` ${part}`.slice(1);
}

function placeReading(reading: TextReading, tag: Tag, uri: string): ParsedTag {
  if (reading.kind !== "malformed") return reading;
  const { name, line, column } = tag;
  const problems = reading.mistakes.map(
    ({ start, length, message, wayOut }): TagProblem => ({
      tag: name,
      uri,
      line,
      column: column + start,
      length,
      message,
      wayOut,
    }),
  );
  return { kind: "malformed", problems };
}
