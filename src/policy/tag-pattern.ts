// `@smoke` is that tag; `@compliance:*` and `@compliance:` are any value of the key.
import type { Tag } from "../story/story.ts";

export interface TagPattern {
  /** As shown to people: without the star. */
  readonly text: string;
  readonly matches: (tag: Pick<Tag, "name">) => boolean;
}

export function readTagPattern(written: string): TagPattern {
  const text = written.replace(/:\*$/, ":");
  if (!text.endsWith(":")) return { text, matches: ({ name }) => name === text };
  return { text, matches: ({ name }) => name.length > text.length && name.startsWith(text) };
}

/** Whether every tag that `inner` means is one that `outer` means. */
export function includesPattern(outer: TagPattern, inner: TagPattern): boolean {
  return outer.text === inner.text || outer.matches({ name: inner.text.replace(/:$/, ":x") });
}
