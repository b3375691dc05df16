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
}

const whatIsWrong = "(?:violations|issues|problems|errors)";

defineParameterType({
  name: "accessible",
  regexp: `(?:should|must) be accessible|(?:should|must) have no (?:accessibility ${whatIsWrong}|(?:(?:serious or )?critical|serious) (?:accessibility )?${whatIsWrong})`,
  useForSnippets: false,
  transformer: (words: string): Demand => {
    // What hurts as much or more counts as well.
    if (words.includes("serious")) return { impacts: ["serious", "critical"] };
    return { impacts: words.includes("critical") ? ["critical"] : [] };
  },
});

defineParameterType({
  name: "standard",
  regexp: `(?: according to (?:WCAG ?2\\.[012](?: level)? A{1,3}|best practices|Section 508))?(?:,? ignoring the rules? ${textsPattern})?`,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer(this: unknown, words: string): Standard {
    const [before = "", ignored = ""] = words.split(/ ignoring the rules? /);
    const resolve = (text: string) => (this instanceof StoryWorld ? this.resolve(text) : text);
    return { tags: tagsOf(before), ignoredRules: parseTexts(ignored, resolve) };
  },
});

/** Each version of WCAG holds the ones before it, and each level the ones below. */
function tagsOf(words: string): readonly string[] {
  const [, minor, level] = /WCAG ?2\.(\d)(?: level)? (A+)/.exec(words) ?? [];
  if (minor === undefined || level === undefined) {
    if (words.includes("best")) return ["best-practice"];
    return words.includes("508") ? ["section508"] : [];
  }
  const versions = Array.from({ length: Number(minor) + 1 }, (_, at) =>
    at === 0 ? "2" : `2${at}`,
  );
  const levels = Array.from({ length: level.length }, (_, at) => "a".repeat(at + 1));
  return versions.flatMap((version) => levels.map((each) => `wcag${version}${each}`));
}
