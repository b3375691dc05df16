// How long scenarios take, one after the other: what saved evidence measured, and what their tags ask to be measured
// on top of that. What is not known is said to be so.
import type { Case, Tag } from "../story/story.ts";
import { makeTagParser, type TagParser } from "../tags/parse-tag.ts";
import { smokeScenarioMs } from "../tags/tier-budgets.ts";
import type { Variant } from "./project-index.ts";
import type { ReadTagSet } from "./tag-reader.ts";

/** What a run saved of one case. */
export interface SavedDuration {
  /** Of the last time that it held; absent when it never did. */
  readonly durationMs?: number;
  readonly contentHash: string;
  /** Whether its gates were measured in that time. */
  readonly isMeasured: boolean;
}

/** By the case's id. */
export type SavedDurations = ReadonlyMap<string, SavedDuration>;

export const unknownTimes = {
  absent: "in no saved run",
  failed: "not held in the saved run",
  changed: "changed since the saved run",
  unbounded: "measured for a time that no tag limits",
} as const;

export type UnknownTime = keyof typeof unknownTimes;

export type CaseTime =
  | { readonly kind: "known"; readonly ownMs: number; readonly measuringMs: number }
  | { readonly kind: "unknown"; readonly why: UnknownTime };

export type ReadCaseTime = (variant: Variant, one: Case) => CaseTime;

export function makeCaseTimes(saved: SavedDurations, readTags: ReadTagSet): ReadCaseTime {
  const parse = makeTagParser();
  return ({ story, tags }, { id, contentHash }) => {
    const found = saved.get(id);
    if (found === undefined) return { kind: "unknown", why: "absent" };
    if (found.contentHash !== contentHash) return { kind: "unknown", why: "changed" };
    if (found.durationMs === undefined) return { kind: "unknown", why: "failed" };
    const measuringMs = found.isMeasured
      ? 0
      : askedMs(tags, story.uri, { ownMs: found.durationMs, parse, readTags });
    if (measuringMs === undefined) return { kind: "unknown", why: "unbounded" };
    return { kind: "known", ownMs: found.durationMs, measuringMs };
  };
}

interface Asked {
  readonly ownMs: number;
  readonly parse: TagParser;
  readonly readTags: ReadTagSet;
}

/** How long measuring may take by the tags: `@hold`, or the samples, or in smoke the tier's budget. */
function askedMs(
  tags: readonly Tag[],
  uri: string,
  { ownMs, parse, readTags }: Asked,
): number | undefined {
  const { gates, tier, invariant } = readTags(tags);
  const counts = readCounts(tags, uri, parse);
  if (invariant && counts.runs !== undefined) return counts.runs * ownMs;
  if (gates.length === 0) return 0;
  if (counts.holdMs !== undefined) return counts.holdMs;
  if (counts.samples !== undefined) {
    const rpm = gates.find(({ kind }) => kind === "rpm")?.value;
    const apartMs = rpm?.kind === "rpm" ? 60_000 / rpm.perMinute : ownMs;
    return (counts.samples + (counts.warmup ?? 0)) * apartMs;
  }
  return tier === "smoke" ? smokeScenarioMs : undefined;
}

interface Counts {
  holdMs?: number;
  samples?: number;
  warmup?: number;
  runs?: number;
}

/** The nearest tag comes last and wins. */
function readCounts(tags: readonly Tag[], uri: string, parse: TagParser): Readonly<Counts> {
  const counts: Counts = {};
  for (const tag of tags) {
    const parsed = parse(tag, uri);
    if (parsed.kind !== "known") continue;
    const { value } = parsed;
    if (value.kind === "hold") counts.holdMs = value.durationMs;
    else if (value.kind === "samples" || value.kind === "warmup" || value.kind === "runs") {
      counts[value.kind] = value.count;
    }
  }
  return counts;
}
