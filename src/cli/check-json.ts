// The report of `storyproof check` as data; the schema is schemas/check.schema.json.
import { renderJson } from "../lint/formats/json.ts";
import type { CheckReport } from "./check-report.ts";

/** One JSON document with a line end: that of lint, and what policy adds. */
export function renderCheckJson(report: CheckReport): string {
  const { rules, waivers, planned } = report.policy;
  const policy = {
    rules: rules.map(({ rule, matched, state }) => ({
      id: rule.id,
      reason: rule.reason,
      severity: rule.severity,
      state,
      ...(matched === undefined ? {} : { matched }),
    })),
    waivers,
    planned,
  };
  return `${JSON.stringify({ ...JSON.parse(renderJson(report)), policy }, null, 2)}\n`;
}
