// The parameter types of phrases that say what is to be seen: verbs, kinds of things, and checks of a whole page.
import { defineParameterType } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import { checkPattern } from "../../src/checks/check-pattern.ts";
import type { TargetKind } from "../../src/journey/target.ts";
import { storyWorld } from "../parameters.ts";
import { readCheck } from "../read-check.ts";
import { readSpan, spanUnit } from "../span.ts";
import { defineWords } from "./define-words.ts";

const negative = /not|n't|no longer|disappear|vanish|go away/;

// Each of these is true where the sentence says that it is not there.
defineWords(
  "appearing",
  "(?:not (?:appear|show up|pop up)|appear|show up|pop up|disappear|vanish|go away)",
  (words) => negative.test(words),
);
defineWords(
  "shows",
  "(?:should|must)(?: not|n't| no longer)? (?:show|display|list)|(?:shows|displays)",
  (words) => negative.test(words),
);
defineWords(
  "holdsit",
  "(?:should|must)(?: not|n't| no longer)? (?:have|contain|include)|has|contains",
  (words) => negative.test(words),
);

const kinds: Readonly<Record<string, TargetKind>> = {
  links: "link",
  buttons: "button",
  headings: "heading",
  fields: "field",
  images: "image",
  tabs: "tab",
};

/** Perhaps nothing. */
defineWords(
  "listed",
  `(?: (?:texts|items|things|list|elements|messages|errors|${Object.keys(kinds).join("|")}))?`,
  (words): TargetKind => kinds[words.trim()] ?? "any",
);

// Of the page that is in front, so that only "I" may wait.
defineWords(
  "thereare",
  "[Tt]here (?:should|must) be|I wait (?:until|till) there (?:are|is)",
  (words) => words,
);

const span = `\\d+(?:\\.\\d+)?(?: ?${spanUnit})?`;
/** What leads to the thing that somebody waits for; "until Alice sees" has its own phrase. In milliseconds, if said. */
defineWords(
  "awaits",
  `waits?(?: (?:for )?(?:up to|at most|a maximum of)? ?${span},?)? (?:for|to see|until (?:she|he|they)(?: can)? sees?)|waits? (?:for )?(?:up to|at most|a maximum of) ${span},? until I(?: can)? see`,
  (words): number | undefined => {
    const [found] = /\d[\d.]*(?: ?(?:m|s)[a-z]*)?/.exec(words) ?? [];
    return found === undefined ? undefined : readSpan(found);
  },
);

/** What other phrases say of pages: that they have 3 links, a button, the heading "Home". */
const ofThings =
  "(?!(?:(?:should|must|shall)(?: not|n't)? (?:have|contain|include)|has|contains) (?:the|an?|no|exactly|only|at (?:least|most)|(?:more|less|fewer) than|\\d+|one|two|three) )";

defineParameterType({
  name: "pagecheck",
  regexp: ofThings + checkPattern,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer(this: unknown, text: string): Check {
    return readCheck(storyWorld(this), text);
  },
});
