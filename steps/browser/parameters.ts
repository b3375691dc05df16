// The parameter types of browser phrases: what on the page is meant, which key, which state.
import { defineParameterType } from "@cucumber/cucumber";
import type { ElementState } from "../../src/journey/browser-port.ts";
import type { Target } from "../../src/journey/target.ts";
import { StoryWorld } from "../../src/journey/world.ts";
import { pagePattern, readPageName } from "./page-names.ts";
import {
  elementPattern,
  fieldPattern,
  parseTarget,
  parseTargets,
  parseTexts,
  targetPattern,
  targetsPattern,
  textsPattern,
  thingsPattern,
} from "./target-words.ts";

/** A parameter type whose words are read once the World can say what {{names}} stand for. */
function define<T>(
  name: string,
  regexp: string,
  read: (words: string, resolve: (text: string) => string) => T,
): void {
  defineParameterType({
    name,
    regexp,
    useForSnippets: false,
    preferForRegexpMatch: false,
    transformer(this: unknown, words: string): T {
      return read(words, (text) => (this instanceof StoryWorld ? this.resolve(text) : text));
    },
  });
}

const one = (words: string, resolve: (text: string) => string): Target =>
  parseTarget(words, resolve);

define("element", elementPattern, one);
define("target", targetPattern, one);
define("field", fieldPattern, one);
define("things", thingsPattern, one);
define("targets", targetsPattern, parseTargets);
define("texts", textsPattern, parseTexts);
define("page", pagePattern, readPageName);

// A type and not an alternation: those bind tighter than the optional words before them.
defineParameterType({
  name: "location",
  regexp: /(?:(?:current|page) )*(?:address|url|URL)(?: of the page)?/,
  useForSnippets: false,
});

defineParameterType({
  name: "direction",
  regexp: "ascending|descending",
  useForSnippets: false,
  transformer: (word: string): "ascending" | "descending" =>
    word === "ascending" ? word : "descending",
});

const modifier = "(?:[Cc]trl|[Cc]ontrol|[Aa]lt|[Ss]hift|[Cc]md|[Cc]ommand|[Mm]eta)";
const keyNames =
  "[Ee]nter|[Rr]eturn|[Tt]ab|[Ee]sc(?:ape)?|[Ss]pace|[Bb]ackspace|[Dd]elete|[Hh]ome|[Ee]nd|[Pp]age ?[Uu]p|[Pp]age ?[Dd]own|[Ii]nsert|(?:[Aa]rrow ?)?(?:[Uu]p|[Dd]own|[Ll]eft|[Rr]ight)|F\\d{1,2}|[A-Z0-9]";

defineParameterType({
  name: "key",
  regexp: `(?:${modifier} ?\\+ ?)*(?:${keyNames})`,
  useForSnippets: false,
  transformer: (key: string) => key,
});

/** A state that an element is to have, and whether it is to have the contrary. */
export interface ExpectedState {
  readonly state: ElementState | "visible";
  readonly not: boolean;
}

const states: Readonly<Record<string, ExpectedState>> = {
  checked: { state: "checked", not: false },
  ticked: { state: "checked", not: false },
  unchecked: { state: "checked", not: true },
  unticked: { state: "checked", not: true },
  on: { state: "checked", not: false },
  off: { state: "checked", not: true },
  chosen: { state: "checked", not: false },
  enabled: { state: "enabled", not: false },
  disabled: { state: "enabled", not: true },
  focused: { state: "focused", not: false },
  active: { state: "enabled", not: false },
  inactive: { state: "enabled", not: true },
  clickable: { state: "enabled", not: false },
  mandatory: { state: "required", not: false },
  required: { state: "required", not: false },
  optional: { state: "required", not: true },
  "read-only": { state: "readonly", not: false },
  readonly: { state: "readonly", not: false },
  editable: { state: "readonly", not: true },
  selected: { state: "selected", not: false },
  invalid: { state: "invalid", not: false },
  valid: { state: "invalid", not: true },
  open: { state: "visible", not: false },
  closed: { state: "visible", not: true },
  gone: { state: "visible", not: true },
  visible: { state: "visible", not: false },
  shown: { state: "visible", not: false },
  displayed: { state: "visible", not: false },
  hidden: { state: "visible", not: true },
  invisible: { state: "visible", not: true },
};

defineParameterType({
  name: "state",
  regexp: `(?:${Object.keys(states).join("|")})`,
  useForSnippets: false,
  transformer: (word: string): ExpectedState => states[word] ?? { state: "visible", not: false },
});
