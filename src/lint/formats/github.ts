// Findings as workflow commands of GitHub Actions, which shows them at the lines of a pull request.
import { showPlain } from "../excerpt.ts";
import type { Finding, Severity } from "../finding.ts";
import { summariseSilenced } from "../silenced.ts";
import type { LintReport } from "./report.ts";

const commands: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  note: "notice",
};

/** One line for each finding; whatever a file is named or says, a line is one command. */
export function renderGithub({ findings, silenced }: LintReport): string {
  const told = summariseSilenced(silenced);
  const lines = [
    ...findings.map(renderCommand),
    ...(told === undefined ? [] : [`::notice title=storyproof::${escapeData(told)}`]),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function renderCommand(finding: Finding): string {
  const { severity, uri, line, column, length, rule, message, wayOut } = finding;
  const properties = {
    file: uri,
    line,
    ...(length === undefined ? {} : { endLine: line }),
    col: column,
    ...(length === undefined ? {} : { endColumn: column + length - 1 }),
    title: rule,
  };
  const listed = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeProperty(value)}`,
  );
  return `::${commands[severity]} ${listed.join(",")}::${escapeData(`${message}\n${wayOut}`)}`;
}

/** As GitHub's own toolkit does it; `%` first, since the others become it. */
function escapeData(text: string): string {
  return text
    .split("\n")
    .map(showPlain)
    .join("\n")
    .replaceAll("%", "%25")
    .replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A");
}

function escapeProperty(value: string | number): string {
  // A file's name is left as it is, or GitHub would not find the file.
  return String(value)
    .replaceAll("%", "%25")
    .replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A")
    .replaceAll(":", "%3A")
    .replaceAll(",", "%2C");
}
