// What a scenario's tags say about measuring, when a nearer tag takes the place of a farther one on the same thing.
import type { Scenario, Story, Tag, TagLevel } from "../story/story.ts";
import { listScenarios } from "../story/walk.ts";
import { parseTag, type TagParser } from "../tags/parse-tag.ts";
import type { Quantile, TagValue } from "../tags/tag-value.ts";
import { memoise } from "./memo.ts";
import type { RuleContext } from "./rule.ts";

export type TagKind = TagValue["kind"];

/** Those of the values that can be of this kind. */
type ValueOf<Kind extends TagKind, Value = TagValue> = Value extends { readonly kind: TagKind }
  ? Extract<Value["kind"], Kind> extends never
    ? never
    : Value
  : never;

/** A tag with what it says. */
export interface PlacedTag<Value extends TagValue = TagValue> {
  readonly tag: Tag;
  readonly value: Value;
}

export type TagOf<Kind extends TagKind> = PlacedTag<ValueOf<Kind>>;

/** Of a scenario, or of one table of its examples where that has tags of its own. */
export interface Measuring {
  readonly scenario: Scenario;
  /** Those that hold, in the order of the file. */
  readonly tags: readonly PlacedTag[];
  /** Those that a nearer tag took the place of. */
  readonly replaced: readonly { readonly nearer: PlacedTag; readonly farther: PlacedTag }[];
}

/** What may matter here, told by its first letters: most stories have none of these. */
const measuring =
  /^@(?:latency|lcp|inp|cls|rpm|errors|availability|hold|samples|warmup|runs|seed|invariant|explore|races|production-safe)/;

/** Those of the words above: a letter is looked at faster than an expression tries a tag. */
const firstLetters = "lirecahswp";

/** Every measured part of a story; nothing when no tag of it says anything about measuring. */
export const listMeasuring: (
  story: Story,
  context: Pick<RuleContext, "parseTag">,
) => readonly Measuring[] = memoise((story, { parseTag: parse = parseTag }) => [
  ...readStory(story, parse),
]);

function* readStory(story: Story, parse: TagParser): Generator<Measuring, void> {
  for (const scenario of listScenarios(story)) {
    let last: readonly Tag[] | undefined;
    for (const { tags } of scenario.cases) {
      // The rows of one table have the same tags.
      if (tags === last) continue;
      last = tags;
      if (!saysSomething(tags)) continue;
      yield { scenario, ...readMeasuring(tags, story.uri, parse) };
    }
  }
}

function saysSomething(tags: readonly Tag[]): boolean {
  for (const { name } of tags) {
    if (firstLetters.includes(name.charAt(1)) && measuring.test(name)) return true;
  }
  return false;
}

function readMeasuring(
  tags: readonly Tag[],
  uri: string,
  parse: TagParser,
): Pick<Measuring, "tags" | "replaced"> {
  const holding = new Map<string, PlacedTag>();
  const replaced: { nearer: PlacedTag; farther: PlacedTag }[] = [];
  for (const tag of tags) {
    const parsed = parse(tag, uri);
    if (parsed.kind !== "known") continue;
    const nearer: PlacedTag = { tag, value: parsed.value };
    const thing = nameThing(parsed.value);
    const farther = holding.get(thing);
    if (farther !== undefined && farther.tag.level !== tag.level)
      replaced.push({ nearer, farther });
    // Two at one place contradict each other; which of them counts is for the check of tags to say.
    if (farther === undefined || farther.tag.level !== tag.level) holding.set(thing, nearer);
  }
  return { tags: [...holding.values()], replaced };
}

function nameThing(value: TagValue): string {
  if ("quantile" in value) return `${value.kind} ${value.quantile}`;
  return value.kind === "link" ? `${value.key} ${value.value}` : value.kind;
}

/** The tags of these kinds that hold. */
export function tagsOf<Kind extends TagKind>(
  { tags }: Pick<Measuring, "tags">,
  ...kinds: readonly Kind[]
): readonly TagOf<Kind>[] {
  const isWanted = (placed: PlacedTag): placed is TagOf<Kind> =>
    (kinds as readonly TagKind[]).includes(placed.value.kind);
  return tags.filter(isWanted);
}

/** Whether the scenario is started many times to be measured. */
export function isMeasured(measuring: Pick<Measuring, "tags">): boolean {
  return (
    tagsOf(measuring, "latency", "lcp", "inp", "cls", "rpm", "errors", "availability").length > 0
  );
}

/** Where a tag stands, for a finding. */
export function placeOfTag({ tag }: PlacedTag): {
  readonly line: number;
  readonly column: number;
  readonly length: number;
} {
  return { line: tag.line, column: tag.column, length: tag.name.length };
}

const levels: Readonly<Record<TagLevel, string>> = {
  feature: "the feature",
  rule: "the rule",
  scenario: "the scenario",
  examples: "the examples",
};

export function nameLevel({ tag }: PlacedTag): string {
  return levels[tag.level];
}

/** `p95`, `p99.9`, `max`. */
export function nameQuantile(quantile: Quantile): string {
  return quantile === "max" ? quantile : `p${Number((quantile * 100).toPrecision(12))}`;
}

/** An inherited tag is met at every scenario below it: true for each pair of tags once. */
export function makeOncePerPair(): (a: PlacedTag, b: PlacedTag) => boolean {
  const seen = new Set<string>();
  return (a, b) => {
    const key = `${a.tag.line}:${a.tag.column} ${b.tag.line}:${b.tag.column}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  };
}
