// What a scenario's tags say: tier, links, gates. It reads a superset of the grammar: a gate is recognised by
// its key, and one that says nothing it can say stays as text. That it is told is the business of check-tags.ts.
import type { Tag, TagLevel } from "../story/story.ts";
import {
  type GateKind,
  gateKinds,
  isOneOf,
  type ManyLink,
  manyLinks,
  type SingleLink,
  singleLinks,
  type Tier,
  tiers,
} from "./known-keys.ts";
import { readTagText } from "./read-tag-text.ts";
import type { TagValue } from "./tag-value.ts";

export interface GateTag {
  readonly kind: GateKind;
  /** The tag without its `@`, such as `latency:p95<300ms`. */
  readonly text: string;
  /** What it says; absent when it is malformed. */
  readonly value?: GateValue;
}

export type GateValue = Extract<TagValue, { readonly kind: GateKind }>;

export interface Links
  extends Readonly<Partial<Record<SingleLink, string>>>,
    Readonly<Partial<Record<ManyLink, readonly string[]>>> {}

export interface TagReading {
  /** How often the scenario runs; absent when no tag says. */
  readonly tier?: Tier;
  readonly links: Links;
  readonly gates: readonly GateTag[];
  readonly invariant: boolean;
  readonly planned: boolean;
  readonly productionSafe: boolean;
}

/** Reads the tags that hold for one case, the farthest first: where a key holds one value, the nearest wins. */
export function readTags(tags: readonly Tag[]): TagReading {
  const links: MutableLinks = {};
  const gates: LevelledGate[] = [];
  let tier: Tier | undefined;
  const flags = { invariant: false, planned: false, productionSafe: false };
  for (const { name, level } of tags) {
    const colon = name.indexOf(":");
    const key = name.slice(1, colon < 0 ? undefined : colon);
    const value = colon < 0 ? "" : name.slice(colon + 1);
    if (isOneOf(gateKinds, key)) addGate(gates, { kind: key, value, level });
    else if (isOneOf(tiers, key)) tier = key;
    else if (key === "invariant" || key === "planned") flags[key] = true;
    else if (key === "production-safe") flags.productionSafe = true;
    else if (value !== "") addLink(links, key, value);
  }
  return {
    ...(tier === undefined ? {} : { tier }),
    links,
    gates: gates.map(toGateTag),
    ...flags,
  };
}

function toGateTag({ kind, value }: LevelledGate): GateTag {
  const text = value === "" ? kind : `${kind}:${value}`;
  const reading = readTagText(`@${text}`);
  if (reading.kind !== "known" || !isGate(reading.value)) return { kind, text };
  return { kind, text, value: reading.value };
}

function isGate(value: TagValue): value is GateValue {
  return isOneOf(gateKinds, value.kind);
}

type MutableLinks = { -readonly [Key in keyof Links]: Links[Key] };

function addLink(links: MutableLinks, key: string, value: string): void {
  if (isOneOf(singleLinks, key)) links[key] = value;
  else if (isOneOf(manyLinks, key) && !links[key]?.includes(value)) {
    links[key] = [...(links[key] ?? []), value];
  }
}

interface LevelledGate {
  readonly kind: GateKind;
  readonly value: string;
  readonly level: TagLevel;
}

/**
 * A nearer gate takes the place of a farther one on the same thing; `latency:p95` and `latency:p99` bound
 * different things. Two bounds on the same thing at one level contradict each other: neither is dropped in silence.
 */
function addGate(gates: LevelledGate[], gate: LevelledGate): void {
  const isReplaced = (known: LevelledGate) =>
    known.level !== gate.level && nameBounded(known) === nameBounded(gate);
  const first = gates.findIndex(isReplaced);
  if (first < 0) {
    gates.push(gate);
    return;
  }
  gates[first] = gate;
  for (let index = gates.length - 1; index > first; index -= 1) {
    const known = gates[index];
    if (known !== undefined && isReplaced(known)) gates.splice(index, 1);
  }
}

/** `p95.0` is `p95`. */
function nameBounded({ kind, value }: LevelledGate): string {
  const quantile = /^[^<>=]*(?=[<>=])/.exec(value)?.[0] ?? "";
  const percent = /^p(\d+\.\d+)$/.exec(quantile)?.[1];
  return `${kind}:${percent === undefined ? quantile : `p${Number(percent)}`}`;
}
