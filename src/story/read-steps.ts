// Gherkin's steps, tags and backgrounds to ours.
import type * as messages from "@cucumber/messages";
import { hashBackground } from "./content-hash.ts";
import { addHash } from "./hashed.ts";
import type {
  Background,
  DocString,
  Step,
  StepArgument,
  StepKind,
  Tag,
  TagLevel,
} from "./story.ts";

/** How a tag's column was counted: gherkin counts characters, and in Markdown the UTF-16 units that editors count. */
export type ColumnCount = "characters" | "units";

export function countColumns(uri: string): ColumnCount {
  return /\.md$/i.test(uri) ? "units" : "characters";
}

/** The tags with columns in UTF-16 units: an emoji in the tag before makes a difference. */
export function readTags(
  nodes: readonly messages.Tag[],
  level: TagLevel,
  count: ColumnCount,
): readonly Tag[] {
  let line = 0;
  let shift = 0;
  return nodes.map(({ name, location }) => {
    if (location.line !== line) shift = 0;
    line = location.line;
    const column = (location.column ?? 1) + shift;
    if (count === "characters") shift += countPairs(name);
    return { name, level, line, column };
  });
}

function countPairs(text: string): number {
  return /^[\0-\x7f]*$/.test(text) ? 0 : text.length - [...text].length;
}

const stepKinds: Readonly<Record<`${messages.StepKeywordType}`, StepKind>> = {
  Context: "context",
  Action: "action",
  Outcome: "outcome",
  Conjunction: "conjunction",
  Unknown: "unknown",
};

export function readSteps(nodes: readonly messages.Step[]): readonly Step[] {
  return nodes.map((node) => {
    const step = {
      nodeId: node.id,
      keyword: node.keyword.trim(),
      kind: stepKinds[node.keywordType ?? "Unknown"],
      text: node.text,
      line: node.location.line,
      textColumn: (node.location.column ?? 1) + node.keyword.length,
    };
    // Without a spread for the many that have none.
    const argument = readArgument(node);
    return argument === undefined ? step : { ...step, argument };
  });
}

function readArgument({ dataTable, docString }: messages.Step): StepArgument | undefined {
  const text = docString === undefined ? undefined : readText(docString);
  if (dataTable === undefined) return text === undefined ? undefined : { kind: "text", ...text };
  const rows = dataTable.rows.map((row) => row.cells.map((cell) => cell.value));
  return { kind: "table", rows, ...(text === undefined ? {} : { text }) };
}

function readText({ content, mediaType }: messages.DocString): DocString {
  return { content, ...(mediaType === undefined ? {} : { mediaType }) };
}

export function readBackground(node: messages.Background): Background {
  return addHash(
    {
      keyword: node.keyword.trim(),
      title: node.name,
      description: node.description.trim(),
      line: node.location.line,
      steps: readSteps(node.steps),
    },
    hashBackground,
  );
}
