// What policy has to say, before it is known where in its line.
import type { Severity } from "../lint/finding.ts";
import type { RuleFinding } from "../lint/rule.ts";

/** What a waiver would have to name. */
export interface WaiverScope {
  /** Ids. */
  readonly story?: string;
  readonly scenario?: string;
  readonly tag?: string;
  /** The scenarios of the story for whose sake it is told; a waiver of one of them leaves the others. */
  readonly asking?: readonly string[];
}

export interface PolicyFinding extends RuleFinding {
  /** `policy/<id>`, or `waiver/<what>`. */
  readonly rule: string;
  readonly severity: Severity;
  /** Absent: no waiver excuses it. */
  readonly scope?: WaiverScope;
}

/** Where something that is no story's stands: the line of the configuration that has these texts, the first most. */
export type PolicyHome = (...texts: readonly string[]) => {
  readonly uri: string;
  readonly line: number;
};
