// The report of `storyproof check` as Markdown, fit for a pull request.
import { codeSpan, escapeMarkdown } from "../evidence/markdown-text.ts";
import type { Finding } from "../lint/finding.ts";
import { plain } from "../lint/formats/palette.ts";
import { renderSummary } from "../lint/formats/text.ts";
import type { SilencedFinding } from "../lint/silenced.ts";
import type { JudgedWaiver } from "../policy/waivers.ts";
import type { CheckReport } from "./check-report.ts";
import { summarisePolicy } from "./check-summary.ts";

/** More than anybody reads in a pull request; GitHub refuses comments above 65,536 characters. */
const mostFindings = 100;

export function renderCheckMarkdown(report: CheckReport): string {
  const { findings, silenced, policy } = report;
  const excused = findings.filter(isWaived);
  const open = findings.filter((one) => !isWaived(one));
  const parts = [
    "# Stories checked",
    [renderSummary(report, plain), ...summarisePolicy(report)].join("\n"),
    ...listFindings("Findings", open),
    ...listFindings("Waived", excused),
    ...listSilenced(silenced),
    ...listWaivers(policy.waivers),
  ];
  return `${parts.join("\n\n")}\n`;
}

function isWaived({ rule, severity, message }: Finding): boolean {
  return severity === "note" && rule.startsWith("policy/") && message.startsWith("waived until ");
}

function listFindings(title: string, findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return [];
  const rows = findings
    .slice(0, mostFindings)
    .map(({ uri, line, severity, rule, message, wayOut }) => {
      const cells = [
        codeSpan(`${uri}:${line}`),
        severity,
        codeSpan(rule),
        `${escapeMarkdown(message)} ${escapeMarkdown(wayOut)}`,
      ];
      return `| ${cells.join(" | ")} |`;
    });
  const more = findings.length - rows.length;
  const table = ["| place | weight | rule | what |", "|---|---|---|---|", ...rows].join("\n");
  return [`## ${title}`, table, ...(more > 0 ? [`… ${more} more.`] : [])];
}

function listSilenced(silenced: readonly SilencedFinding[]): readonly string[] {
  if (silenced.length === 0) return [];
  const rows = silenced.slice(0, mostFindings).map(({ finding, reason, uri, line }) => {
    const cells = [
      codeSpan(`${finding.uri}:${finding.line}`),
      finding.severity,
      codeSpan(finding.rule),
      codeSpan(`${uri}:${line}`),
      escapeMarkdown(reason),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const more = silenced.length - rows.length;
  const head = "| place | weight | rule | comment | why |\n|---|---|---|---|---|";
  const table = [head, ...rows].join("\n");
  return ["## Silenced by comments", table, ...(more > 0 ? [`… ${more} more.`] : [])];
}

function listWaivers(waivers: readonly JudgedWaiver[]): readonly string[] {
  if (waivers.length === 0) return [];
  const rows = waivers.map(({ rule, story, scenario, tag, who, why, until, state }) => {
    const about = scenario ?? story ?? tag ?? "the project";
    const cells = [
      codeSpan(rule),
      codeSpan(about),
      escapeMarkdown(who),
      escapeMarkdown(why),
      until,
      state,
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const head = "| rule | for | who | why | until | state |\n|---|---|---|---|---|---|";
  return ["## Waivers", [head, ...rows].join("\n")];
}
