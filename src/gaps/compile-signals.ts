// Signals made quick to ask: one expression for all signals of a place tells whether any of them matters, and what was
// found in a text is remembered, for projects say the same things many times.

import { compilePattern } from "../config/gaps-options.ts";
import { type BoundPattern, makePatternBinder, type PatternBinder } from "./bound-pattern.ts";
import type { Signal, SignalPlace } from "./signal.ts";
import { builtInSignals } from "./signals.ts";

export interface Hit {
  readonly signal: Signal;
  /** In the order of the table: the surest first. */
  readonly rank: number;
  readonly words: string;
  /** Where the words begin, from 0. */
  readonly at: number;
}

export interface Signals {
  readonly find: (place: SignalPlace, text: string, isEnglish: boolean) => readonly Hit[];
  /** Whether nothing in the texts speaks against the signal. */
  readonly holds: (signal: Signal, texts: readonly string[]) => boolean;
  /** Whether there is a signal for this place at all. */
  readonly has: (place: SignalPlace) => boolean;
}

interface Ready {
  readonly signal: Signal;
  readonly rank: number;
  readonly pattern: BoundPattern;
}

/** @throws SyntaxError when a pattern is no regular expression; the configuration's are checked when it is read */
export function compileSignals(signals: readonly Signal[] = builtInSignals): Signals {
  const bind = makePatternBinder();
  const ready = signals.map(
    (signal, rank): Ready => ({ signal, rank, pattern: bindPart(bind, signal, "pattern") }),
  );
  const english = new Map<SignalPlace, Finder>();
  const others = new Map<SignalPlace, Finder>();
  const finderOf = (place: SignalPlace, isEnglish: boolean): Finder => {
    const finders = isEnglish ? english : others;
    const known = finders.get(place);
    if (known !== undefined) return known;
    const fitting = ready.filter(({ signal }) => looksAt(signal, place, isEnglish));
    const finder = makeFinder(fitting);
    finders.set(place, finder);
    return finder;
  };
  const against = new Map(
    signals.flatMap((one) =>
      one.unless === undefined ? [] : [[one, bindPart(bind, one, "unless")]],
    ),
  );
  return {
    find: (place, text, isEnglish) => finderOf(place, isEnglish)(text),
    holds: (signal, texts) => {
      const pattern = against.get(signal);
      return pattern === undefined || !texts.some((text) => pattern.exec(text) !== null);
    },
    has: (place) => ready.some(({ signal }) => looksAt(signal, place, true)),
  };
}

/** What a project wrote may never come to an end; what is built in does. */
function bindPart(bind: PatternBinder, signal: Signal, part: "pattern" | "unless"): BoundPattern {
  const pattern = compilePattern(signal[part] ?? "");
  return signal.path === undefined ? pattern : bind(pattern, `${signal.path}.${part}`);
}

function looksAt({ from, language }: Signal, place: SignalPlace, isEnglish: boolean): boolean {
  if (language === "en" && !isEnglish) return false;
  const places = typeof from === "string" ? [from] : from;
  return places.includes(place) || (places.includes("step") && isStep(place));
}

function isStep(place: SignalPlace): boolean {
  return place === "given" || place === "action" || place === "outcome";
}

type Finder = (text: string) => readonly Hit[];

const nothing: readonly Hit[] = [];

const mostRemembered = 2_000;

function makeFinder(ready: readonly Ready[]): Finder {
  if (ready.length === 0) return () => nothing;
  const known = new Map<string, readonly Hit[]>();
  const own = ready.filter(({ signal }) => signal.path !== undefined);
  const builtIn = ready.filter(({ signal }) => signal.path === undefined);
  const any = combine(builtIn);
  return (text) => {
    let hits = known.get(text);
    if (hits === undefined) {
      const candidates = any?.test(text) === true ? ready : own;
      hits = candidates.flatMap((one) => matchOne(one, text));
      // What is only said once would fill the memory for nothing.
      if (known.size >= mostRemembered) known.clear();
      known.set(text, hits);
    }
    return hits;
  };
}

function matchOne({ signal, rank, pattern }: Ready, text: string): readonly Hit[] {
  const match = pattern.exec(text);
  return match === null ? nothing : [{ signal, rank, words: match[0], at: match.index }];
}

/** Groups with names, and references to groups, would mean something else inside: none that is built in has them. */
function combine(builtIn: readonly Ready[]): RegExp | undefined {
  if (builtIn.length === 0) return undefined;
  return compilePattern(builtIn.map(({ signal }) => `(?:${signal.pattern})`).join("|"));
}
