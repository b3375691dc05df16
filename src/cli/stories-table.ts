// The scenarios as a table, one line each: fit for grep, sort and a quick look at tiers and gates.
import { measureWidth } from "../lint/excerpt.ts";
import { coloured, plain } from "../lint/formats/palette.ts";
import {
  type ListedScenario,
  type ListedStory,
  type StoryList,
  scenariosOf,
} from "./stories-list.ts";
import { describeCounts, showLine } from "./stories-tree.ts";

const heading = ["TIER", "CASES", "GATES", "PLACE", "SCENARIO"];

/** Columns are as wide as their widest cell; a terminal's width does not change them. */
export function renderStoriesTable({ stories, counts }: StoryList, hasColour: boolean): string {
  const palette = hasColour ? coloured : plain;
  const rows = stories.flatMap((story) =>
    scenariosOf(story).map((scenario) => describeRow(story, scenario)),
  );
  const widths = heading.map((_, index) =>
    [heading, ...rows].reduce((most, row) => Math.max(most, measureWidth(row[index] ?? "")), 0),
  );
  const align = (row: readonly string[]) =>
    row
      .map((cell, index) => pad(cell, widths[index] ?? 0))
      .join("  ")
      .trimEnd();
  const lines = rows.length === 0 ? [] : [palette.strong(align(heading)), ...rows.map(align), ""];
  return [...lines, describeCounts(counts), ""].join("\n");
}

function describeRow(story: ListedStory, scenario: ListedScenario): readonly string[] {
  const tiers = unique(scenario.cases.map(({ tier }) => tier ?? "-"));
  const gates = unique(
    scenario.cases.flatMap(({ guarantees }) =>
      guarantees.flatMap(({ kind, text }) => (kind === "gate" ? text : [])),
    ),
  );
  const cells = [
    tiers.join("/"),
    String(scenario.cases.length),
    gates.length === 0 ? "-" : gates.join(" "),
    `${story.uri}:${scenario.line}`,
    scenario.id,
  ];
  return cells.map((cell) => showLine(cell));
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - measureWidth(text)));
}
