// What a scenario says, in parts that a signal can look at, row by row for an outline.
import { type ResolvedKind, resolveOwnKinds } from "../story/step-kinds.ts";
import type { Case, Examples, Scenario, Step, StepArgument, Story, Tag } from "../story/story.ts";
import { gateKinds, isOneOf, tiers } from "../tags/known-keys.ts";
import { readTags } from "../tags/read-tags.ts";
import { findStatus } from "./response-status.ts";
import type { SignalPlace } from "./signal.ts";

export interface Part {
  readonly place: SignalPlace;
  readonly text: string;
  readonly line: number;
  /** It stands in a background. */
  readonly isBackground: boolean;
}

/** One row of a scenario, or the scenario itself. */
export interface SpokenCase {
  readonly spoken: Case;
  readonly parts: readonly Part[];
}

/** What each case of the scenario says. */
export function* listSpoken(scenario: Scenario, story: Story): Generator<SpokenCase> {
  const own = [...listOwnParts(scenario, story)];
  const isFilled = (part: Part) => !part.text.includes("<");
  // What no row fills is read once for all of them.
  const shared = own.filter(isFilled).map(blankPlaceholders);
  const sharedStatuses = listStatuses(shared);
  const open = own.filter((part) => !isFilled(part));
  const tables = scenario.examples.flatMap((table) => table.rows.map(() => table));
  let tagged: readonly Tag[] | undefined;
  let ofTags: readonly Part[] = [];
  for (const [index, spoken] of scenario.cases.entries()) {
    if (tagged !== spoken.tags) ofTags = listTagParts(spoken.tags);
    tagged = spoken.tags;
    const filled = open.map((part) => fill(part, spoken));
    const ofTable = listTableParts(tables[index]);
    const statuses = [...sharedStatuses, ...listStatuses(filled)];
    yield { spoken, parts: [...ofTags, ...shared, ...filled, ...ofTable, ...statuses] };
  }
}

function* listOwnParts(scenario: Scenario, story: Story): Generator<Part> {
  const { title, line, steps, backgroundSteps } = scenario;
  yield { place: "title", text: title, line, isBackground: false };
  const rule = story.rules.find(({ scenarios }) => scenarios.includes(scenario));
  if (rule !== undefined) {
    yield { place: "rule", text: rule.title, line: rule.line, isBackground: true };
  }
  for (const step of steps.slice(0, backgroundSteps)) yield toPart(step, "given", true);
  for (const { step, kind } of resolveOwnKinds(scenario, story.language)) {
    const place = placeOf(step, kind);
    yield toPart(step, place, false);
    if (place === "action" && step.argument !== undefined) {
      const text = describeData(step.argument);
      yield { place: "data", text, line: step.line, isBackground: false };
    }
  }
}

function placeOf({ text }: Step, kind: ResolvedKind): SignalPlace {
  if (kind === "outcome" || (kind === "unknown" && expects(text))) return "outcome";
  return kind === "context" ? "given" : "action";
}

/** What a `*` is, its keyword does not tell: `* status 422` and `* match …` expect something, as `should` does. */
function expects(text: string): boolean {
  return /^(?:status|match|assert)\b|\b(?:should|must)\b/.test(text) || isStatus(text);
}

function isStatus(text: string): boolean {
  return /^(?:the|I) \b/.test(text) && findStatus(text) !== undefined;
}

function toPart({ text, line }: Step, place: SignalPlace, isBackground: boolean): Part {
  return { place, text, line, isBackground };
}

function describeData(argument: StepArgument): string {
  if (argument.kind === "text") return argument.content;
  return argument.rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** What `{{name}}` stands for is not known here, and its name is no word of the sentence. */
function blankPlaceholders(part: Part): Part {
  if (!part.text.includes("{{")) return part;
  return { ...part, text: part.text.replace(/\{\{[^{}]*\}\}/g, "…") };
}

function fill(part: Part, { values = {}, line }: Case): Part {
  const text = part.text.replace(/<([^<>]+)>/g, (whole, name) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  );
  // What the row says is read at the row.
  return blankPlaceholders(text === part.text ? part : { ...part, text, line });
}

function listTableParts(table: Examples | undefined): readonly Part[] {
  if (table === undefined) return [];
  const { title, line, columns } = table;
  const names = columns.map((text): Part => ({ place: "column", text, line, isBackground: false }));
  return title === ""
    ? names
    : [...names, { place: "title", text: title, line, isBackground: false }];
}

/** Of several tiers only the nearest holds; gates come from the tag grammar. */
function listTagParts(tags: readonly Tag[]): readonly Part[] {
  const tier = tags.findLast(({ name }) => isTier(name));
  const parts = tags
    .filter((one) => one === tier || !isTier(one.name))
    .map(({ name, line }): Part => ({ place: "tag", text: name, line, isBackground: false }));
  return tags.some(({ name }) => isGate(name)) ? [...parts, ...listGateParts(tags)] : parts;
}

function isTier(name: string): boolean {
  return isOneOf(tiers, name.slice(1));
}

function isGate(name: string): boolean {
  return isOneOf(gateKinds, name.slice(1).replace(/:.*$/s, ""));
}

function listGateParts(tags: readonly Tag[]): readonly Part[] {
  return readTags(tags).gates.flatMap(({ text, value }): readonly Part[] => {
    if (value === undefined) return [];
    const line = tags.findLast(({ name }) => name === `@${text}`)?.line ?? 1;
    return [{ place: "gate", text, line, isBackground: false }];
  });
}

/** The statuses that outcomes expect. */
function listStatuses(parts: readonly Part[]): readonly Part[] {
  return parts.flatMap((part): readonly Part[] => {
    const status = part.place === "outcome" ? findStatus(part.text) : undefined;
    return status === undefined ? [] : [{ ...part, place: "status", text: status }];
  });
}
