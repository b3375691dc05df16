// How texts are said: of a length, of letters or digits, of an alphabet.
import { StoryError } from "../../journey/story-error.ts";
import { anyCharacters, type Characters, charactersOf, namedCharacters } from "./characters.ts";
import type { Form, Groups } from "./form.ts";
import { rangePattern, readRange } from "./range.ts";
import { type TextLength, textArbitrary } from "./text-arbitrary.ts";

const unit =
  "(?<unit>(?:small |lowercase |capital |uppercase |ascii )?(?:characters?|letters?(?: and digits?)?|digits?))";
const exactly = String.raw`(?: (?:of |with )?(?:exactly )?(?<exactly>\d+))?`;

/** Nobody types more, and a product that is sent more has shown what it does with much. */
const veryLong = 10_000;
const usual = 200;

export const textForms: readonly Form[] = [
  {
    example: "text of 0 to 11 characters",
    pattern: new RegExp(
      `^(?<kind>non-empty |long |very long )?(?:text|string)(?:(?: of| with)?(?:${rangePattern}|${exactly})(?: (?:of )?${unit})?(?: (?:of|from|out of) "(?<alphabet>[^"]+)")?)?(?: long)?$`,
    ),
    make: (groups, { fc }) => textArbitrary(fc, charactersFor(groups), lengthFor(groups)),
  },
];

function charactersFor({ unit: said, alphabet }: Groups): Characters {
  if (alphabet !== undefined) return charactersOf(alphabet);
  if (said === undefined) return anyCharacters;
  return namedCharacters[said.replace(/s$/, "")] ?? namedCharacters[said] ?? anyCharacters;
}

function lengthFor(groups: Groups): TextLength {
  const { kind = "", exactly: count } = groups;
  const { min, max } =
    count === undefined ? readRange(groups) : { min: Number(count), max: Number(count) };
  const least = min ?? (kind === "" ? 0 : kind.includes("long") ? 1_000 : 1);
  const most = max ?? (kind.includes("long") ? veryLong : least + usual);
  if (!Number.isInteger(least) || !Number.isInteger(most) || least < 0 || least > most) {
    throw new StoryError(`No text has ${least} to ${most} characters.`);
  }
  return { min: least, max: most };
}
