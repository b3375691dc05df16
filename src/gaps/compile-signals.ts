// Signals made quick to ask: one expression for all signals of a place tells whether any of them matters, and what was
// found in a text is remembered, for projects say the same things many times.

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
  readonly pattern: RegExp;
}

/** @throws SyntaxError when a pattern is no regular expression; the configuration's are checked when it is read */
export function compileSignals(signals: readonly Signal[] = builtInSignals): Signals {
  const ready = signals.map((signal, rank) => ({ signal, rank, pattern: compile(signal.pattern) }));
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
    signals.flatMap((one) => (one.unless === undefined ? [] : [[one, compile(one.unless)]])),
  );
  return {
    find: (place, text, isEnglish) => finderOf(place, isEnglish)(text),
    holds: (signal, texts) => {
      const pattern = against.get(signal);
      return pattern === undefined || !texts.some((text) => pattern.test(text));
    },
    has: (place) => ready.some(({ signal }) => looksAt(signal, place, true)),
  };
}

/** Without the flag `u`, V8 ignores case fifteen times as fast; most patterns mean the same without it. */
function compile(pattern: string): RegExp {
  return new RegExp(pattern, needsUnicode.test(pattern) ? "iu" : "i");
}

const needsUnicode = /\\p|\\u\{|[^ -~]/i;

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

function makeFinder(ready: readonly Ready[]): Finder {
  if (ready.length === 0) return () => nothing;
  const known = new Map<string, readonly Hit[]>();
  const any = combine(ready);
  return (text) => {
    let hits = known.get(text);
    if (hits === undefined) {
      hits = any.test(text) ? ready.flatMap((one) => matchOne(one, text)) : nothing;
      known.set(text, hits);
    }
    return hits;
  };
}

function matchOne({ signal, rank, pattern }: Ready, text: string): readonly Hit[] {
  const match = pattern.exec(text);
  return match === null ? nothing : [{ signal, rank, words: match[0], at: match.index }];
}

/** Groups with names, and references to groups, mean something else inside a longer expression. */
function combine(ready: readonly Ready[]): RegExp {
  const sources = ready.map(({ pattern }) => pattern.source);
  const isCombinable = !sources.some(
    (source) => /\(\?<\w|\\[1-9k]/.test(source) || needsUnicode.test(source),
  );
  return isCombinable ? compile(sources.map((source) => `(?:${source})`).join("|")) : anything;
}

const anything = /(?:)/;
