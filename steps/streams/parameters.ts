// The parameter types of sentences about messages and events.
import { defineParameterType } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import { parseCheck } from "../../src/checks/check-parser.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import { StoryWorld } from "../../src/journey/world.ts";

/** What sort of thing comes in: over a WebSocket or from an event stream. */
export type NewsKind = "message" | "event";

/** "a message", "the event \"price\"", "no message", "another message on \"feed\"". */
export interface News {
  readonly kind: NewsKind;
  /** "no message" */
  readonly none: boolean;
  /** The name of the event. */
  readonly event: string | undefined;
  /** The name of the connection. */
  readonly feed: string | undefined;
  /** As the sentence has it. */
  readonly words: string;
}

const quoted = `"[^"]*"|'[^']*'`;

function unquote(world: unknown, text: string | null | undefined): string | undefined {
  if (text === undefined || text === null) return undefined;
  const inner = text.slice(1, -1);
  return world instanceof StoryWorld ? world.resolve(inner) : inner;
}

defineParameterType({
  name: "news",
  regexp: new RegExp(
    `(an?|another|one|the|any|no)(?: (?:next|more|other|further|new))? (?:(?:WebSocket )?(messages?)|(?:server-sent )?(?:(${quoted}) )?(events?)(?:(?: named| called| of type)? (${quoted}))?(?! ["']))(?: (?:on|from|over) (${quoted}))?`,
  ),
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer(
    this: unknown,
    article: string,
    message?: string,
    nameBefore?: string,
    _event?: string,
    nameAfter?: string,
    feed?: string,
  ): News {
    const kind = message === undefined ? "event" : "message";
    const event = unquote(this, nameBefore ?? nameAfter);
    return {
      kind,
      none: article === "no",
      event,
      feed: unquote(this, feed),
      words: `${kind}${event === undefined ? "" : ` "${event}"`}`,
    };
  },
});

defineParameterType({
  name: "newsword",
  regexp: /(?:received )?(?:messages?|events?)/,
  useForSnippets: false,
  transformer: (word: string): NewsKind => (word.includes("message") ? "message" : "event"),
});

// "the WebSocket", "a WebSocket connection to", "the connection": the noun, up to its address.
defineParameterType({
  name: "socket",
  regexp:
    /(?:(?:the|an?) )?(?:(?:[Ww]eb[Ss]ocket|socket)(?: (?:endpoint|server|connection|channel|feed|handshake))?|connection|handshake)(?: (?:at|to|on))?/,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (words: string) => words,
});

// "JSON", "the following data": what a doc string brings.
defineParameterType({
  name: "jsonword",
  regexp: /(?:the )?(?:following )?(?:JSON data|JSON|data)/,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (words: string) => words,
});

defineParameterType({
  name: "eventstream",
  regexp:
    /(?:(?:the|an) )?(?:server-sent )?(?:events?(?: stream)?|SSE stream)(?: (?:at|from|of|on))?/,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (words: string) => words,
});

// ` as "feed"` at the end of a sentence, or nothing.
defineParameterType({
  name: "asname",
  regexp: new RegExp(`(?: as (${quoted}))?`),
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer(this: unknown, name?: string): string | undefined {
    return unquote(this, name);
  },
});

const verbs: Readonly<Record<string, string>> = {
  containing: "contain",
  including: "contain",
  matching: "match",
  "starting with": "start with",
  "beginning with": "start with",
  "ending with": "end with",
};

// What it says, where "should" has been said before: `containing "x"`, `with the data "x"`, or the text alone.
defineParameterType({
  name: "saying",
  regexp: new RegExp(
    `(?:with (?:the )?(?:data|text|content|body) |saying )?(?:(${Object.keys(verbs).join("|")}|equal to) )?(${quoted}|/(?:[^/\\\\]|\\\\.)+/[a-z]*)`,
  ),
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer(this: unknown, verb: string | undefined, operand: string): Check {
    const text = `should ${verbs[verb ?? ""] ?? "equal"} ${operand}`;
    const read = parseCheck(text, (name) =>
      this instanceof StoryWorld ? this.memory.resolveValue(name) : name,
    );
    if (read.kind === "error") throw new StoryError(read.message);
    return read.check;
  },
});
