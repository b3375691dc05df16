// Phrases that make values up: unique ones, and random ones.

import { defineParameterType, When } from "@cucumber/cucumber";
import { randomInteger, randomText } from "../../src/journey/random-value.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { kindWord, makeValue } from "./made-values.ts";

const makes =
  "{actor} generate(s)/create(s)/pick(s)/remember(s)/store(s)/save(s)/have/has/get(s)/make(s)( up)";
const as =
  "(, )(and )(remember it )(remembers it )(store it )(stores it )(save it )(saves it )(keep it )as/in (the )(variable )";

defineParameterType({
  name: "kindof",
  regexp: kindWord,
  useForSnippets: false,
  transformer: (word: string) => word,
});

/** What is random by its nature, so that nobody says so. */
defineParameterType({
  name: "naturally",
  regexp: /(?:new )?(?:UUID|GUID|uuid|guid|timestamp)/,
  useForSnippets: false,
  transformer: (word: string) => word,
});

interface Long {
  readonly length: number;
  readonly unit: string;
}

/** "10 letters"; a length alone is of characters. */
defineParameterType({
  name: "longas",
  regexp: /(?:(?:a )?length (?:of )?)?(\d+)(?: (\w+))?/,
  useForSnippets: false,
  transformer: (length: string, unit = "characters"): Long => ({ length: Number(length), unit }),
});

When(
  ...phrase(
    `${makes} a/an (new )unique {kindof} ${as}{text}`,
    function (this: StoryWorld, _actor: unknown, kind: string, name: string) {
      this.memory.remember(name, makeValue(this, "unique", kind));
    },
  ),
);

When(
  ...phrase(
    `${makes} a/an (new )random {kindof} ${as}{text}`,
    function (this: StoryWorld, _actor: unknown, kind: string, name: string) {
      this.memory.remember(name, makeValue(this, "random", kind));
    },
  ),
);

When(
  ...phrase(
    `${makes} a/the/an {naturally} ${as}{text}`,
    function (this: StoryWorld, _actor: unknown, kind: string, name: string) {
      const isTime = kind.endsWith("timestamp");
      this.memory.remember(
        name,
        isTime ? this.memory.now.toISOString() : this.memory.makeUnique("uuid"),
      );
    },
  ),
);

When(
  ...phrase(
    `${makes} a/an (new )random number/integer between/from {int} and/to {int} ${as}{text}`,
    function (this: StoryWorld, _actor: unknown, low: number, high: number, name: string) {
      if (low > high) throw new StoryError(`There is no number between ${low} and ${high}.`);
      this.memory.remember(
        name,
        randomInteger(low, high, (size) => this.memory.random(size)),
      );
    },
  ),
);

/** A text that fills a request body and still fits into memory many times. */
const mostCharacters = 10_000_000;

When(
  ...phrase(
    `${makes} a/an (new )random {word} of/with {longas} ${as}{text}`,
    function (this: StoryWorld, _actor: unknown, kind: string, long: Long, name: string) {
      this.memory.remember(name, textOf(this, kind, long.length, long.unit));
    },
  ),
);

function textOf(world: StoryWorld, kind: string, length: number, unit: string): string {
  if (!/^(?:text|string|word|name|code|number|password)$/.test(kind)) {
    throw new StoryError(
      `A "${kind}" has no length; write "a random text of ${length} characters".`,
    );
  }
  if (!/^(?:letter|digit|character)s?$/.test(unit)) {
    throw new StoryError(`A text is made of letters, digits or characters, not of ${unit}.`);
  }
  if (length > mostCharacters) {
    throw new StoryError(
      `A text of ${length} characters is too long; the most is ${mostCharacters}.`,
    );
  }
  const made = kind === "number" ? "digits" : unit;
  return randomText(length, made, (size) => world.memory.random(size));
}
