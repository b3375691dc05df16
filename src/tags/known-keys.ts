// The tag keys that mean something here, and how many values each may hold. It knows no values.

export const tiers = ["smoke", "regression", "full"] as const;
export type Tier = (typeof tiers)[number];

/** What a gate bounds. */
export const gateKinds = ["latency", "rpm", "errors", "availability", "lcp", "inp", "cls"] as const;
export type GateKind = (typeof gateKinds)[number];

/** Gates of which several may stand together, each on another quantile. */
export const quantileKinds = ["latency", "lcp", "inp", "cls"] as const;

/** How much is measured, and from where a generator starts. */
export const measureKeys = ["hold", "samples", "warmup", "runs", "seed"] as const;
export type MeasureKey = (typeof measureKeys)[number];

/** What stands alone, beside the tiers. */
export const flags = [
  "invariant",
  "always",
  "explore",
  "races",
  "planned",
  "production-safe",
] as const;

/** Links of which the nearest counts. */
export const singleLinks = ["story", "owner", "repo", "risk"] as const;
/** Links that add up: a scenario can keep two incidents from coming back. */
export const manyLinks = ["incident", "compliance", "touches"] as const;

export type SingleLink = (typeof singleLinks)[number];
export type ManyLink = (typeof manyLinks)[number];

/** Keys whose tag is the key alone. */
export const bareKeys = [...tiers, ...flags] as const;
/** Keys whose tag is `@key:value`. */
export const valueKeys = [
  ...gateKinds,
  ...measureKeys,
  ...singleLinks,
  ...manyLinks,
  "id",
] as const;

export type BareKey = (typeof bareKeys)[number];
export type ValueKey = (typeof valueKeys)[number];

/** Whether a text is one of these. */
export function isOneOf<T extends string>(all: readonly T[], text: string): text is T {
  return (all as readonly string[]).includes(text);
}
