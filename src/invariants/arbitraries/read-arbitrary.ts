// The words behind "any" as values that can be made and shrunk. It knows all forms, and those of the team.
//
//   arbitrary = "email address" | "name" | "uuid" | "url" | "boolean" | …
//             | [ "positive" | "negative" ] , ( "integer" | "decimal" | "money" ) , [ range ]
//             | [ "non-empty" | "long" ] , "text" , [ "of" , range , unit ] , [ "of" , alphabet ]
//             | ( "date" | "date and time" ) , [ "from" , day , "to" , day ] | "time"
//             | "one of" , value , { "," , value } , "or" , value
//             | "list of" , [ range ] , [ "different" ] , arbitrary
//             | "value that conforms to" , schema | "value that breaks" , schema
//             | a name that defineArbitrary gave ;
import { distance } from "fastest-levenshtein";
import { StoryError } from "../../journey/story-error.ts";
import type { OwnArbitrary } from "../../journey/team-definitions.ts";
import { combinedForms } from "./combined-forms.ts";
import type { Form, Surroundings, Values } from "./form.ts";
import { momentForms } from "./moment-forms.ts";
import { namedForms } from "./named-forms.ts";
import { numberForms } from "./number-forms.ts";
import { schemaForms } from "./schema-forms.ts";
import { textForms } from "./text-forms.ts";

const forms: readonly Form[] = [
  ...namedForms,
  ...textForms,
  ...numberForms,
  ...momentForms,
  ...schemaForms,
  ...combinedForms(readArbitrary),
];

/** How each form can be written. */
export const arbitraryExamples: readonly string[] = forms.map(({ example }) => example);

/** Throws a StoryError, with the nearest names, when the words mean nothing; a team's own names come first. */
export function readArbitrary(words: string, surroundings: Surroundings): Values {
  const spelled = words.trim().replace(/\s+/g, " ").replace(/^an? /, "");
  const own = surroundings.own.get(spelled.toLowerCase());
  if (own !== undefined) return makeOwn(own, surroundings);
  const lowered = lowerOutsideQuotes(spelled);
  for (const { pattern, make } of forms) {
    const match = pattern.exec(lowered);
    if (match !== null) return make({ ...match.groups }, surroundings);
  }
  throw new StoryError(tellUnknown(spelled, surroundings.own));
}

function lowerOutsideQuotes(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|'[^']*'|[^"']+/g, (part) =>
    /^["']/.test(part) ? part : part.toLowerCase(),
  );
}

/** A team may have another copy of fast-check: what can generate and shrink is taken for one of its arbitraries. */
function makeOwn(
  { name, make }: Pick<OwnArbitrary, "name" | "make">,
  { fc }: Surroundings,
): Values {
  const made = make();
  if (made instanceof fc.Arbitrary) return made;
  const isAlike =
    typeof made === "object" && made !== null && "generate" in made && "shrink" in made;
  if (isAlike) return made as Values;
  throw new StoryError(
    `The arbitrary "${name}" (defineArbitrary) is at fault: it must answer an arbitrary of fast-check, such as fc.string(), and answered ${made === undefined ? "nothing (is a `return` missing?)" : typeof made}.`,
  );
}

const mostHints = 3;

function tellUnknown(words: string, own: Surroundings["own"]): string {
  const known = [...[...own.values()].map(({ name }) => name), ...arbitraryExamples];
  const nearest = known
    .map((name) => ({ name, far: farness(words.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, mostHints);
  return [
    `Nothing is known as "any ${words}". Did you mean:`,
    ...nearest.map(({ name }) => `  any ${name}`),
    "All that can be made up is in docs/invariants.md; your own is added with defineArbitrary.",
  ].join("\n");
}

/** Of the beginning as well: "integr from 1 to 10" is near to "integer from 1 to 10" and to "integer". */
function farness(words: string, name: string): number {
  const head = name.split(" ")[0] ?? name;
  const ofHead = distance(words.split(" ")[0] ?? words, head) + 0.5;
  return Math.min(distance(words, name), ofHead);
}
