// Findings as SARIF 2.1.0, which code scanning services read.
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
import type { Edit, Finding, RelatedPlace } from "../finding.ts";
import { addFingerprintsToAll, type KnownFinding } from "../fingerprint.ts";
import type { Rule, RuleExample } from "../rule.ts";
import type { LintReport } from "./report.ts";

export interface SarifTool {
  readonly version: string;
  /** Address of the project, if package.json names one. */
  readonly informationUri?: string;
}

/** One log with one run, with a line end. */
export function renderSarif(report: LintReport, tool: SarifTool): string {
  const rules = report.rules.map(({ rule, severity }) => describeRule(rule, severity));
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const { findings, silenced } = addFingerprintsToAll(report.findings, report.silenced);
  const log = {
    $schema:
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "storyproof", ...tool, rules } },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: {
          "%SRCROOT%": { description: { text: "The folder that storyproof was started in." } },
        },
        invocations: [{ executionSuccessful: true }],
        results: [
          ...findings.map((one) => describeResult(one, indexes)),
          ...silenced.map(({ finding, reason }) => ({
            ...describeResult(finding, indexes),
            suppressions: [{ kind: "inSource", justification: reason }],
          })),
        ],
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function describeRule(rule: Rule, level: string) {
  const { reason, bad, good } = rule;
  // A policy's rule has no examples.
  if (bad === "" && good === "") return describeHead(rule, level);
  const text = `${reason}\n\nBad:\n\n${showExample(bad)}\nGood:\n\n${showExample(good)}`;
  const markdown = `${reason}\n\nBad:\n\n${fence(bad)}\n\nGood:\n\n${fence(good)}\n`;
  return { ...describeHead(rule, level), help: { text, markdown } };
}

function describeHead({ id, summary, reason }: Rule, level: string) {
  return {
    id,
    shortDescription: { text: `${summary.slice(0, 1).toUpperCase()}${summary.slice(1)}.` },
    fullDescription: { text: reason },
    defaultConfiguration: { level },
    properties: { tags: [id.slice(0, id.indexOf("/"))] },
  };
}

function showExample(example: RuleExample): string {
  if (typeof example === "string") return example;
  return Object.entries(example)
    .map(([uri, text]) => `# ${uri}\n${text}`)
    .join("\n");
}

function fence(example: RuleExample): string {
  return ["```gherkin", showExample(example).trimEnd(), "```"].join("\n");
}

function describeResult(finding: KnownFinding, indexes: ReadonlyMap<string, number>) {
  const { rule, severity, uri, message, wayOut, related = [], edits = [], fingerprint } = finding;
  const text = escapeLinks(`${message.slice(0, 1).toUpperCase()}${message.slice(1)} ${wayOut}`);
  return {
    ruleId: rule,
    ruleIndex: indexes.get(rule) ?? -1,
    level: severity,
    message: { text },
    locations: [
      { physicalLocation: { artifactLocation: locate(uri), region: describeRegion(finding) } },
    ],
    ...(related.length === 0 ? {} : { relatedLocations: related.map(describeRelated) }),
    partialFingerprints: { "storyproofFinding/v1": fingerprint },
    ...(edits.length === 0 ? {} : { fixes: [describeFix(uri, edits, wayOut)] }),
  };
}

/** In the text of a message, `[a](b)` would be a link. */
function escapeLinks(text: string): string {
  return text.includes("](") ? text.replace(/[[\]\\]/g, "\\$&") : text;
}

function describeRegion({ line, column, length, excerpt }: Finding) {
  const end = length ?? (excerpt === undefined ? undefined : excerpt.length - column + 1);
  return {
    startLine: line,
    startColumn: column,
    ...(end === undefined || end < 1 ? {} : { endColumn: column + end }),
    ...(excerpt === undefined ? {} : { snippet: { text: excerpt } }),
  };
}

function describeRelated({ uri, line, message }: RelatedPlace, index: number) {
  const physicalLocation = { artifactLocation: locate(uri), region: { startLine: line } };
  return { id: index + 1, physicalLocation, message: { text: escapeLinks(message) } };
}

function describeFix(uri: string, edits: readonly Edit[], wayOut: string) {
  const replacements = edits.map(({ start, end, text }) => ({
    deletedRegion: {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
    },
    ...(text === "" ? {} : { insertedContent: { text } }),
  }));
  return {
    description: { text: escapeLinks(wayOut) },
    artifactChanges: [{ artifactLocation: locate(uri), replacements }],
  };
}

function locate(uri: string) {
  return { uri: uri.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" };
}
