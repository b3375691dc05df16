// One sign for each state of a kind, the same in tables of the terminal and of Markdown.
import type { KindState } from "../gaps/gap-report.ts";

export const signs: Readonly<Record<KindState["state"], string>> = {
  present: "✓",
  planned: "○",
  missing: "·",
  "not-applicable": "–",
};

export const legend = "✓ there   ○ planned, so not proven   · missing   – does not apply";
