// Findings of lint and of policy as one report.

import type { ActiveRule } from "../lint/active-rules.ts";
import type { LintReport } from "../lint/formats/report.ts";
import { locateFinding } from "../lint/locate.ts";
import { compareFindings } from "../lint/sort.ts";
import { splitLines } from "../lint/source-lines.ts";
import type { PolicyJudgement } from "../policy/judge-policy.ts";
import type { PolicyFinding } from "../policy/policy-finding.ts";

export interface CheckReport extends LintReport {
  readonly policy: Pick<PolicyJudgement, "rules" | "waivers" | "planned">;
}

/** @param readText gives a file's text, for the line that a finding is about */
export async function mergeReports(
  lint: LintReport,
  policy: PolicyJudgement,
  readText: (uri: string) => Promise<string | undefined>,
): Promise<CheckReport> {
  const lines = new Map<string, readonly string[] | undefined>();
  for (const uri of new Set(policy.findings.map((finding) => finding.uri))) {
    const text = await readText(uri);
    lines.set(uri, text === undefined ? undefined : splitLines(text));
  }
  const located = policy.findings.map((finding) => {
    const { scope, ...found } = finding;
    return locateFinding(found, lines.get(found.uri));
  });
  const findings = [...lint.findings, ...located].sort(compareFindings);
  const rules = [...lint.rules, ...policyRules(policy), ...waiverRules(policy.findings)];
  const { waivers, planned } = policy;
  return { ...lint, findings, rules, policy: { rules: policy.rules, waivers, planned } };
}

function policyRules({ rules }: PolicyJudgement): readonly ActiveRule[] {
  return rules.map(({ rule: { id, reason, severity } }) =>
    describeRule(`policy/${id}`, reason, severity),
  );
}

const waiverTexts = {
  "waiver/expired": ["A waiver holds until a day that was agreed on", "error"],
  "waiver/unknown": ["A waiver of what is not there excuses nothing, and nobody notices", "error"],
  "waiver/unused": ["A waiver that is no longer needed would excuse the next mistake", "warning"],
} as const;

/** What can be said about waivers. */
export const waiverRuleIds: readonly string[] = Object.keys(waiverTexts);

function waiverRules(findings: readonly PolicyFinding[]): readonly ActiveRule[] {
  return Object.entries(waiverTexts).flatMap(([id, [reason, severity]]) =>
    findings.some(({ rule }) => rule === id) ? [describeRule(id, reason, severity)] : [],
  );
}

function describeRule(id: string, reason: string, severity: "error" | "warning"): ActiveRule {
  const texts = { id, summary: id.replace("/", " "), reason, severity, bad: "", good: "" };
  return { rule: { ...texts, scope: "engine" }, severity };
}
