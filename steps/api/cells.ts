// A cell of a table as what is expected: a check where it reads as one, a placeholder, or the value itself.
import { parseCheck } from "../../src/checks/check-parser.ts";
import { matchJson } from "../../src/checks/json-match.ts";
import type { Source } from "../../src/checks/predicate.ts";
import type { StoryWorld } from "../../src/journey/world.ts";

/** The failure, if the value is not as the cell says. */
export function judgeCell(
  world: StoryWorld,
  cell: string,
  actual: unknown,
  subject: string,
  source: Source = "data",
): string | undefined {
  if (/^#(?!$)/.test(cell)) return judgePlaceholder(cell, actual, subject);
  const resolve = (text: string): unknown => world.memory.resolveValue(text);
  const tries = [cell, `should be ${cell}`, `should be ${JSON.stringify(cell)}`];
  for (const text of tries) {
    const parsed = parseCheck(text, resolve);
    if (parsed.kind === "ok") return parsed.check.judge(actual, subject, source);
  }
  return `${subject}: "${cell}" is neither a check nor a value`;
}

/** "#uuid" in a cell means what it means in JSON. */
function judgePlaceholder(cell: string, actual: unknown, subject: string): string | undefined {
  const options = { mode: "partial", order: "ordered" } as const;
  const [mismatch] = matchJson({ it: actual }, { it: cell }, options);
  return mismatch && `expected ${subject}: ${mismatch.expected} ${mismatch.actual}`.trimEnd();
}
