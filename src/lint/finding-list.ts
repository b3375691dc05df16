// The findings of a pass, as comments and settings let them be: each with its weight and place, and those that a comment
// silences apart. Which rules there are to find something it does not know.
import type { ActiveRule } from "./active-rules.ts";
import type { Finding, Severity } from "./finding.ts";
import { locateInLine } from "./locate.ts";
import type { RuleFinding } from "./rule.ts";
import { describeSilenced, type SilencedFinding } from "./silenced.ts";
import { type Suppression, silence } from "./suppression.ts";

/** The text of a line, from 1; undefined where there is none. */
export type LineText = (line: number) => string | undefined;

/** As plain data. */
export interface ListedFindings {
  readonly findings: readonly Finding[];
  readonly silenced: readonly SilencedFinding[];
  /** By file: what holds there, and what of it has silenced something. */
  readonly suppressions: ReadonlyMap<string, readonly Suppression[]>;
}

export class FindingList implements ListedFindings {
  readonly findings: Finding[] = [];
  readonly silenced: SilencedFinding[] = [];
  readonly suppressions = new Map<string, readonly Suppression[]>();
  readonly #severities: ReadonlyMap<string, Severity>;
  /** Rules that no comment silences. */
  readonly #fixed: ReadonlySet<string>;

  constructor(rules: readonly ActiveRule[]) {
    this.#severities = new Map(rules.map(({ rule, severity }) => [rule.id, severity]));
    this.#fixed = new Set(
      rules.flatMap(({ rule: { id, fixed } }) => (fixed === undefined ? [] : [id])),
    );
  }

  /** Nothing where the rule is off. */
  add(rule: string, found: RuleFinding, lineText: LineText): void {
    const severity = this.#severities.get(rule);
    if (severity === undefined) return;
    // Comments cannot excuse themselves, and some things nobody can.
    const isFirm = rule.startsWith("suppression/") || this.#fixed.has(rule);
    const by = isFirm ? undefined : silence(this.suppressions.get(found.uri), rule, found.line);
    const finding = locateInLine({ ...found, rule, severity }, lineText(found.line));
    if (by === undefined) this.findings.push(finding);
    else this.silenced.push(describeSilenced(finding, by));
  }

  /** Takes over what was found in other files. */
  absorb({ findings, silenced, suppressions }: ListedFindings): void {
    for (const finding of findings) this.findings.push(finding);
    for (const one of silenced) this.silenced.push(one);
    for (const [uri, some] of suppressions) this.suppressions.set(uri, some);
  }
}
