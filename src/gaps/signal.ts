// A signal says by what a kind of guarantee is recognised: where to look, for which words, and why they tell it.
// Signals are plain data; compile-signals.ts makes them quick to ask.
import type { GuaranteeKind, SignalPlace } from "../config/gaps-options.ts";

export type { SignalPlace } from "../config/gaps-options.ts";

export interface Signal {
  /** `<kind>/<name>`. */
  readonly id: string;
  readonly kind: GuaranteeKind;
  /** Several are alternatives. */
  readonly from: SignalPlace | readonly SignalPlace[];
  /** A regular expression; letters in either case. */
  readonly pattern: string;
  /** Why these words tell the kind, as the end of a sentence: "`422`: the input was refused". */
  readonly because: string;
  /** Counts only where this kind was recognised as well. */
  readonly with?: GuaranteeKind;
  /** Does not count where this kind was recognised. */
  readonly without?: GuaranteeKind;
  /** A regular expression; does not count where any part of the scenario has it: `action: I press "Save"`. */
  readonly unless?: string;
  /** Somebody with a name, who stands before the words, must do or see something in the scenario itself. */
  readonly mustAct?: boolean;
  /** Where it stands in the configuration: `gaps.signals[0]`. Absent: it is built in. */
  readonly path?: string;
  /** English words are looked for in English stories only. Default: any language. */
  readonly language?: "en";
}
