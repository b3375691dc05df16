// The stories as a person reads them: story, rules, scenarios, each with the tags that were written there.
import { showPlain } from "../lint/excerpt.ts";
import { coloured, type Palette, plain } from "../lint/formats/palette.ts";
import type { Intent, Tag, TagLevel } from "../story/story.ts";
import type {
  ListedRule,
  ListedScenario,
  ListedStory,
  StoryCounts,
  StoryList,
} from "./stories-list.ts";

/** One block for each story, then the counts. */
export function renderStoriesTree({ stories, counts }: StoryList, hasColour: boolean): string {
  const palette = hasColour ? coloured : plain;
  const blocks = stories.map((story) => renderStory(story, palette));
  return [...blocks, `${describeCounts(counts)}\n`].join("\n");
}

function renderStory(story: ListedStory, palette: Palette): string {
  const lines = [
    `${palette.strong(showLine(story.title, "(no name)"))}  ${palette.dim(`${showLine(story.uri)}:${story.line}`)}`,
    ...below(palette.dim(showLine(`${story.id}`)), ""),
    ...below(describeIntent(story.intent), ""),
    ...below(palette.note(nameOwn(story.tags, "feature")), ""),
    ...story.scenarios.map((scenario) => renderScenario(scenario, "  ", palette)),
    ...story.rules.flatMap((rule) => renderRule(rule, palette)),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function below(text: string, indent: string): readonly string[] {
  return text === "" ? [] : [`${indent}  ${text}`];
}

function describeIntent(intent: Intent | undefined): string {
  if (intent === undefined) return "";
  const { role, want, benefit } = intent;
  return [role, want, benefit]
    .flatMap((part) => (part === undefined ? [] : showLine(part)))
    .join(" · ");
}

function renderRule(rule: ListedRule, palette: Palette): readonly string[] {
  const title = `${showLine(rule.keyword)}: ${showLine(rule.title, "(no name)")}`;
  return [
    `  ${[title, ...paintTags(rule.tags, "rule", palette)].join("  ")}`,
    ...rule.scenarios.map((scenario) => renderScenario(scenario, "    ", palette)),
  ];
}

function renderScenario(
  { title, tags, cases }: ListedScenario,
  indent: string,
  palette: Palette,
): string {
  const isOutline = cases.some(({ values }) => values !== undefined);
  const size = isOutline ? [palette.dim(count(cases.length, "case"))] : [];
  const parts = [showLine(title, "(no name)"), ...size, ...paintTags(tags, "scenario", palette)];
  return `${indent}- ${parts.join("  ")}`;
}

function paintTags(tags: readonly Tag[], level: TagLevel, palette: Palette): readonly string[] {
  const names = nameOwn(tags, level);
  return names === "" ? [] : [palette.note(names)];
}

function nameOwn(tags: readonly Tag[], level: TagLevel): string {
  const own = tags.filter((tag) => tag.level === level);
  return own.map(({ name }) => showLine(name)).join(" ");
}

/** `1 story, 2 rules, 5 scenarios, 8 cases, 11 guarantees; 1 file unreadable`. */
export function describeCounts(counts: StoryCounts): string {
  const parts = [
    count(counts.stories, "story", "stories"),
    count(counts.rules, "rule"),
    count(counts.scenarios, "scenario"),
    count(counts.cases, "case"),
    count(counts.guarantees, "guarantee"),
  ].join(", ");
  return counts.unreadable === 0
    ? parts
    : `${parts}; ${count(counts.unreadable, "file")} unreadable`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** One line, without signs that would steer a terminal. */
export function showLine(text: string, ifEmpty = ""): string {
  const shown = showPlain(text.replace(/\s+/g, " ")).trim();
  return shown === "" ? ifEmpty : shown;
}
