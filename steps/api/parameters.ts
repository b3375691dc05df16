// The parameter types of API phrases: what is sent, which part of an answer is meant, how it is compared.
import { STATUS_CODES } from "node:http";
import { defineParameterType } from "@cucumber/cucumber";
import { checkPattern } from "../../src/checks/check-pattern.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import { storyWorld } from "../parameters.ts";
import { type ResponsePart, readResponsePart, responsePartPattern } from "./response-part.ts";

/** Defines a type; snippets never suggest it. */
function define(name: string, regexp: RegExp | string, transformer?: Transformer): void {
  defineParameterType({ name, regexp, useForSnippets: false, ...(transformer && { transformer }) });
}

type Transformer = (this: unknown, ...groups: (string | undefined)[]) => unknown;

/** In quotes, or a path or address as it stands. */
define(
  "address",
  /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|((?:https?:\/)?\/[^\s"']*)/,
  function (this: unknown, double, single, bare): string {
    return storyWorld(this).resolve(double ?? single ?? bare ?? "");
  },
);

/** In quotes, or as it stands when it begins with a capital: Content-Type. */
define(
  "headerName",
  /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([A-Z][\w-]*)/,
  function (this: unknown, double, single, bare): string {
    return storyWorld(this).resolve(double ?? single ?? bare ?? "");
  },
);

define(
  "content",
  /(?:request |raw |JSON |XML |text )?(?:body|payload)|(?:JSON |request )?data|JSON|XML|text|form(?:[- ]data)?(?: fields| parameters)?|(?:multipart )?parts|multipart(?:[/ ]form(?:[- ]data)?)?|(?:request )?headers?|query(?: string)?(?: param(?:eter)?s)?|param(?:eter)?s/,
);

/** Karate writes methods in small letters as well. */
define(
  "anyMethod",
  /(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|get|head|post|put|patch|delete|options)/,
  (method) => method?.toUpperCase(),
);

define(
  "status",
  /"?([1-5]\d\d)(?: ([A-Z][A-Za-z'-]*(?: [A-Z][A-Za-z'-]*)*))?"?/,
  (code = "", reason): number => {
    const right = STATUS_CODES[code];
    if (reason !== undefined && right?.toLowerCase() !== reason.toLowerCase()) {
      const fix = right === undefined ? "leave the words out" : `${code} is "${right}"`;
      throw new StoryError(`${code} is not called "${reason}": ${fix}`);
    }
    return Number(code);
  },
);

/** What became of a request, and whether it must not. */
export interface Outcome {
  readonly words: string;
  readonly negated: boolean;
}

const outcomes =
  "(?:an? )?(?:success(?:ful)?|OK|informational|redirect(?:ion)?|client error|server error|error)";

define(
  "outcome",
  `(?:should|must)(?: not|n't)? (?:succeed|fail|be ${outcomes})|(?:is|was)(?: not|n't)? ${outcomes}|succeeded|failed`,
  (text = ""): Outcome => ({
    words: text.replace(/^(?:should|must|is|was)(?: not|n't)? (?:be )?(?:an? )?/, ""),
    negated: / not|n't/.test(text),
  }),
);

/** True when it must not be so. */
define(
  "has",
  /(?:should|must)(?: not|n't)? (?:have|contain|include)|has|contains|includes|does(?: not|n't) (?:have|contain|include)/,
  (text = ""): boolean => / not|n't/.test(text),
);

define("is", /(?:should|must)(?: not|n't)? be|is(?: not|n't)?/, (text = ""): boolean =>
  / not|n't/.test(text),
);

/** How a whole is compared with a whole. */
export interface Comparison {
  /** Nothing else may be there. */
  readonly exact: boolean;
  readonly negated: boolean;
  /** "match" and not "contain": text that is no JSON is a pattern then. */
  readonly matches: boolean;
}

define(
  "compare",
  /(?:should|must)(?: not|n't)? (?:exactly )?(?:match|contain|include|equal|be)(?: equal to| exactly)?|matches|contains|includes|equals|is(?: equal to| exactly)?/,
  (text = ""): Comparison => ({
    exact: /\b(?:equals?|be|is|exactly)\b/.test(text),
    negated: / not|n't/.test(text),
    matches: /\bmatch/.test(text),
  }),
);

/** True when it must not conform. */
define(
  "conform",
  /(?:should|must)(?: not|n't)? (?:match|satisfy|follow|conform to|comply with|be valid (?:according to|against|for)|validate against)|matches|satisfies|follows|conforms to|complies with|is valid (?:according to|against|for)/,
  (text = ""): boolean => / not|n't/.test(text),
);

define("response", responsePartPattern, function (this: unknown, text = ""): ResponsePart {
  return readResponsePart(text, (quoted) => storyWorld(this).resolve(quoted));
});

/** What is waited for: "the status is 200", 'the response field "status" should be "paid"'. */
define(
  "condition",
  `(?:(?:the )?(?:HTTP )?(?:response )?status(?: code)?|${responsePartPattern}) ${checkPattern}`,
);

define("member", /header|cookie|node|attribute|path/);

define(
  "rows",
  /(?:exactly )?(?:the )?(?:following )?(?:rows|items|records|objects|entries|list)|a list (?:of|with)(?: (?:items|objects|records))?/,
);

define("format", /JSON|XML|HTML|plain text|CSV|YAML|PDF/);

define("contentType", /[Cc]ontent[ -][Tt]ype|media type/);

define("cookieflag", /HttpOnly|HTTP[- ]only|Secure|secure/);

define("payload", /(?:request |JSON )(?:body|payload)|payload/);

define("fields", /values|fields|keys|properties|nodes|paths/);

define("graphqlOperation", /query|mutation|request/);

define(
  "openapiDocument",
  /(?:OpenAPI|OAS|Swagger) (?:document|schema|spec(?:ification)?|description|definition|contract)/,
);

define("sortOrder", /ascending|descending|asc|desc|increasing|decreasing/);

define(
  "limit",
  /(?:less|lower|faster|shorter) than|below|under|within|at most|(?:no|not) more than/,
);

define(
  "signin",
  /(?:am|is) (?:signed in|logged in|authenticated|authori[sz]ed)|(?:sign|log)s? in|authenticates?|authori[sz]es?/,
);

define(
  "anonymous",
  /not (?:signed in|logged in|authenticated|authori[sz]ed)|anonymous|unauthenticated|without (?:any )?(?:authentication|authori[sz]ation|credentials)/,
);

define("receives", /should (?:receive|get)|receives?|received|gets?|got/);
