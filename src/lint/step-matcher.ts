// Which definitions take a step, for tens of thousands of different steps and hundreds of definitions. Only definitions
// whose own words all stand in the step are asked; an answer is remembered by the step's text.
import { copyText } from "./copy-text.ts";
import type { KnownDefinition } from "./known-definition.ts";

/** The definitions that take a step, in the order in which they were defined. */
export type StepMatcher = (step: string) => readonly KnownDefinition[];

interface Asked {
  readonly definition: KnownDefinition;
  /** Of each group one word stands in every step that the definition takes. */
  readonly required: readonly (readonly string[])[];
  readonly order: number;
}

export function makeStepMatcher(definitions: readonly KnownDefinition[]): StepMatcher {
  const asked = definitions.map((definition, order): Asked => {
    return { definition, required: requiredWords(definition.pattern), order };
  });
  const { byWord, always } = indexByRarest(asked);
  const known = new Map<string, readonly KnownDefinition[]>();
  return (step) => {
    let found = known.get(step);
    if (found === undefined) {
      found = match(step, byWord, always);
      known.set(copyText(step), found);
    }
    return found;
  };
}

/** One for all: a project whose definitions are yet to be written has hundreds of thousands of such steps. */
const nothing: readonly KnownDefinition[] = [];

function match(
  step: string,
  byWord: ReadonlyMap<string, readonly Asked[]>,
  always: readonly Asked[],
): readonly KnownDefinition[] {
  const words = new Set(step.split(" "));
  const found = new Set<Asked>();
  const ask = (one: Asked): void => {
    const isPossible = one.required.every((forms) => forms.some((form) => words.has(form)));
    if (isPossible && one.definition.takes(step)) found.add(one);
  };
  always.forEach(ask);
  for (const word of words) byWord.get(word)?.forEach(ask);
  if (found.size === 0) return nothing;
  return [...found].sort((a, b) => a.order - b.order).map(({ definition }) => definition);
}

/** Each definition below the words that fewest definitions share. */
function indexByRarest(asked: readonly Asked[]) {
  const counts = new Map<string, number>();
  for (const form of asked.flatMap(({ required }) => required.flat())) {
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  const byWord = new Map<string, Asked[]>();
  const always: Asked[] = [];
  const weigh = (forms: readonly string[]): number =>
    forms.reduce((sum, form) => sum + (counts.get(form) ?? 0), 0);
  for (const one of asked) {
    const [rarest] = one.required.toSorted((a, b) => weigh(a) - weigh(b));
    if (rarest === undefined) always.push(one);
    for (const form of rarest ?? []) {
      const below = byWord.get(form);
      if (below === undefined) byWord.set(form, [one]);
      else below.push(one);
    }
  }
  return { byWord, always };
}

/** Marks what a word could grow together with, so that it is not required as it stands. */
const glue = "\u0002";
const wordPattern = /^[\p{L}\p{N}'-]+(?:\(\p{L}+\))?(?:\/[\p{L}\p{N}'-]+(?:\(\p{L}+\))?)*$/u;

/**
 * Words that stand, between spaces, in every text that a pattern takes: each group lists the forms of one word.
 * It leaves out what it is not sure of; none means that nothing is known.
 */
export function requiredWords(pattern: string): readonly (readonly string[])[] {
  if (pattern.startsWith("/")) return wordsOfRegExp(pattern).map((word) => [word]);
  if (pattern.includes("\\")) return [];
  return withoutOptionalWords(pattern)
    .split(" ")
    .filter((token) => wordPattern.test(token))
    .map(formsOf);
}

/** `the( old) page` → `the page`; `click(s)` stays; what touches an optional in another way gets glue. */
function withoutOptionalWords(pattern: string): string {
  return pattern.replace(/\(([^()]*)\)/g, (group, content: string, at: number) => {
    const before = pattern[at - 1] ?? " ";
    const after = pattern[at + group.length] ?? " ";
    const isEnd = /[ (]/.test(after);
    if (/^\s/.test(content) && !/\s$/.test(content)) return isEnd ? "" : glue;
    if (/\s$/.test(content) && !/^\s/.test(content)) return /[ )]/.test(before) ? "" : glue;
    return /\s/.test(content) || !/[\s/(]/.test(after) ? glue : group;
  });
}

/** `press(es)/click(s)` → press, presses, click, clicks. */
function formsOf(token: string): readonly string[] {
  return token.split("/").flatMap((alternative) => {
    const without = alternative.replace(/\(.*\)/, "");
    const whole = alternative.replace(/[()]/g, "");
    return without === whole ? [whole] : [without, whole];
  });
}

/** The whole words at the beginning of a regular expression, up to the first sign that means something. */
function wordsOfRegExp(pattern: string): readonly string[] {
  // Flags such as `i`, and alternatives, may take other words.
  const [, source = ""] = /^\/\^(.*)\/$/s.exec(pattern) ?? [];
  if (source === "" || source.includes("|")) return [];
  const [literal = ""] = /^[^\\^$.*+?()[\]{}|]*/.exec(source) ?? [];
  // The last one may go on, or a `?` may take its last letter away.
  return literal
    .split(" ")
    .slice(0, -1)
    .filter((word) => word !== "");
}
