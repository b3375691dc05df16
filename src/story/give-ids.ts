// The ids of a story's rules and scenarios. They are made of what a thing is called, never of where it stands, so
// that reordering keeps them; `@id:` gives one that a new name does not change.
import type * as messages from "@cucumber/messages";
import { sortCells } from "./content-hash.ts";
import { hashContent, normaliseText, slugify } from "./identity.ts";

type Node = messages.Rule | messages.Scenario;

/** The id of each rule and scenario below the feature; no two are equal. */
export function giveIds(storyId: string, feature: messages.Feature): ReadonlyMap<Node, string> {
  const ids = new Map<Node, string>();
  const taken = new Set<string>();
  const nodes = listNodes(feature.children);
  const rules = nodes.filter((node) => "children" in node);
  const all = rules.length === 0 ? nodes : [...nodes, ...rules.flatMap(listBelow)];
  // What is pinned comes first: a name that happens to be the same must not take it.
  for (const node of all) {
    const pinned = findPinned(node.tags);
    if (pinned !== undefined) ids.set(node, takeId(`${storyId}/${pinned}`, taken));
  }
  nameNodes(storyId, nodes, ids, taken);
  for (const rule of rules) {
    nameNodes(ids.get(rule) ?? storyId, listBelow(rule), ids, taken);
  }
  return ids;
}

/** What an `@id:` tag of the thing itself says. */
export function findPinned(tags: readonly { readonly name: string }[]): string | undefined {
  const id = tags.findLast(({ name }) => name.startsWith("@id:"))?.name.slice("@id:".length);
  return id === "" ? undefined : id;
}

function listBelow({ children }: messages.Rule): readonly Node[] {
  return listNodes(children);
}

function listNodes(
  children: readonly { readonly rule?: messages.Rule; readonly scenario?: messages.Scenario }[],
): readonly Node[] {
  const nodes: Node[] = [];
  for (const { rule, scenario } of children) {
    const node = rule ?? scenario;
    if (node !== undefined) nodes.push(node);
  }
  return nodes;
}

function nameNodes(
  parentId: string,
  nodes: readonly Node[],
  ids: Map<Node, string>,
  taken: Set<string>,
): void {
  const named = nodes
    .filter((node) => !ids.has(node))
    .map((node) => ({ node, id: `${parentId}/${slugify(node.name)}` }));
  const distinct = distinguish(named, ({ node }) => describe(node), taken);
  named.forEach(({ node }, index) => {
    ids.set(node, distinct[index] ?? parentId);
  });
}

/**
 * The ids of the things in their order, all different. Those with an id in common get a part of their content's hash,
 * as order would give another to each when they change places; what is the same to the letter is counted.
 */
export function distinguish<T extends { readonly id: string }>(
  things: readonly T[],
  describeThing: (thing: T) => unknown,
  taken: Set<string>,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const { id } of things) counts.set(id, (counts.get(id) ?? 0) + 1);
  return things.map((thing) => {
    const isAlone = counts.get(thing.id) === 1 && !taken.has(thing.id);
    const id = isAlone ? thing.id : `${thing.id}~${hashContent(describeThing(thing)).slice(0, 8)}`;
    return takeId(id, taken);
  });
}

function takeId(id: string, taken: Set<string>): string {
  let free = id;
  for (let count = 2; taken.has(free); count += 1) free = `${id}~${count}`;
  taken.add(free);
  return free;
}

function describe(node: Node): unknown {
  const title = normaliseText(node.name);
  if ("children" in node) {
    const parts = node.children.map(({ background, scenario }) =>
      scenario === undefined ? (background?.steps ?? []).map(describeStep) : describe(scenario),
    );
    return [title, sortByText(parts)];
  }
  const rows = node.examples.flatMap((table) => {
    const read = nameValues(table);
    return table.tableBody.map((row) => sortCells(read(row)));
  });
  return [title, node.steps.map(describeStep), sortByText(rows)];
}

function describeStep({ text, docString, dataTable }: messages.Step): unknown {
  const rows = dataTable?.rows.map(({ cells }) => cells.map(({ value }) => value));
  return [text, docString?.content ?? null, rows ?? null];
}

/** Reads a row's values by column; of two columns with one name, cucumber takes the first. */
export function nameValues({
  tableHeader,
}: messages.Examples): (row: messages.TableRow) => Readonly<Record<string, string>> {
  const places = new Map<string, number>();
  for (const [index, { value }] of (tableHeader?.cells ?? []).entries()) {
    if (!places.has(value)) places.set(value, index);
  }
  const columns = [...places];
  return ({ cells }) =>
    Object.fromEntries(columns.map(([column, index]) => [column, cells[index]?.value ?? ""]));
}

function sortByText(parts: readonly unknown[]): readonly string[] {
  return parts.map((part) => JSON.stringify(part)).sort();
}
