// The parameter types of accessibility phrases: what is demanded, and which rules a page is judged by.
import { defineParameterType } from "@cucumber/cucumber";
import type { Impact } from "../../src/journey/browser/audit-port.ts";
import { StoryWorld } from "../../src/journey/world.ts";
import { parseTexts, textsPattern } from "../browser/target-words.ts";

export interface Demand {
  /** Only violations of these count; none means all. */
  readonly impacts: readonly Impact[];
}

export interface Standard {
  /** axe's tags of the rules that belong to it; none means all rules. */
  readonly tags: readonly string[];
  readonly ignoredRules: readonly string[];
  /** CSS selectors. */
  readonly ignoredParts: readonly string[];
}

const whatIsWrong = "(?:violations?|issues?|problems?|errors?)";
const wrong = `(?:accessibility ${whatIsWrong}|(?:(?:serious or )?critical|serious) (?:accessibility )?${whatIsWrong})`;
const must = "(?:should|must)";

function readDemand(words: string): Demand {
  // What hurts as much or more counts as well.
  if (words.includes("serious")) return { impacts: ["serious", "critical"] };
  return { impacts: words.includes("critical") ? ["critical"] : [] };
}

defineParameterType({
  name: "violations",
  regexp: wrong,
  useForSnippets: false,
  transformer: readDemand,
});

defineParameterType({
  name: "accessible",
  regexp: `(?:${must} be|is) accessible|(?:${must} have|has) no ${wrong}|${must} not have (?:any )?${wrong}|${must} pass (?:the |an |all )?accessibility (?:checks?|audits?|tests?|scans?)|(?:${must} )?(?:meets?|pass(?:es)?|satisf(?:y|ies)|(?:compl(?:y|ies) with)|conforms? to)(?=(?: the)? WCAG)`,
  useForSnippets: false,
  transformer: readDemand,
});

defineParameterType({
  name: "standard",
  regexp: `(?:(?: according to| for| against)?(?: the)? (?:WCAG ?2(?:\\.[012])?(?: level)? A{1,3}(?: checks?| rules| criteria| guidelines)?|best practices|Section 508|"wcag[\\da]+"))?(?:,? (?:ignoring|except(?: for)?|excluding|apart from)(?: the)?(?: rules?| elements?| parts?)? ${textsPattern})?`,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer(this: unknown, words: string): Standard {
    const [before = "", ignored = ""] = words.split(/ (?:ignoring|except|excluding|apart) /);
    const resolve = (text: string) => (this instanceof StoryWorld ? this.resolve(text) : text);
    const names = parseTexts(ignored, resolve);
    // axe's rules are named with small letters and hyphens; all else is a selector of what is left out.
    const isRule = (name: string) => /^[a-z][a-z-]*$/.test(name);
    return {
      tags: tagsOf(before),
      ignoredRules: names.filter(isRule),
      ignoredParts: names.filter((name) => !isRule(name)),
    };
  },
});

/** Each version of WCAG holds the ones before it, and each level the ones below. */
function tagsOf(words: string): readonly string[] {
  const [, minor = "0", level] = /WCAG ?2(?:\.(\d))?(?: level)? (A+)/.exec(words) ?? [];
  const [, own] = /"(wcag[\da]+)"/.exec(words) ?? [];
  if (own !== undefined) return [own];
  if (level === undefined) {
    if (words.includes("best")) return ["best-practice"];
    return words.includes("508") ? ["section508"] : [];
  }
  const versions = Array.from({ length: Number(minor) + 1 }, (_, at) =>
    at === 0 ? "2" : `2${at}`,
  );
  const levels = Array.from({ length: level.length }, (_, at) => "a".repeat(at + 1));
  return versions.flatMap((version) => levels.map((each) => `wcag${version}${each}`));
}

/** axe's rules by what must have a name. */
const namingRules = {
  field: ["label", "select-name", "aria-input-field-name"],
  button: ["button-name", "input-button-name"],
  link: ["link-name"],
} as const;

defineParameterType({
  name: "everynamed",
  regexp:
    "(?:[Aa]ll|[Ee]very|[Ee]ach) (?:the )?(?:(?:form |input )?fields?|inputs?|form controls?|buttons?|links?)",
  useForSnippets: false,
  transformer: (words: string): readonly string[] => {
    if (/buttons?$/.test(words)) return namingRules.button;
    return /links?$/.test(words) ? namingRules.link : namingRules.field;
  },
});

defineParameterType({
  name: "alternative",
  regexp:
    "(?:an? )?(?:text (?:alternatives?|descriptions?)|alternative texts?|alt(?:ernative)?(?: texts?)?|descriptions?)",
  useForSnippets: false,
  transformer: (words: string) => words,
});

defineParameterType({
  name: "somename",
  regexp: "(?:an? )?(?:accessible )?(?:labels?|names?|text)",
  useForSnippets: false,
  transformer: (words: string) => words,
});
