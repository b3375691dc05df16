// The comments that silence rules, read from a file's lines:
//
//   # storyproof-disable-next-line structure/no-outcome -- the page itself is the outcome
//   # storyproof-disable language/*, structure/no-tier -- imported from the old suite
//   # storyproof-enable language/*
//
//   directive   = "#" , "storyproof-" , instruction , [ names ] , [ "--" , reason ] ;
//   instruction = "disable-next-line" | "disable" | "enable" ;
//   names       = name , { ( "," | " " ) , name } ;
//
// In Markdown `<!-- … -->` stands for `#`. What the names mean is not known here.
import type { Story } from "../story/story.ts";

export interface Directive {
  /** As written, mistyped or not. */
  readonly instruction: string;
  readonly names: readonly string[];
  /** Empty when none was given. */
  readonly reason: string;
  readonly line: number;
  readonly column: number;
  /** The whole comment, as it stands in the file. */
  readonly text: string;
}

const opening = "storyproof-";

/** The directives of a file in their order; none for nearly all files, at the price of one search. */
export function readDirectives(
  story: Story,
  text: string,
  lines: () => readonly string[],
): readonly Directive[] {
  if (!text.includes(opening)) return [];
  return listCommentLines(story, lines()).flatMap((line) => {
    return parseDirective(lines()[line - 1] ?? "", line) ?? [];
  });
}

function listCommentLines(story: Story, lines: readonly string[]): readonly number[] {
  if (!/\.md$/i.test(story.uri)) return story.comments.map(({ line }) => line);
  const fence = /^\s*(`{3,}|~{3,})/;
  let open: string | undefined;
  return lines.flatMap((text, index) => {
    const mark = fence.exec(text)?.[1];
    // What stands between fences is data of a step, or an example.
    if (mark !== undefined && (open === undefined || mark.startsWith(open))) {
      open = open === undefined ? mark : undefined;
      return [];
    }
    return open === undefined && /^\s*<!--/.test(text) ? [index + 1] : [];
  });
}

function parseDirective(lineText: string, line: number): Directive | undefined {
  const found = /^(\s*)((?:#+|<!--)\s*storyproof-(\S+)\s*(.*?))\s*$/.exec(lineText);
  if (found === null) return undefined;
  const [, indent = "", text = "", instruction = "", more = ""] = found;
  const said = more.replace(/\s*-->$/, "");
  const dashes = /(?:^|\s)--+(?:\s|$)/.exec(said);
  const before = dashes === null ? said : said.slice(0, dashes.index);
  const reason = dashes === null ? "" : said.slice(dashes.index + dashes[0].length).trim();
  const names = before.split(/[\s,]+/).filter((name) => name !== "");
  return { instruction, names, reason, line, column: indent.length + 1, text };
}
