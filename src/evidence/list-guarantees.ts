// What can be true or false of one case: its behaviour, each gate on it, its invariant. Not whether they are.
import type { Case, Scenario } from "../story/story.ts";
import type { TagReading } from "../tags/read-tags.ts";
import type { Guarantee } from "./truth-report.ts";

export type ListedGuarantee = Pick<Guarantee, "id" | "kind" | "text" | "gate">;

/** The behaviour first, then one for each gate tag, then `@invariant`; `tags` are the case's, read. */
export function listGuarantees(
  scenario: Pick<Scenario, "title">,
  one: Pick<Case, "id">,
  tags: TagReading,
): readonly [ListedGuarantee, ...ListedGuarantee[]] {
  const gates = tags.gates.map(({ kind, text }) => {
    return { id: `${one.id}@${text}`, kind: "gate", text, gate: kind } as const;
  });
  const invariants = tags.invariant
    ? [{ id: `${one.id}@invariant`, kind: "invariant", text: scenario.title } as const]
    : [];
  return [{ id: one.id, kind: "behaviour", text: scenario.title }, ...gates, ...invariants];
}
