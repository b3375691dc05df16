// A tag's value written down again, and values of every kind to try. The grammar has more than one way to write
// some of them; this is the plainest.
import fc from "fast-check";
import { flags, manyLinks, singleLinks, tiers } from "../../../src/tags/known-keys.ts";
import { limits } from "../../../src/tags/limits.ts";
import type { Bound, Quantile, TagValue } from "../../../src/tags/tag-value.ts";

export function printTag(value: TagValue): string {
  switch (value.kind) {
    case "tier":
      return `@${value.tier}`;
    case "latency":
    case "lcp":
    case "inp":
      return `@${value.kind}:${printQuantile(value.quantile)}${printBound(value.bound, "ms")}`;
    case "cls":
      return `@cls:${printQuantile(value.quantile)}${printBound(value.bound, "")}`;
    case "errors":
      return `@errors:${printBound({ ...value.bound, limit: toPercent(value.bound.limit) }, "%")}`;
    case "availability":
      return `@availability:${toPercent(value.share)}%`;
    case "rpm":
      return `@rpm:${value.perMinute}`;
    case "hold":
      return `@hold:${value.durationMs}ms`;
    case "samples":
    case "warmup":
    case "runs":
      return `@${value.kind}:${value.count}`;
    case "seed":
      return `@seed:${value.seed}`;
    case "id":
      return `@id:${value.id}`;
    case "link":
      return `@${value.key}:${value.value}`;
    default:
      return `@${value.kind}`;
  }
}

function printQuantile(quantile: Quantile): string {
  return quantile === "max" ? quantile : `p${toPercent(quantile)}`;
}

function printBound({ limit, isInclusive }: Bound, unit: string): string {
  return `${isInclusive ? "<=" : "<"}${limit}${unit}`;
}

function toPercent(share: number): number {
  return Number((share * 100).toPrecision(12));
}

/** Multiples of a step, as people write them. */
function stepsOf(step: number, most: number): fc.Arbitrary<number> {
  const count = Math.round(most / step);
  return fc.integer({ min: 1, max: count }).map((n) => Number((n * step).toPrecision(12)));
}

function between({ minimum, maximum }: { minimum: number; maximum: number }): fc.Arbitrary<number> {
  return fc.integer({ min: minimum, max: maximum });
}

function boundUpTo(most: number, step: number): fc.Arbitrary<Bound> {
  return fc.record({ limit: stepsOf(step, most), isInclusive: fc.boolean() });
}

const quantile: fc.Arbitrary<Quantile> = fc.oneof(
  fc.constant("max" as const),
  stepsOf(0.0001, 0.9999),
);
const text = fc.stringMatching(/^[\p{L}\d._/#:-]{1,20}$/u).filter((one) => !one.startsWith(":"));

const name = text.filter((one) => !/[/#]/.test(one));

export const anyTagValue: fc.Arbitrary<TagValue> = fc.oneof(
  fc.record({ kind: fc.constant("tier" as const), tier: fc.constantFrom(...tiers) }),
  fc.record({
    kind: fc.constantFrom("latency" as const, "lcp" as const, "inp" as const),
    quantile,
    bound: boundUpTo(limits.durationMs.maximum, 0.5),
  }),
  fc.record({
    kind: fc.constant("cls" as const),
    quantile,
    bound: boundUpTo(limits.shift.maximum, 0.01),
  }),
  fc.record({ kind: fc.constant("rpm" as const), perMinute: between(limits.perMinute) }),
  fc.record({ kind: fc.constant("errors" as const), bound: boundUpTo(0.99, 0.001) }),
  fc.record({ kind: fc.constant("availability" as const), share: stepsOf(0.0001, 1) }),
  fc.record({
    kind: fc.constant("hold" as const),
    durationMs: stepsOf(1, limits.durationMs.maximum),
  }),
  fc.record({ kind: fc.constant("samples" as const), count: between(limits.samples) }),
  fc.record({ kind: fc.constant("warmup" as const), count: between(limits.warmup) }),
  fc.record({ kind: fc.constant("runs" as const), count: between(limits.runs) }),
  fc.record({ kind: fc.constant("seed" as const), seed: between(limits.seed) }),
  fc.constantFrom(...flags).map((kind) => ({ kind })),
  fc.record({ kind: fc.constant("id" as const), id: name }),
  fc.record({
    kind: fc.constant("link" as const),
    key: fc.constantFrom(...singleLinks, ...manyLinks),
    value: name,
  }),
  fc.record({
    kind: fc.constant("link" as const),
    key: fc.constantFrom(...singleLinks.filter((key) => key !== "story"), ...manyLinks),
    value: text,
  }),
);
