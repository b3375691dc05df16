// What a journey asks about the accessibility of a page as a whole.
import type { Judge } from "../judge.ts";
import type { Target } from "../target.ts";

export type Impact = "minor" | "moderate" | "serious" | "critical";

export interface Audit {
  /** Only there; else the whole page. */
  readonly within?: Target;
  /** axe's tags, such as "wcag21aa"; none means all of its rules but the experimental ones. */
  readonly tags: readonly string[];
  readonly ignoredRules: readonly string[];
  /** Only these rules, whatever `tags` says. */
  readonly onlyRules?: readonly string[];
  /** CSS selectors of what is not judged. */
  readonly ignoredParts?: readonly string[];
  /** Only violations of these count; none means all. */
  readonly impacts: readonly Impact[];
}

export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  readonly text: string;
}

export interface AuditPort {
  /** Throws with every violation: what it is, whom it hurts, where. Waits for pages that still change. */
  audit(audit: Audit): Promise<void>;
  /** Throws unless so many presses of a key bring the focus to it. */
  reachWithKey(target: Target, key: string): Promise<void>;
  /** Judges where the focus goes from the top of the page: the names of so many stops, one press of Tab each. */
  expectFocusOrder(stops: number, judge: Judge<readonly string[]>): Promise<void>;
  expectHeadings(judge: Judge<readonly Heading[]>): Promise<void>;
  /** Judges what stands in for each visible image; undefined is one that has nothing, "" one that says it is decoration. */
  expectImages(judge: Judge<readonly (string | undefined)[]>): Promise<void>;
}
