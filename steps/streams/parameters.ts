// The parameter types of sentences about messages and events.
import { defineParameterType } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import { parseCheck } from "../../src/checks/check-parser.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import { StoryWorld } from "../../src/journey/world.ts";
import { eventNoun, messageNoun, on, quoted, socketNoun, source, unquote } from "./nouns.ts";

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

defineParameterType({
  name: "news",
  regexp: new RegExp(
    `(an?|another|one|the|any|no)(?: (?:next|more|other|further|new|following))? (?:(${messageNoun})|(?:server-sent |SSE )?(?:(${quoted}) )?(events?)(?:(?: named| called| of type)? (${quoted}))?(?! ["']))${source}`,
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

function kindOf(words: string): NewsKind {
  return words.includes("message") ? "message" : "event";
}

defineParameterType({
  name: "newsword",
  regexp: new RegExp(`(?:received )?(?:${messageNoun}|${eventNoun})`),
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: kindOf,
});

/** "3 messages", "at least 2 events from the stream". */
export interface NewsCount {
  readonly kind: NewsKind;
  readonly count: number;
  readonly atLeast: boolean;
}

defineParameterType({
  name: "newscount",
  regexp: new RegExp(
    `(at least |exactly |only )?(\\d+) (?:new |more )?(${messageNoun}|${eventNoun})(?: ${on} the (?:(?:event )?stream|${socketNoun}))?`,
  ),
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (limit: string | undefined, count: string, words: string): NewsCount => ({
    kind: kindOf(words),
    count: Number(count),
    atLeast: limit === "at least ",
  }),
});

/** What came, or a part of it: "the message", "the last event data", "the field \"id\" of the message". */
export interface Received {
  readonly kind: NewsKind;
  /** What came last, whether it was expected or not. */
  readonly newest: boolean;
  /** Of its JSON. */
  readonly path: string | undefined;
}

const pathWord = "(?:path|property|field|node|value|key)";
const received = `the (?:last |latest |newest )?(?:received )?(?:${messageNoun}|${eventNoun})`;

defineParameterType({
  name: "received",
  regexp: new RegExp(
    `${received}(?: (?:data|text|content|body))?(?: ${pathWord} (?:${quoted}))?|the (?:${pathWord} (?:${quoted})|(?:${quoted}) ${pathWord}|data|text|content|body) (?:of|in|from) ${received}`,
  ),
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer(this: unknown, words: string): Received {
    const path = new RegExp(quoted).exec(words)?.[0];
    const plain = path === undefined ? words : words.replace(path, "");
    return {
      kind: kindOf(plain),
      newest: /\b(?:last|latest|newest)\b/.test(plain),
      path: unquote(this, path),
    };
  },
});

/** "the event id", "the name of the last event". */
export interface EventPart {
  readonly part: "id" | "event";
  readonly newest: boolean;
}

function readEventPart(words: string): EventPart {
  return {
    part: /\bid\b/i.test(words) ? "id" : "event",
    newest: /last|latest/.test(words),
  };
}

const theEvent = "the (?:last |latest )?(?:received )?(?:server-sent )?event";

defineParameterType({
  name: "eventpart",
  regexp: new RegExp(`${theEvent} (?:id|ID|name|type)|the (?:id|ID|name|type) of ${theEvent}`),
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: readEventPart,
});

defineParameterType({
  name: "eventhas",
  regexp: new RegExp(`${theEvent} should (?:have|be of) (?:the |an? )?(?:id|ID|name|type)`),
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: readEventPart,
});

// Before a doc string.
defineParameterType({
  name: "contentverb",
  regexp: /(?:match|contain|have|be|equal)(?: (?:the )?(?:following )?JSON)?/,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (words: string) => words,
});

// How what is in a doc string is compared: ` matching JSON`, ` with data`, or nothing.
defineParameterType({
  name: "likecontent",
  regexp:
    /(?: (?:matching|with|containing|including|that (?:matches|contains|equals))(?: (?:the )?(?:following )?(?:JSON data|JSON|data|text|fields|values))?)?/,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (words: string) => words,
});

// Before the name of a field.
defineParameterType({
  name: "having",
  regexp: new RegExp(`(?:with|where|whose|having)(?: (?:the|an?))?(?: ${pathWord})?`),
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (words: string) => words,
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
    return readSaying(this, verb, operand);
  },
});

// Behind the name of a field: `equal to "update"`, `of 5`, `containing "x"`.
defineParameterType({
  name: "ofvalue",
  regexp: new RegExp(
    `(equal to|set to|of|=|being|${Object.keys(verbs).join("|")}) (${quoted}|/(?:[^/\\\\]|\\\\.)+/[a-z]*|-?\\d[\\d.]*|true|false|null|\\{\\{[^{}]*\\}\\})`,
  ),
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer(this: unknown, verb: string, operand: string): Check {
    return readSaying(this, verb, operand);
  },
});

function readSaying(world: unknown, verb: string | undefined, operand: string): Check {
  const text = `should ${verbs[verb ?? ""] ?? "equal"} ${operand}`;
  const read = parseCheck(text, (name) =>
    world instanceof StoryWorld ? world.memory.resolveValue(name) : name,
  );
  if (read.kind === "error") throw new StoryError(read.message);
  return read.check;
}
