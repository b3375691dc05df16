// Findings as data; the schema is schemas/lint.schema.json.
import { addFingerprintsToAll } from "../fingerprint.ts";
import { countFindings, type LintReport } from "./report.ts";

/** One JSON document with a line end. */
export function renderJson(report: LintReport): string {
  const { findings, silenced, rules, files, stories, mended } = report;
  const { error, warning, note, fixable } = countFindings(findings);
  const summary = {
    files,
    stories,
    errors: error,
    warnings: warning,
    notes: note,
    fixable,
    mended,
    silenced: silenced.length,
  };
  const ran = rules.map(({ rule, severity }) => ({ id: rule.id, severity }));
  const known = addFingerprintsToAll(findings, silenced);
  const document = { version: 1, summary, ...known, rules: ran };
  return `${JSON.stringify(document, null, 2)}\n`;
}
