// A gap report as text: stories as rows and kinds as columns, or one story below the other where that is too wide.
import type { GapCount, GapReport, KindState, StoryGaps } from "../gaps/gap-report.ts";
import { titleOf } from "../gaps/kinds.ts";
import { measureWidth, showPlain } from "../lint/excerpt.ts";
import { type Palette, plain } from "./gaps-palette.ts";
import { legend, signs } from "./gaps-signs.ts";
import { listFootnotes, sayCounts } from "./gaps-summary.ts";
import { renderGapReasons } from "./gaps-why.ts";

export interface TableOptions {
  /** How many columns there are. Default: 120. */
  readonly width?: number;
  readonly palette?: Palette;
  /** Every mark with its reason. */
  readonly why?: boolean;
}

export function renderGapsTable(report: GapReport, options: TableOptions = {}): string {
  const { width = 120, palette = plain, why = false } = options;
  const parts = [
    why ? renderGapReasons(report, palette) : renderStories(report, width, palette),
    palette.dim(legend),
    ...listFootnotes(report),
    renderCounts(report, palette),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function renderStories(report: GapReport, width: number, palette: Palette): string {
  if (report.stories.length === 0) return "No story has a scenario that was asked for.";
  const names = report.stories.map(({ id }) => measureWidth(showPlain(id)));
  const room = width - widthOfMarks(report);
  const widest = Math.max(...names);
  if (room < Math.min(widest, leastName)) return renderNarrow(report, width, palette);
  return renderWide(report, Math.min(widest, room), palette);
}

/** A shorter part of a name tells nobody which story it is. */
const leastName = 16;

/** A heading stands above its column's sign and goes on to the right of it. */
function widthOfMarks({ kinds }: GapReport): number {
  return Math.max(0, ...kinds.map((kind, index) => 2 + 2 * index + titleOf(kind).length));
}

function renderWide({ kinds, stories }: GapReport, nameWidth: number, palette: Palette): string {
  const indent = " ".repeat(nameWidth + 2);
  const headings = kinds.map((kind, index) => `${indent}${"│ ".repeat(index)}${titleOf(kind)}`);
  const rows = stories.map((story) => {
    const marks = story.kinds.map(({ state }) => palette[state](signs[state])).join(" ");
    const name = shorten(showPlain(story.id), nameWidth);
    return `${name}${" ".repeat(nameWidth - measureWidth(name))}  ${marks}`;
  });
  return [...headings, ...rows].join("\n");
}

function shorten(text: string, width: number): string {
  if (measureWidth(text) <= width) return text;
  let kept = "";
  for (const sign of text) {
    if (measureWidth(kept + sign) >= width) break;
    kept += sign;
  }
  return `${kept}…`;
}

function renderNarrow({ stories }: GapReport, width: number, palette: Palette): string {
  const blocks = stories.map((story) => {
    const lines = (["present", "planned", "missing"] as const).flatMap((state) =>
      renderState(story, state, width, palette),
    );
    return [palette.strong(showPlain(story.id)), ...lines].join("\n");
  });
  return blocks.join("\n\n");
}

function renderState(
  { kinds }: StoryGaps,
  state: KindState["state"],
  width: number,
  palette: Palette,
): readonly string[] {
  const titles = kinds.filter((one) => one.state === state).map(({ kind }) => titleOf(kind));
  const [first, ...rest] = wrap(titles, width - 4);
  if (first === undefined) return [];
  return [`  ${palette[state](signs[state])} ${first}`, ...rest.map((line) => `    ${line}`)];
}

function wrap(words: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const [index, word] of words.entries()) {
    const text = index === words.length - 1 ? word : `${word},`;
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + text.length <= width) {
      lines[lines.length - 1] = `${last} ${text}`;
    } else lines.push(text);
  }
  return lines;
}

/** Enough to begin with. */
const mostCounts = 5;

function renderCounts({ gaps, stories }: GapReport, palette: Palette): string {
  if (stories.length === 0) return "";
  if (gaps.length === 0) return "Nothing that was asked for is missing.";
  const lines = gaps.slice(0, mostCounts).map((gap: GapCount) => `  ${sayCounts(gap)}`);
  return [palette.strong("Missing most often"), ...lines].join("\n");
}
