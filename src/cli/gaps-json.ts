// A gap report as JSON; schemas/gaps.schema.json describes it.
import type { GapReport } from "../gaps/gap-report.ts";
import { guaranteeKinds } from "../gaps/kinds.ts";

/** A file whose stories could not be read, so that nothing is known of them. */
export interface UnreadFile {
  readonly uri: string;
  readonly line: number;
  readonly message: string;
}

export function renderGapsJson(report: GapReport, unread: readonly UnreadFile[]): string {
  const kinds = guaranteeKinds
    .filter(({ id }) => report.kinds.includes(id))
    .map(({ id, title, question }) => ({ id, title, question }));
  const { stories, gaps } = report;
  const json = JSON.stringify({ version: 1, kinds, stories, gaps, unread }, null, 2);
  // Signs that would steer a terminal are written as their codes, which is the same JSON.
  const steering = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
  return `${json.replace(steering, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}
