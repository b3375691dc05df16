// Notes each call of a step or hook with its World, while cucumber runs a scenario for the first time.
// Noting costs next to nothing, so all scenarios are noted; only those that are asked for become journeys.
// It knows neither tags nor gates, and not what is done with the calls.
import type { Code, ExplainedCode } from "./code.ts";

/** The code of a definition as the team wrote it, and as a replay calls it. */
export interface RecordedCode {
  readonly original: Code;
  readonly replayed: ExplainedCode;
}

export interface RecordedCall {
  readonly code: RecordedCode;
  /** What was handed over first: for a hook, cucumber's description of the moment. */
  readonly first: unknown;
}

/** The field of our Worlds that holds the calls with them. */
export const notedCalls: unique symbol = Symbol("noted calls");

const leftOut = Symbol("no part of a journey");

/** The same code; journeys are replayed without it. For hooks that only keep or judge what a run leaves. */
export function leaveOutOfJourneys<C extends object>(code: C): C {
  return Object.defineProperty(code, leftOut, { value: true });
}

export class Recorder {
  /** Of Worlds that are not ours. Goes with them, and takes ten times as long as a field. */
  readonly #ofForeign = new WeakMap<object, RecordedCall[]>();
  readonly #codes = new WeakMap<Code, RecordedCode>();

  /** The code for cucumber to call in place of the original: it notes the call and does `run`. Replays do `replayed`. */
  wrap(original: Code, run: Code, replayed: ExplainedCode = { run }): Code {
    const code = { original, replayed };
    this.#codes.set(original, code);
    const ofForeign = this.#ofForeign;
    if (leftOut in original) return run;
    const noting = function (this: unknown, ...args: unknown[]): unknown {
      if (typeof this === "object" && this !== null)
        note(ofForeign, this, { code, first: args[0] });
      return run.apply(this, args);
    };
    // Cucumber counts the parameters of what it calls, and shows its name.
    return Object.defineProperties(noting, {
      length: { value: original.length },
      name: { value: original.name },
    });
  }

  /** What was made of that code; undefined when this recorder has not wrapped it. */
  codeOf(original: Code): RecordedCode | undefined {
    return this.#codes.get(original);
  }

  /** The calls with that World so far, in their order. */
  callsOf(world: object): readonly RecordedCall[] {
    return fieldOf(world) ?? this.#ofForeign.get(world) ?? [];
  }
}

function note(ofForeign: WeakMap<object, RecordedCall[]>, world: object, call: RecordedCall): void {
  const known = fieldOf(world) ?? ofForeign.get(world);
  if (known === undefined) ofForeign.set(world, [call]);
  else known.push(call);
}

function fieldOf(world: object): RecordedCall[] | undefined {
  return (world as { readonly [notedCalls]?: RecordedCall[] })[notedCalls];
}
