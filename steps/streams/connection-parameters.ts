// The parameter types of sentences that open connections, send over them and close them.
import { defineParameterType } from "@cucumber/cucumber";
import { messageNoun, on, quoted, socketNoun, source, unquote } from "./nouns.ts";

const eventStreamNoun =
  "(?:server-sent )?(?:events?(?: (?:stream|source))?|(?:SSE|event) (?:stream|endpoint)|stream)";

// "the WebSocket", "a WebSocket connection to", "the connection": the noun, up to its address.
defineParameterType({
  name: "socket",
  regexp: new RegExp(`(?:(?:the|an?) )?${socketNoun}(?: (?:at|to|on))?`),
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (words: string) => words,
});

// "connect to the WebSocket", "am connected to", "try to open a WebSocket connection to": up to the address. True when
// it may be refused.
defineParameterType({
  name: "connecting",
  regexp: new RegExp(
    `((?:try|tries|attempts?) to )?(?:(?:(?:am|is|are) connected|connects?) to|opens?|establish(?:es)?) (?:(?:the|an?) )?${socketNoun}(?: (?:at|to|on))?`,
  ),
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (attempt: string | undefined): boolean => attempt !== undefined,
});

defineParameterType({
  name: "refused",
  regexp: /(?:should be|is|was) (?:refused|rejected|denied)|should fail/,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (words: string) => words,
});

// ` over "second"`, ` to the WebSocket`, or nothing.
defineParameterType({
  name: "over",
  regexp: new RegExp(source),
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer(this: unknown, name?: string): string | undefined {
    return unquote(this, name);
  },
});

// What a doc string is when it is sent: "the following JSON message", "the JSON over the WebSocket". The name of the
// connection, where there is one.
defineParameterType({
  name: "outgoing",
  regexp: new RegExp(
    `(?:(?:an?|the|this) )?(?:following )?(?:JSON )?${messageNoun}${source}(?: with| as)?(?: JSON)?|(?:(?:the|this) )?(?:(?:following )?(?:JSON|text|data) )?${on} the ${socketNoun}`,
  ),
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer(this: unknown, name?: string): string | undefined {
    return unquote(this, name);
  },
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

// "listen to the events at", "am subscribed to", "open the event stream": up to the address.
defineParameterType({
  name: "listening",
  regexp: new RegExp(
    `(?:(?:(?:am|is|are) (?:listening|subscribed|connected)|listens?|subscribes?|connects?) (?:to|for)|opens?) (?:(?:the|an) )?${eventStreamNoun}(?: (?:at|from|of|on))?|(?:subscribes?|(?:am|is|are) subscribed) to`,
  ),
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (words: string) => words,
});

defineParameterType({
  name: "unlistening",
  regexp: new RegExp(
    `(?:stops? listening|unsubscribes?)(?: (?:to|from|for) (?:the )?${eventStreamNoun})?|(?:closes?|disconnects? from|leaves?) (?:the )?(?:event stream|SSE stream|server-sent events?|stream)(?: connection)?`,
  ),
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (words: string) => words,
});
