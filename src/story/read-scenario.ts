// Gherkin's scenario to ours: its steps with the background's, and one case for each row of its examples.
import type * as messages from "@cucumber/messages";
import { hashContent, normaliseText, slugify } from "./identity.ts";
import type { Case, Scenario, Step, StepArgument, Tag, TagLevel } from "./story.ts";

/** What surrounds a scenario: the tags and background steps it inherits, and the id its own begins with. */
export interface Surroundings {
  readonly tags: readonly Tag[];
  readonly background: readonly Step[];
  readonly parentId: string;
  readonly giveId: (id: string) => string;
}

export function readScenario(node: messages.Scenario, around: Surroundings): Scenario {
  const id = around.giveId(`${around.parentId}/${slugify(node.name)}`);
  const tags = [...around.tags, ...readTags(node.tags, "scenario")];
  const steps = [...around.background, ...readSteps(node.steps)];
  const content = [normaliseText(node.name), normaliseText(node.description), describeSteps(steps)];
  const rows = node.examples.length === 0 ? [] : readRows(node, id, tags, hashContent(content));
  const contentHash = hashContent([
    content,
    nameTags(tags),
    rows.map((one) => one.contentHash).sort(),
  ]);
  return {
    id,
    keyword: node.keyword.trim(),
    title: node.name,
    description: node.description.trim(),
    line: node.location.line,
    tags,
    steps,
    // An outline without rows stays a case: one that nothing can be run for.
    cases:
      rows.length > 0
        ? rows
        : [{ id, nodeKey: node.id, line: node.location.line, tags, contentHash }],
    contentHash,
  };
}

function readRows(
  node: messages.Scenario,
  id: string,
  scenarioTags: readonly Tag[],
  content: string,
): readonly Case[] {
  const seen = new Map<string, number>();
  return node.examples.flatMap((examples) => {
    const tags = [...scenarioTags, ...readTags(examples.tags, "examples")];
    const columns = examples.tableHeader?.cells.map((cell) => cell.value) ?? [];
    return examples.tableBody.map((row) => {
      const cells = columns.map(
        (column, index) => [column, row.cells[index]?.value ?? ""] as const,
      );
      const sorted = cells.toSorted(([a], [b]) => (a < b ? -1 : 1));
      const rowId = `${id}#${hashContent(sorted).slice(0, 8)}`;
      const count = (seen.get(rowId) ?? 0) + 1;
      seen.set(rowId, count);
      return {
        id: count === 1 ? rowId : `${rowId}~${count}`,
        nodeKey: `${node.id} ${row.id}`,
        line: row.location.line,
        values: Object.fromEntries(cells),
        tags,
        contentHash: hashContent([content, nameTags(tags), sorted]),
      };
    });
  });
}

export function readTags(nodes: readonly messages.Tag[], level: TagLevel): readonly Tag[] {
  return nodes.map(({ name, location }) => ({
    name,
    level,
    line: location.line,
    column: location.column ?? 1,
  }));
}

export function readSteps(nodes: readonly messages.Step[]): readonly Step[] {
  return nodes.map((node) => {
    const argument = readArgument(node);
    return {
      nodeId: node.id,
      keyword: node.keyword.trim(),
      text: node.text,
      line: node.location.line,
      ...(argument === undefined ? {} : { argument }),
    };
  });
}

function readArgument(node: messages.Step): StepArgument | undefined {
  if (node.dataTable !== undefined) {
    return {
      kind: "table",
      rows: node.dataTable.rows.map((row) => row.cells.map((cell) => cell.value)),
    };
  }
  if (node.docString === undefined) return undefined;
  const { content, mediaType } = node.docString;
  return { kind: "text", content, ...(mediaType === undefined ? {} : { mediaType }) };
}

/** Without keywords: `And` for `Given`, or `*`, reads differently and says the same. */
function describeSteps(steps: readonly Step[]): unknown {
  return steps.map((step) => [normaliseText(step.text), step.argument ?? null]);
}

/** The names in one order, each once: neither the order nor the place of tags changes what holds. */
export function nameTags(tags: readonly Tag[]): readonly string[] {
  if (tags.length === 0) return [];
  return [...new Set(tags.map((tag) => tag.name))].sort();
}
