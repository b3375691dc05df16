// What one tag says, as a value that cannot be wrong. The grammar that makes it is in parse-tag.ts.
import type { ManyLink, SingleLink, Tier } from "./known-keys.ts";

export type WebVital = "lcp" | "inp" | "cls";

/** The share of samples, above 0 and below 1, that must keep the bound; or all of them. */
export type Quantile = number | "max";

/** `<` or `<=`. */
export interface Bound {
  /** Milliseconds for times, a share from 0 to 1 for errors, a plain number for `cls`. */
  readonly limit: number;
  readonly isInclusive: boolean;
}

export type TagValue =
  | { readonly kind: "tier"; readonly tier: Tier }
  | { readonly kind: "latency"; readonly quantile: Quantile; readonly bound: Bound }
  | { readonly kind: WebVital; readonly quantile: Quantile; readonly bound: Bound }
  | { readonly kind: "rpm"; readonly perMinute: number }
  | { readonly kind: "errors"; readonly bound: Bound }
  /** The share of journeys, above 0 and at most 1, that must succeed. */
  | { readonly kind: "availability"; readonly share: number }
  | { readonly kind: "hold"; readonly durationMs: number }
  | { readonly kind: "samples" | "warmup" | "runs"; readonly count: number }
  | { readonly kind: "seed"; readonly seed: number }
  | {
      readonly kind: "invariant" | "always" | "explore" | "races" | "planned" | "production-safe";
    }
  | { readonly kind: "id"; readonly id: string }
  | { readonly kind: "link"; readonly key: SingleLink | ManyLink; readonly value: string };

/** What is wrong with a tag, where in it, and what would be right. */
export interface TagProblem {
  /** With its `@`. */
  readonly tag: string;
  readonly uri: string;
  readonly line: number;
  /** Of the first wrong character, from 1. */
  readonly column: number;
  /** How many characters are wrong, at least 1. */
  readonly length: number;
  /** One sentence without place, such as `a latency needs a unit`. */
  readonly message: string;
  /** Such as `Write @latency:p95<300ms`. */
  readonly wayOut: string;
}
