// Whether the machine that measured was too slow to be believed, for each bound.
import type { GeneratorUse } from "../measure/generator-watch.ts";
import { generatorLimits, judgeGenerator } from "../measure/judge-generator.ts";
import type { OpenLoopResult } from "../measure/open-loop.ts";
import type { Claim } from "./claim.ts";

/** Why it was too slow for a gate with that bound; undefined when it was not. Without a bound for times of 200 ms. */
export type StarvedAt = (boundMs: number | undefined) => readonly string[] | undefined;

export interface GeneratorRecord {
  readonly use: GeneratorUse;
  /** Left out where nothing was scheduled. */
  readonly load?: OpenLoopResult | undefined;
  /** Default: 1. */
  readonly threads?: number;
  /** What happened to threads that did not end as they should. */
  readonly lost?: readonly string[];
}

export function findStarvation({ use, load, threads = 1, lost = [] }: GeneratorRecord): StarvedAt {
  return (boundMs) => {
    const health = judgeGenerator(use, load, generatorLimits(boundMs), threads);
    const reasons = [...lost, ...(health.kind === "starved" ? health.reasons : [])];
    return reasons.length > 0 ? reasons : undefined;
  };
}

/** Of all that bound a time; undefined when none does. */
export function smallestBoundMs(claims: readonly Claim[]): number | undefined {
  const bounds = claims.flatMap((claim) =>
    "bound" in claim && claim.kind !== "cls" ? [claim.bound.limit] : [],
  );
  return bounds.length === 0 ? undefined : Math.min(...bounds);
}
