// The tag keys that mean something here, and how many values each may hold. It knows no values.

export const tiers = ["smoke", "regression", "full"] as const;
export type Tier = (typeof tiers)[number];

/** What a gate bounds. */
export const gateKinds = ["latency", "rpm", "errors", "availability", "lcp", "inp", "cls"] as const;
export type GateKind = (typeof gateKinds)[number];

/** Links of which the nearest counts. */
export const singleLinks = ["story", "owner", "repo", "risk"] as const;
/** Links that add up: a scenario can keep two incidents from coming back. */
export const manyLinks = ["incident", "compliance", "touches"] as const;

export type SingleLink = (typeof singleLinks)[number];
export type ManyLink = (typeof manyLinks)[number];
