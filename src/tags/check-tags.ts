// All tags of one story: each of them for itself, and those that stand at one place beside each other.
// Whether bounds can hold together, or make sense where they stand, is for lint.
import type { Story, Tag } from "../story/story.ts";
import { tagsAt } from "../story/walk.ts";
import { parseTag, type TagParser } from "./parse-tag.ts";
import { findRivals } from "./rivals.ts";
import type { TagProblem, TagValue } from "./tag-value.ts";

/** Every problem of a story's tags, in the order of the file. */
export function checkTags(story: Story, parse: TagParser = parseTag): readonly TagProblem[] {
  return checkTagGroups(listTagGroups(story), story.uri, parse);
}

/** The same for tags in groups: each holds what was written at one place. */
export function checkTagGroups(
  groups: Iterable<readonly Tag[]>,
  uri: string,
  parse: TagParser = parseTag,
): readonly TagProblem[] {
  const problems: TagProblem[] = [];
  for (const group of groups) {
    const known: { tag: Tag; value: TagValue }[] = [];
    for (const tag of group) {
      const parsed = parse(tag, uri);
      if (parsed.kind === "malformed") problems.push(...parsed.problems);
      else if (parsed.kind === "known") known.push({ tag, value: parsed.value });
    }
    for (const { tag, value } of known) {
      if (value.kind === "id" && !holdsId(tag)) problems.push(explainIdlessPlace(tag, uri));
      if (value.kind === "link" && value.key === "story" && tag.level !== "feature") {
        problems.push(explainStorylessPlace(tag, uri));
      }
    }
    if (known.length > 1) problems.push(...findRivals(known, uri));
  }
  return problems.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Tags are inherited, and an id names one thing. */
function holdsId({ level }: Pick<Tag, "level">): boolean {
  return level === "rule" || level === "scenario";
}

function explainIdlessPlace({ name, line, column, level }: Tag, uri: string): TagProblem {
  const value = name.slice("@id:".length);
  const message = "@id: names a scenario or a rule, and does nothing here";
  const wayOut =
    level === "feature"
      ? `Write @story:${value} for the story, or ${name} above a scenario or rule.`
      : `Write ${name} above the scenario.`;
  return { tag: name, uri, line, column, length: name.length, message, wayOut };
}

function explainStorylessPlace({ name, line, column, level }: Tag, uri: string): TagProblem {
  const message = "@story: names the whole story, and does nothing here";
  const here = holdsId({ level }) ? `, or @id:${name.slice("@story:".length)} here` : "";
  const wayOut = `Write ${name} above the feature${here}.`;
  return { tag: name, uri, line, column, length: name.length, message, wayOut };
}

/** The tags as written: of the feature, of each rule, scenario and table of examples. */
export function* listTagGroups(story: Story): Generator<readonly Tag[]> {
  yield story.tags;
  for (const { tags, scenarios } of [{ tags: [], scenarios: story.scenarios }, ...story.rules]) {
    yield tagsAt("rule", tags);
    for (const scenario of scenarios) {
      yield tagsAt("scenario", scenario.tags);
      for (const examples of scenario.examples) yield examples.tags;
    }
  }
}
