// What a guarantee is called in Markdown, and where it stands.
import { decidingStep, type Finding } from "./findings.ts";
import { escapeMarkdown } from "./markdown-text.ts";
import type { Verdict } from "./truth-report.ts";

export const marks: Readonly<Record<Verdict, string>> = {
  proven: "✅",
  refuted: "❌",
  unproven: "⚠️",
};

/** `Sign in › A known customer reaches the dashboard (role: admin)`. */
export function nameFinding({ story, scenario, one }: Finding): string {
  const values = Object.entries(one.values ?? {}).map(([column, value]) => `${column}: ${value}`);
  const row = values.length === 0 ? "" : ` (${escapeMarkdown(values.join(", "))})`;
  return `${escapeMarkdown(story.title)} › ${escapeMarkdown(one.title || scenario.title)}${row}`;
}

/** The step that decided it, else the scenario. */
export function placeOf({ story, one, guarantee }: Finding): string {
  const step = guarantee.kind === "behaviour" ? decidingStep(one) : undefined;
  return `${story.uri}:${step?.line ?? one.line}`;
}
