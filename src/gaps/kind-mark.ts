// That a scenario has a kind of guarantee, and why it is thought so.
import type { GuaranteeKind } from "./kinds.ts";
import type { SignalPlace } from "./signal.ts";

export interface KindMark {
  readonly kind: GuaranteeKind;
  /** Planned: it is specified and not yet built, so nothing is proven. */
  readonly state: "present" | "planned";
  readonly scenario: { readonly id: string; readonly title: string; readonly line: number };
  /** Where the words stand: of a step, a row, or the scenario. */
  readonly line: number;
  readonly signal: {
    readonly id: string;
    readonly from: SignalPlace;
    readonly because: string;
  };
  /** What the signal found. */
  readonly words: string;
}
