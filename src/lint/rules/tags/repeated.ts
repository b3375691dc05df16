import type { Tag } from "../../../story/story.ts";
import { listTagGroups } from "../../../story/walk.ts";
import type { Edit } from "../../finding.ts";
import type { FileRule } from "../../rule.ts";

export const repeatedTag: FileRule = {
  id: "tags/repeated",
  scope: "file",
  severity: "note",
  summary: "a tag that stands twice on one thing",
  reason: "The second says nothing; often another tag was meant.",
  bad: `@smoke @owner:identity @smoke
Feature: Sign in
`,
  good: `@smoke @owner:identity
Feature: Sign in
`,
  *check({ story, lines }) {
    // There tags stand in quotes of their own.
    const isMarkdown = /\.md$/i.test(story.uri);
    for (const { tags, subject } of listTagGroups(story)) {
      for (const tag of findRepeated(tags)) {
        const { line, column, name } = tag;
        yield {
          uri: story.uri,
          line,
          column,
          length: name.length,
          subject,
          message: `${name} stands here twice.`,
          wayOut: "Remove one, or write the tag that was meant.",
          ...(isMarkdown ? {} : { edits: [removeTag(tag, lines()[line - 1] ?? "")] }),
        };
      }
    }
  },
};

function findRepeated(tags: readonly Tag[]): readonly Tag[] {
  if (tags.length < 2) return [];
  // Two or three, as nearly everywhere, are compared faster than they are remembered.
  const [first, second, third, ...more] = tags;
  const isPlain = more.length === 0 && first?.name !== second?.name;
  if (isPlain && third?.name !== first?.name && third?.name !== second?.name) return [];
  const seen = new Set<string>();
  return tags.filter(({ name }) => seen.has(name) || !seen.add(name));
}

/** The tag with the space that it no longer needs; with its line when it stands there alone. */
function removeTag({ line, column, name }: Tag, text: string): Edit {
  const before = text.slice(0, column - 1);
  const after = text.slice(column - 1 + name.length);
  if (before.trim() === "" && after.trim() === "") {
    return { start: { line, column: 1 }, end: { line: line + 1, column: 1 }, text: "" };
  }
  const end = column + name.length;
  const isFirst = before.trim() === "";
  const spaceAfter = after.length - after.trimStart().length;
  const spaceBefore =
    isFirst || after.startsWith("@") ? 0 : before.length - before.trimEnd().length;
  return {
    start: { line, column: column - spaceBefore },
    end: { line, column: isFirst ? end + spaceAfter : end },
    text: "",
  };
}
