// A gap report as Markdown, for a pull request: the most frequent gaps first, then the table, reasons folded away.
import { escapeMarkdown } from "../evidence/markdown-text.ts";
import type { GapReport, StoryGaps } from "../gaps/gap-report.ts";
import { titleOf } from "../gaps/kinds.ts";
import { legend, signs } from "./gaps-signs.ts";
import { listFootnotes, sayCounts } from "./gaps-summary.ts";
import { explainMark } from "./gaps-why.ts";

export interface MarkdownOptions {
  /** Every mark with its reason. */
  readonly why?: boolean;
}

export function renderGapsMarkdown(
  report: GapReport,
  { why = false }: MarkdownOptions = {},
): string {
  const parts = [
    "# Missing guarantees",
    renderGapCounts(report),
    renderStories(report),
    legend.replace(/ {3}/g, " · "),
    ...listFootnotes(report).map(escapeMarkdown),
    why ? report.stories.map(renderReasons).join("\n\n") : "",
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function renderGapCounts({ gaps, stories }: GapReport): string {
  if (stories.length === 0) return "No story has a scenario that was asked for.";
  if (gaps.length === 0) return "Nothing that was asked for is missing.";
  return gaps
    .slice(0, 5)
    .map((gap) => `- ${sayCounts(gap)}`)
    .join("\n");
}

function renderStories({ kinds, stories }: GapReport): string {
  if (stories.length === 0) return "";
  const head = `| story | ${kinds.map((kind) => titleOf(kind)).join(" | ")} |`;
  const rule = `|---|${":-:|".repeat(kinds.length)}`;
  const rows = stories.map((story) => {
    const marks = story.kinds.map(({ state }) => signs[state]).join(" | ");
    return `| ${escapeMarkdown(story.id)} | ${marks} |`;
  });
  return [head, rule, ...rows].join("\n");
}

function renderReasons({ id, uri, title, kinds }: StoryGaps): string {
  const lines = kinds.flatMap((one) => {
    if (one.state === "missing" || one.state === "not-applicable") return [];
    const marks = one.marks.map(
      (mark) =>
        `  - ${escapeMarkdown(mark.scenario.title)} (${escapeMarkdown(uri)}:${mark.line}): ${escapeMarkdown(explainMark(mark))}`,
    );
    return [`- ${signs[one.state]} ${titleOf(one.kind)}`, ...marks];
  });
  const summary = `<summary>${escapeMarkdown(`${id}: ${title}`)}</summary>`;
  return ["<details>", summary, "", ...lines, "", "</details>"].join("\n");
}
