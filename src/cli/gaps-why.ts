// Every mark of a gap report with its reason, story by story.
import type { GapReport, KindState, StoryGaps } from "../gaps/gap-report.ts";
import type { KindMark } from "../gaps/kind-mark.ts";
import { guaranteeKinds, titleOf } from "../gaps/kinds.ts";
import { showPlain } from "../lint/excerpt.ts";
import type { Palette } from "./gaps-palette.ts";
import { signs } from "./gaps-signs.ts";

export function renderGapReasons({ stories }: GapReport, palette: Palette): string {
  if (stories.length === 0) return "No story has a scenario that was asked for.";
  return stories.map((story) => renderStory(story, palette)).join("\n\n");
}

function renderStory(story: StoryGaps, palette: Palette): string {
  const { id, title, uri, kinds } = story;
  const head = `${palette.strong(showPlain(id))}  ${showPlain(title)}  ${palette.dim(showPlain(uri))}`;
  return [head, ...kinds.flatMap((one) => renderKind(one, uri, palette))].join("\n");
}

function renderKind(one: KindState, uri: string, palette: Palette): readonly string[] {
  const head = `  ${palette[one.state](signs[one.state])} ${titleOf(one.kind)}`;
  if (one.state === "missing") {
    const question = guaranteeKinds.find(({ id }) => id === one.kind)?.question ?? "";
    return [`${head}: ${palette.dim(question)}`];
  }
  if (one.state === "not-applicable") return [`${head}: ${showPlain(one.reason)}`];
  return [head, ...one.marks.map((mark) => `      ${renderMark(mark, uri, palette)}`)];
}

function renderMark(mark: KindMark, uri: string, palette: Palette): string {
  const { scenario, line } = mark;
  const place = palette.dim(showPlain(`${uri}:${line}`));
  return `${place}  ${showPlain(scenario.title)}\n        ${showPlain(explainMark(mark))}`;
}

/** `outcome "422": the input was refused (invalid-input/status)`. */
export function explainMark({ signal, words }: KindMark): string {
  const shown = words.length > 80 ? `${words.slice(0, 79)}…` : words;
  const { from, because, id } = signal;
  return `${from} ${quote(shown.replace(/\s+/g, " "))}: ${because} (${id})`;
}

/** In signs that the words themselves do not have. */
function quote(words: string): string {
  return words.includes('"') ? `‘${words}’` : `"${words}"`;
}
