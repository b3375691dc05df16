// The words for what axe found: each violation with whom it hurts, where it is, and where to read on.

export interface Violation {
  /** The rule: "color-contrast". */
  readonly id: string;
  readonly impact?: string | null;
  readonly help: string;
  readonly helpUrl: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

const mostViolations = 12;
const mostNodes = 3;
const mostHtml = 160;

export function explainViolations(url: string, violations: readonly Violation[]): string {
  const count =
    violations.length === 1
      ? "1 accessibility violation"
      : `${violations.length} accessibility violations`;
  const more = violations.length - mostViolations;
  return [
    `There ${violations.length === 1 ? "is" : "are"} ${count} on ${url}:`,
    ...violations.slice(0, mostViolations).map(explainViolation),
    ...(more > 0 ? [`  … and ${more} more`] : []),
    `Where one is known and accepted: the page should be accessible ignoring the rule "${violations[0]?.id ?? ""}"`,
  ].join("\n");
}

function explainViolation({ id, impact, help, helpUrl, nodes }: Violation, at: number): string {
  const more = nodes.length - mostNodes;
  return [
    `  ${at + 1}. ${id} (${impact ?? "unknown impact"}): ${help}`,
    ...nodes
      .slice(0, mostNodes)
      .flatMap(({ html, failureSummary }) => [
        `     ${shorten(html)}`,
        ...adviceOf(failureSummary).map((line) => `       ${line}`),
      ]),
    ...(more > 0 ? [`     … and ${more} more`] : []),
    `     ${helpUrl.replace(/\?.*$/, "")}`,
  ].join("\n");
}

/** axe's advice has a headline and a line for each thing to try; the first one is enough to go on. */
function adviceOf(summary: string | undefined): readonly string[] {
  const [, first] = (summary ?? "").split("\n");
  return first === undefined ? [] : [first.trim()];
}

function shorten(html: string): string {
  const line = html.replace(/\s+/g, " ");
  return line.length > mostHtml ? `${line.slice(0, mostHtml)}…` : line;
}
