// The report as JSON, for other tools: schemas/truth-report.schema.json says what is in it.
import type { TruthReport } from "./truth-report.ts";

/** One line of JSON: a report of thousands of steps is read by programs, and indenting it doubles it. */
export function renderJson(report: TruthReport): string {
  return `${JSON.stringify(report)}\n`;
}
