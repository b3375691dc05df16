// What all formats show: the findings of one run, counted.
import type { ActiveRule } from "../active-rules.ts";
import type { Finding, Severity } from "../finding.ts";
import type { SilencedFinding } from "../silenced.ts";

export interface LintReport {
  readonly findings: readonly Finding[];
  /** What comments took out of the findings. */
  readonly silenced: readonly SilencedFinding[];
  /** The rules that ran. */
  readonly rules: readonly ActiveRule[];
  readonly files: number;
  readonly stories: number;
  /** How many findings were mended before this. */
  readonly mended: number;
}

export interface LintCounts extends Readonly<Record<Severity, number>> {
  /** Those that --fix mends. */
  readonly fixable: number;
}

export function countFindings(findings: readonly Finding[]): LintCounts {
  const counts = { error: 0, warning: 0, note: 0, fixable: 0 };
  for (const finding of findings) {
    counts[finding.severity] += 1;
    if (isFixable(finding)) counts.fixable += 1;
  }
  return counts;
}

export function isFixable({ edits = [] }: Finding): boolean {
  return edits.length > 0;
}
