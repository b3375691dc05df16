// Phrases that take a part out of a text: what matches, what stands before or behind something.
import { defineParameterType, When } from "@cucumber/cucumber";
import { partMatching } from "../../src/checks/matching-part.ts";
import { showValue } from "../../src/checks/shown-value.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";

const remembers = "{actor} remember(s)/store(s)/save(s)/keep(s)";

defineParameterType({
  name: "regex",
  regexp: /\/(?:[^/\\]|\\.)+\/[a-z]*/,
  useForSnippets: false,
  preferForRegexpMatch: false,
});

When(
  ...phrase(
    `${remembers} the part/piece of {value} matching/(that )matches {regex} as {text}`,
    function (this: StoryWorld, _actor: unknown, value: unknown, regex: string, name: string) {
      const part = partMatching(String(value), regex);
      if (part.kind === "mistake") throw new StoryError(part.message);
      if (part.kind === "none") throw new Error(part.message);
      this.memory.remember(name, part.text);
    },
  ),
);

When(
  ...phrase(
    `${remembers} the part/piece/text/rest of {value} after {text} as {text}`,
    function (this: StoryWorld, _actor: unknown, value: unknown, mark: string, name: string) {
      const text = String(value);
      this.memory.remember(name, text.slice(placeOf(text, mark) + mark.length));
    },
  ),
);

When(
  ...phrase(
    `${remembers} the part/piece/text/beginning of {value} before {text} as {text}`,
    function (this: StoryWorld, _actor: unknown, value: unknown, mark: string, name: string) {
      const text = String(value);
      this.memory.remember(name, text.slice(0, placeOf(text, mark)));
    },
  ),
);

function placeOf(text: string, mark: string): number {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`There is no ${showValue(mark)} in ${showValue(text)}.`);
  return at;
}
