// How a choice among written values is said, and a list of values that another form makes.
import { StoryError } from "../../journey/story-error.ts";
import type { Form, Surroundings, Values } from "./form.ts";
import { readRange } from "./range.ts";

/** Reads the words of what a list is made of; given by whoever knows all forms. */
export type ReadValues = (words: string, surroundings: Surroundings) => Values;

const item = String.raw`"(?:[^"\\]|\\.)*"|'[^']*'|-?\d+(?:\.\d+)?|true|false|null`;

const length = String.raw`(?:(?<low>\d+)(?: to | and |-)(?<high>\d+) |(?<exactly>\d+) |(?:at least|from) (?<least>\d+) |(?:at most|up to) (?<most>\d+) )?`;

/** Longer lists show hardly more, and each item is a value to shrink. */
const usuallyMost = 10;

export function combinedForms(read: ReadValues): readonly Form[] {
  return [
    {
      example: 'one of "red", "green" or "blue"',
      pattern: new RegExp(
        `^(?:one )?of (?<items>(?:${item})(?:(?:,? or |,? and |, ?)(?:${item}))*)$`,
        "i",
      ),
      make: ({ items = "" }, { fc }) =>
        fc.constantFrom(...(items.match(new RegExp(item, "g")) ?? []).map(readItem)),
    },
    {
      example: "list of 0 to 5 email addresses",
      pattern: new RegExp(
        `^(?:non-empty )?list of (?:between )?${length}(?<different>different |unique )?(?<words>.+)$`,
        "i",
      ),
      make: (groups, surroundings) => {
        const { exactly, different, words = "" } = groups;
        const { min = 0, max } =
          exactly === undefined
            ? readRange(groups)
            : { min: Number(exactly), max: Number(exactly) };
        const size = { minLength: min, maxLength: max ?? min + usuallyMost, size: "max" } as const;
        const items = read(inSingular(words), surroundings);
        return different === undefined
          ? surroundings.fc.array(items, size)
          : surroundings.fc.uniqueArray(items, {
              ...size,
              selector: (value) => JSON.stringify(value),
            });
      },
    },
  ];
}

function readItem(text: string): unknown {
  if (text.startsWith("'")) return text.slice(1, -1);
  try {
    return JSON.parse(text);
  } catch {
    throw new StoryError(`${text} is no value; write texts in quotes.`);
  }
}

/** "email addresses" and "integers from 1 to 5" as one of them is called. */
function inSingular(words: string): string {
  const plurals =
    /^((?:[a-z-]+ )*?)(address|text|string|integer|number|decimal|name|date|time|timestamp|moment|uuid|guid|url|uri|boolean|value|amount|price|email|list)(?:e?s)(?= |$)/i;
  return words.replace(plurals, "$1$2");
}
