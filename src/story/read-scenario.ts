// Gherkin's scenario to ours: its steps with the background's, and one case for each row of its examples.
import type * as messages from "@cucumber/messages";
import { hashBehaviour, hashRow, hashScenario, sortCells } from "./content-hash.ts";
import { distinguish, nameValues } from "./give-ids.ts";
import { addHash, addIdAndHash } from "./hashed.ts";
import { hashContent } from "./identity.ts";
import { type ColumnCount, readSteps, readTags } from "./read-steps.ts";
import type { Case, Examples, Scenario, Step, Tag } from "./story.ts";

/**
 * What surrounds a scenario: the tags and background steps it inherits, and the ids of the whole story. Made by surround
 * alone: of values that are made in one way, V8 compiles what reads them once, and there are tens of thousands.
 */
export interface Surroundings {
  readonly tags: readonly Tag[];
  readonly columns: ColumnCount;
  readonly background: readonly Step[];
  readonly ids: ReadonlyMap<messages.Rule | messages.Scenario, string>;
}

export function surround(
  tags: readonly Tag[],
  background: readonly Step[],
  { columns, ids }: Pick<Surroundings, "columns" | "ids">,
): Surroundings {
  return { tags, columns, background, ids };
}

export function readScenario(node: messages.Scenario, around: Surroundings): Scenario {
  const id = around.ids.get(node) ?? node.id;
  const tags = around.tags.concat(readTags(node.tags, "scenario", around.columns));
  const { columns } = around;
  let hash: string | undefined;
  const behaviour = (): string => {
    hash ??= hashBehaviour(scenario);
    return hash;
  };
  const rows = readRows(node, { id, tags, columns, behaviour });
  const { line } = node.location;
  // An outline without rows stays a case: one that nothing can be run for.
  const itself = { id, nodeKey: node.id, line, tags };
  const scenario: Scenario = addHash(
    {
      id,
      keyword: node.keyword.trim(),
      title: node.name,
      description: node.description.trim(),
      line,
      tags,
      steps: around.background.concat(readSteps(node.steps)),
      backgroundSteps: around.background.length,
      examples: readTables(node.examples, columns),
      cases: rows.length > 0 ? rows : [addHash(itself, (): string => scenario.contentHash)],
    },
    hashScenario,
  );
  return scenario;
}

function readTables(
  nodes: readonly messages.Examples[],
  columns: ColumnCount,
): readonly Examples[] {
  return nodes.length === 0 ? [] : nodes.map((table) => readExamples(table, columns));
}

function readExamples(node: messages.Examples, columns: ColumnCount): Examples {
  return {
    keyword: node.keyword.trim(),
    title: node.name,
    description: node.description.trim(),
    line: node.location.line,
    tags: readTags(node.tags, "examples", columns),
    columns: node.tableHeader?.cells.map((cell) => cell.value) ?? [],
    rows: node.tableBody.map((row) => row.cells.map((cell) => cell.value)),
  };
}

interface Outline {
  readonly id: string;
  readonly tags: readonly Tag[];
  readonly columns: ColumnCount;
  readonly behaviour: () => string;
}

interface Row {
  readonly node: messages.TableRow;
  readonly values: Readonly<Record<string, string>>;
  readonly tags: readonly Tag[];
  readonly table: messages.Examples;
}

function readRows(node: messages.Scenario, outline: Outline): readonly Case[] {
  if (node.examples.length === 0) return [];
  const rows = node.examples.flatMap((table) => listRows(table, outline));
  let ids: readonly string[] | undefined;
  const idOf = (index: number): string => {
    ids ??= identifyRows(rows, outline.id);
    return ids[index] ?? outline.id;
  };
  return rows.map(({ node: row, values, tags, table }, index) => {
    const { name: title, description } = table;
    const nodeKey = `${node.id} ${row.id}`;
    const { line } = row.location;
    return addIdAndHash(
      { nodeKey, line, values, tags },
      () => idOf(index),
      (one) => hashRow(outline.behaviour(), one, { title, description }),
    );
  });
}

function listRows(table: messages.Examples, outline: Outline): readonly Row[] {
  const tags = outline.tags.concat(readTags(table.tags, "examples", outline.columns));
  const read = nameValues(table);
  return table.tableBody.map((node) => ({ node, values: read(node), tags, table }));
}

/** An id is made of what the row says; equal rows are told apart by their tables. */
function identifyRows(rows: readonly Row[], outlineId: string): readonly string[] {
  const named = rows.map((row) => {
    return { ...row, id: `${outlineId}#${hashContent(sortCells(row.values)).slice(0, 8)}` };
  });
  return distinguish(named, describeTable, new Set());
}

function describeTable({ table }: Row): unknown {
  return [table.name, table.tags.map(({ name }) => name).sort()];
}
