// What all formats show: the findings of one run, counted.
import type { ActiveRule } from "../active-rules.ts";
import type { Finding, Severity } from "../finding.ts";

export interface LintReport {
  readonly findings: readonly Finding[];
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
  const count = (severity: Severity) => findings.filter((one) => one.severity === severity).length;
  return {
    error: count("error"),
    warning: count("warning"),
    note: count("note"),
    fixable: findings.filter(isFixable).length,
  };
}

export function isFixable({ edits = [] }: Finding): boolean {
  return edits.length > 0;
}
