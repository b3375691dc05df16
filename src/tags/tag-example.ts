// One right tag of each key that takes a value, for messages that have nothing better to offer.
import type { ValueKey } from "./known-keys.ts";

const examples: Readonly<Record<ValueKey, string>> = {
  latency: "p95<300ms",
  lcp: "p75<2.5s",
  inp: "p75<200ms",
  cls: "p75<0.1",
  rpm: "600",
  errors: "<1%",
  availability: "99.9%",
  hold: "30s",
  samples: "500",
  warmup: "20",
  runs: "200",
  seed: "42",
  id: "locked-after-five",
  story: "sign-in",
  owner: "identity",
  repo: "workspace-web",
  risk: "high",
  incident: "INC-42",
  compliance: "GDPR-17",
  touches: "billing",
};

/** Such as `p95<300ms`. */
export function exampleValue(key: ValueKey): string {
  return examples[key];
}

/** Such as `@latency:p95<300ms`. */
export function exampleOf(key: ValueKey): string {
  return `@${key}:${examples[key]}`;
}
