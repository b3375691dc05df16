// A report made by hand, for the formats.
import type { Finding } from "../../../../src/lint/finding.ts";
import type { LintReport } from "../../../../src/lint/formats/report.ts";
import { trailingSpace } from "../../../../src/lint/rules/layout/trailing-space.ts";
import { noOutcome } from "../../../../src/lint/rules/structure/no-outcome.ts";
import { malformedTag } from "../../../../src/lint/rules/tags/malformed.ts";
import type { SilencedFinding } from "../../../../src/lint/silenced.ts";

export const noOutcomeFinding: Finding = {
  rule: "structure/no-outcome",
  severity: "warning",
  uri: "features/sign in.feature",
  line: 12,
  column: 3,
  excerpt: "  Scenario: A customer signs in",
  subject: "sign-in/a-customer-signs-in",
  message: "this scenario expects nothing: it has no outcome step.",
  wayOut: "Add a Then that says what holds afterwards.",
};

export const tagFinding: Finding = {
  rule: "tags/malformed",
  severity: "error",
  uri: "features/orders.feature",
  line: 3,
  column: 17,
  length: 3,
  excerpt: "    @latency:p95<300 @smoke",
  message: "a latency needs a unit.",
  wayOut: "Write @latency:p95<300ms.",
  related: [{ uri: "features/other.feature", line: 1, message: "where it is right" }],
};

export const spaceFinding: Finding = {
  rule: "layout/trailing-space",
  severity: "note",
  uri: "features/orders.feature",
  line: 9,
  column: 20,
  length: 2,
  message: "this line ends with space.",
  wayOut: "Remove it.",
  edits: [{ start: { line: 9, column: 20 }, end: { line: 9, column: 22 }, text: "" }],
};

/** An error that a comment silences. */
export const silencedTag: SilencedFinding = {
  finding: tagFinding,
  reason: "the old tool [reads](it)",
  uri: tagFinding.uri,
  line: 2,
};

export function reportOf(findings: readonly Finding[], more: Partial<LintReport> = {}): LintReport {
  return {
    findings,
    silenced: [],
    rules: [trailingSpace, noOutcome, malformedTag].map((rule) => ({
      rule,
      severity: rule.severity,
    })),
    files: 14,
    stories: 13,
    mended: 0,
    ...more,
  };
}
