// The signals that count in a project: the built-in ones and its own, without what it switched off.
import type { GapsOptions, GapsSignalOptions } from "../config/gaps-options.ts";
import { compileSignals, type Signals } from "./compile-signals.ts";
import type { Signal } from "./signal.ts";
import { builtInSignals } from "./signals.ts";

/** Ready to be given to kindsOf; compile once, for what was found in a text is remembered. */
export function readSignals(options: GapsOptions = {}): Signals {
  return compileSignals(listSignals(options));
}

/** A team's own come first: where both know a kind, the team's reason is shown. */
export function listSignals({ signals = [], off = [] }: GapsOptions): readonly Signal[] {
  const known = [...signals.map(giveId), ...builtInSignals];
  return known.filter(({ id, kind }) => !off.includes(id) && !off.includes(kind));
}

function giveId(signal: GapsSignalOptions, index: number): Signal {
  return { ...signal, id: `${signal.kind}/own-${index + 1}`, path: `gaps.signals[${index}]` };
}
