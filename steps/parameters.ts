// The parameter types that all packs share.
import { defineParameterType } from "@cucumber/cucumber";
import type { Check } from "../src/checks/check.ts";
import { checkPattern } from "../src/checks/check-pattern.ts";
import type { Actor } from "../src/journey/actor.ts";
import { StoryError } from "../src/journey/story-error.ts";
import { StoryWorld } from "../src/journey/world.ts";
import { readCheck } from "./read-check.ts";
import { readingOnce } from "./unchanging-words.ts";

const quoted = /"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'/;

/** "the response", "the page" … are things, never somebody who acts. */
const things =
  "response|request|page|status|header|body|field|value|title|address|url|heading|button|link|text|checkbox|cookie|first|second|third|last|following|result|file|browser|console|table|list|row|element|dialog|image|path|json|number|box|keyboard|radio|option|menu|tab|alert|focus|message|event|mail|email|e-mail|connection|websocket|socket";

/** "the guest should see" is about a guest who should see, not about "the guest should", who sees. */
const verbs =
  "should|must|shall|can|cannot|may|will|try|tries|attempts?|do|does|don't|doesn't|did|am|is|are|was|were|has|have|not|double|right|long|no|expects?|drags?|an?|sends?|makes?|performs?|issues?";

const actorPattern = `I|(?:[Tt]he|[Aa]n?(?:other)?) (?!(?:${things})\\b)[a-z][\\w-]*(?: (?!(?:${verbs})\\b)[a-z][\\w-]*){0,2}|(?!(?:The|An?|Another|I|It|There|This|That|We|They) )[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я][^\\s"',{}]*`;

/** Who comes in as "a guest" is "the guest" from then on; "another guest" is somebody else. */
function withOneArticle(name: string): string {
  return name.replace(/^(?:The|[Aa]n?) (?=[a-z])/, "the ");
}

defineParameterType({
  name: "actor",
  regexp: actorPattern,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer(this: unknown, name: string): Actor {
    return storyWorld(this).actor(withOneArticle(name));
  },
});

defineParameterType({
  name: "text",
  regexp: quoted,
  useForSnippets: false,
  transformer(this: unknown, double: string | undefined, single: string | undefined): string {
    return storyWorld(this).resolve(withoutEscapes(double ?? single ?? ""));
  },
});

/** A quoted text, a number, true, false, null, or a template; four groups. */
export const valuePattern: RegExp = new RegExp(
  `${quoted.source}|(-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|true|false|null)|(\\{\\{[^{}]*\\}\\})`,
);

defineParameterType({
  name: "value",
  regexp: valuePattern,
  useForSnippets: false,
  transformer(this: unknown, ...groups: readonly (string | undefined)[]): unknown {
    return readValue(this, groups);
  },
});

/** The value that `valuePattern` matched, by its groups. */
export function readValue(
  world: unknown,
  [double, single, literal, template]: readonly (string | undefined)[],
): unknown {
  if (literal !== undefined) return readLiteralValue(literal);
  return storyWorld(world).memory.resolveValue(withoutEscapes(double ?? single ?? template ?? ""));
}

const readKnownCheck = readingOnce(readCheck);

defineParameterType({
  name: "check",
  regexp: checkPattern,
  useForSnippets: false,
  transformer(this: unknown, text: string): Check {
    return readKnownCheck(storyWorld(this), text);
  },
});

defineParameterType({
  name: "method",
  regexp: /"?(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)"?/,
  useForSnippets: false,
  transformer: (method: string) => method,
});

// A type and not an alternation: those bind tighter than the optional words before them.
defineParameterType({
  name: "pathword",
  regexp: /path|property|field|node|value/,
  useForSnippets: false,
});

defineParameterType({
  name: "duration",
  regexp: /(\d+(?:\.\d+)?) ?(ms|milliseconds?|s|sec(?:ond)?s?|min(?:ute)?s?|h(?:ours?)?|days?)/,
  useForSnippets: false,
  transformer: (amount: string, unit: string) => Number(amount) * millisecondsOf(unit),
});

/** There is nothing for the page in front; only "I" may look for it. */
defineParameterType({
  name: "nothing",
  regexp: /there (?:should|must) be|(?:I|we) (?:should|must) (?:see|find|have)/,
  useForSnippets: false,
  transformer: (words: string) => words,
});

/** "Within 5 seconds," and "eventually": what comes need not be there at once. */
defineParameterType({
  name: "soon",
  regexp:
    /(?:[Ww]ithin|[Ii]n|[Aa]fter) (?:at most )?(\d+(?:\.\d+)?) ?(ms|milliseconds?|s|sec(?:ond)?s?|min(?:ute)?s?),?|[Ee]ventually,?/,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (amount?: string, unit = "s") =>
    amount === undefined ? undefined : Number(amount) * millisecondsOf(unit),
});

function millisecondsOf(unit: string): number {
  if (unit.startsWith("mi") && !unit.startsWith("mil")) return 60_000;
  if (unit.startsWith("h")) return 3_600_000;
  if (unit.startsWith("d")) return 86_400_000;
  return unit.startsWith("s") ? 1000 : 1;
}

/** A number that would come out as another one is refused: 9007199254740993 would be …992. */
function readLiteralValue(literal: string): unknown {
  const value: unknown = JSON.parse(literal);
  if (typeof value !== "number" || !Number.isInteger(value) || Number.isSafeInteger(value))
    return value;
  throw new StoryError(
    `${literal} has more digits than a number can keep; write it in quotes, as text: "${literal}"`,
  );
}

function withoutEscapes(text: string): string {
  return text.includes("\\") ? text.replace(/\\(["'\\])/g, "$1") : text;
}

/** The World as ours, or a way out for a team that set a World of its own. */
export function storyWorld(world: unknown): StoryWorld {
  if (world instanceof StoryWorld) return world;
  throw new Error(
    "This phrase needs storyproof's World, but this run has another one.\n" +
      'Let yours extend it:  import { StoryWorld } from "storyproof";  class MyWorld extends StoryWorld {}',
  );
}
