// A signal says by what a kind of guarantee is recognised: where to look, for which words, and why they tell it.
// Signals are plain data; compile-signals.ts makes them quick to ask.
import type { GapsSignalOptions } from "../config/gaps-options.ts";

export type { SignalPlace } from "../config/gaps-options.ts";

/** What a configuration can say of a signal, and what only the built-in ones have. */
export interface Signal extends GapsSignalOptions {
  /** `<kind>/<name>`. */
  readonly id: string;
  /** Somebody with a name, who stands before the words, must do or see something in the scenario itself. */
  readonly mustAct?: boolean;
  /** Where it stands in the configuration: `gaps.signals[0]`. Absent: it is built in. */
  readonly path?: string;
  /** English words are looked for in English stories only. Default: any language. */
  readonly language?: "en";
}
