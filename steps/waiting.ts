// The words of sentences about what comes by itself (messages, events, mails).
// "within 5 seconds" at the end of a sentence, or nothing: cucumber expressions allow no parameter in an optional.
// All of it is waited for, so nearly every sentence may end so.
import { defineParameterType } from "@cucumber/cucumber";
import { StoryError } from "../src/journey/story-error.ts";

/** Milliseconds, when the sentence says how many. */
export type Within = number | undefined;

const units: Readonly<Record<string, number>> = { m: 1, s: 1_000, min: 60_000 };

defineParameterType({
  name: "within",
  regexp: /(?: (?:within|in) (\d+(?:\.\d+)?) ?(ms|milliseconds?|s|seconds?|min(?:ute)?s?))?/,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: readWithin,
});

function readWithin(amount?: string, unit = "s"): Within {
  if (amount === undefined) return undefined;
  const scale = unit.startsWith("min") ? "min" : unit.startsWith("m") ? "m" : "s";
  return Number(amount) * (units[scale] ?? 1_000);
}

/** "should receive", "does not get", "waits up to 10 seconds for". */
export interface Gets {
  readonly not: boolean;
  /** "Should have received" is about all there ever were. */
  readonly ever: boolean;
  /** Where the time stands in the middle. */
  readonly within: Within;
}

defineParameterType({
  name: "gets",
  regexp:
    /(?:(?:should|must|will|does|do) (?:eventually |also )?(not |never )?)?((?:have|has) (?:received|got(?:ten)?)|(?:receive|get)s?)|waits?(?: (?:up to|at most) (\d+(?:\.\d+)?) ?(ms|milliseconds?|s|seconds?|min(?:ute)?s?))? for/,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (not?: string, verb = "", amount?: string, unit?: string): Gets => ({
    not: not !== undefined,
    ever: verb.startsWith("ha"),
    within: readWithin(amount, unit),
  }),
});

/** How long sentences wait that say nothing arrives, where they name no time: each one is a wait for nothing. */
export const silenceMs = 1_000;

/** "should not receive 2 messages": one, three or none might all be meant. */
export function notCounted(what: string): StoryError {
  return new StoryError(
    `Say how many there should be, since "not ${what}" leaves that open: should receive ${what}, or should not receive any.`,
  );
}
