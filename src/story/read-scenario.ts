// Gherkin's scenario to ours: its steps with the background's, and one case for each row of its examples.
import type * as messages from "@cucumber/messages";
import { hashBehaviour, hashRow, hashScenario, sortCells } from "./content-hash.ts";
import { distinguish, nameValues } from "./give-ids.ts";
import { addHash } from "./hashed.ts";
import { hashContent } from "./identity.ts";
import { type ColumnCount, readSteps, readTags } from "./read-steps.ts";
import type { Case, Examples, Scenario, Step, Tag } from "./story.ts";

/** What surrounds a scenario: the tags and background steps it inherits, and the ids of the whole story. */
export interface Surroundings {
  readonly tags: readonly Tag[];
  readonly columns: ColumnCount;
  readonly background: readonly Step[];
  readonly ids: ReadonlyMap<messages.Rule | messages.Scenario, string>;
}

export function readScenario(node: messages.Scenario, around: Surroundings): Scenario {
  const id = around.ids.get(node) ?? node.id;
  const tags = [...around.tags, ...readTags(node.tags, "scenario", around.columns)];
  const { columns } = around;
  let hash: string | undefined;
  const behaviour = (): string => {
    hash ??= hashBehaviour(scenario);
    return hash;
  };
  const rows = node.examples.length === 0 ? [] : readRows(node, { id, tags, columns, behaviour });
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
      steps: [...around.background, ...readSteps(node.steps)],
      backgroundSteps: around.background.length,
      examples: node.examples.map((table) => readExamples(table, columns)),
      cases: rows.length > 0 ? rows : [addHash(itself, (): string => scenario.contentHash)],
    },
    hashScenario,
  );
  return scenario;
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
  /** Not yet told from an equal row. */
  readonly id: string;
  readonly node: messages.TableRow;
  readonly values: Readonly<Record<string, string>>;
  readonly tags: readonly Tag[];
  readonly table: messages.Examples;
}

function readRows(node: messages.Scenario, outline: Outline): readonly Case[] {
  const rows = node.examples.flatMap((table) => listRows(table, outline));
  const ids = distinguish(rows, describeTable, new Set());
  return rows.map((row, index) => {
    const { tags, values, table } = row;
    const { name: title, description } = table;
    const nodeKey = `${node.id} ${row.node.id}`;
    const { line } = row.node.location;
    return addHash({ id: ids[index] ?? row.id, nodeKey, line, values, tags }, (one) =>
      hashRow(outline.behaviour(), one, { title, description }),
    );
  });
}

function listRows(table: messages.Examples, outline: Outline): readonly Row[] {
  const tags = [...outline.tags, ...readTags(table.tags, "examples", outline.columns)];
  return table.tableBody.map((node) => {
    const values = nameValues(table, node);
    const id = `${outline.id}#${hashContent(sortCells(values)).slice(0, 8)}`;
    return { id, node, values, tags, table };
  });
}

function describeTable({ table }: Row): unknown {
  return [table.name, table.tags.map(({ name }) => name).sort()];
}
