// Demands of one rule that nothing can keep at once.
import type { MistakeList } from "./mistake-list.ts";
import type { Demand } from "./policy.ts";
import { includesPattern } from "./tag-pattern.ts";

/** Adds a mistake for each pair that contradicts itself. */
export function findContradictions(
  path: string,
  demands: readonly Demand[],
  mistakes: MistakeList,
): void {
  for (const required of demands) {
    for (const other of demands) {
      const why = explain(required, other);
      if (why !== undefined) {
        mistakes.add(path, `a rule that nothing can keep: ${why}`, "one of the two");
      }
    }
  }
}

function explain(required: Demand, other: Demand): string | undefined {
  if (required.kind === "tag" && other.kind === "no-tag") {
    const { pattern } = required;
    if (!includesPattern(other.pattern, pattern)) return undefined;
    return `it requires ${pattern.text} and forbids ${other.pattern.text}`;
  }
  if (required.kind === "gate" && other.kind === "no-gate") {
    return required.gate === other.gate ? explainBoth(`the gate ${other.gate}`) : undefined;
  }
  if (required.kind === "guarantee" && other.kind === "no-guarantee") {
    return required.name === other.name ? explainBoth(other.name) : undefined;
  }
  if (required.kind !== "scenarios" && required.kind !== "guarantee") return undefined;
  if (other.kind !== "scenario-limit" || required.least <= other.most) return undefined;
  return `it requires ${required.least} scenarios and allows ${other.most}`;
}

function explainBoth(what: string): string {
  return `it requires and forbids ${what}`;
}
