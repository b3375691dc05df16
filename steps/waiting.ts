// The words of sentences about what comes by itself (messages, events, mails).
// "within 5 seconds" at the end of a sentence, or nothing: cucumber expressions allow no parameter in an optional.
// All of it is waited for, so nearly every sentence may end so.
import { defineParameterType } from "@cucumber/cucumber";

/** Milliseconds, when the sentence says how many. */
export type Within = number | undefined;

const units: Readonly<Record<string, number>> = { m: 1, s: 1_000, min: 60_000 };

defineParameterType({
  name: "within",
  regexp: /(?: (?:within|in) (\d+(?:\.\d+)?) ?(ms|milliseconds?|s|seconds?|min(?:ute)?s?))?/,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (amount?: string, unit = "s"): Within => {
    if (amount === undefined) return undefined;
    const scale = unit.startsWith("min") ? "min" : unit.startsWith("m") ? "m" : "s";
    return Number(amount) * (units[scale] ?? 1_000);
  },
});

defineParameterType({
  name: "gets",
  regexp: /(?:should )?(?:receive|get)s?|should have (?:received|got(?:ten)?)|waits? for/,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (words: string) => words,
});

defineParameterType({
  name: "getsnot",
  regexp: /(?:should|does|do) (?:not|never) (?:receive|get|have received|have got(?:ten)?)/,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (words: string) => words,
});

/** How long sentences wait that say nothing arrives, where they name no time: each one is a wait for nothing. */
export const silenceMs = 1_000;
