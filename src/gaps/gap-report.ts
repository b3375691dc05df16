// Which kinds of guarantee each story has, and which it lacks. The one model that all renderings read.
import type { GuaranteeKind } from "../config/gaps-options.ts";
import type { KindMark } from "./kind-mark.ts";

export type KindState =
  /** At least one scenario shows it. */
  | { readonly state: "present"; readonly kind: GuaranteeKind; readonly marks: readonly KindMark[] }
  /** Only planned scenarios would show it. */
  | { readonly state: "planned"; readonly kind: GuaranteeKind; readonly marks: readonly KindMark[] }
  | { readonly state: "missing"; readonly kind: GuaranteeKind }
  /** The configuration says that the story need not have it. */
  | { readonly state: "not-applicable"; readonly kind: GuaranteeKind; readonly reason: string };

export interface StoryGaps {
  readonly id: string;
  readonly uri: string;
  readonly title: string;
  readonly line: number;
  /** Gherkin's name of the language; words of built-in signals are English. */
  readonly language: string;
  /** How many scenarios were looked at. */
  readonly scenarios: number;
  /** One for each kind that was asked for, in their order. */
  readonly kinds: readonly KindState[];
}

export interface GapReport {
  readonly kinds: readonly GuaranteeKind[];
  /** In the order in which they were given. */
  readonly stories: readonly StoryGaps[];
  /** How many stories lack each kind, the most frequent first; those that planned scenarios will mend are counted apart. */
  readonly gaps: readonly GapCount[];
}

export interface GapCount {
  readonly kind: GuaranteeKind;
  readonly missing: number;
  readonly planned: number;
  /** Stories that should have it. */
  readonly of: number;
}
