// The parameter types of API phrases: what is sent, which part of an answer is meant, how it is compared.
import { STATUS_CODES } from "node:http";
import { defineParameterType } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import { checkPattern } from "../../src/checks/check-pattern.ts";
import { literalPattern } from "../../src/checks/literal.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import { storyWorld } from "../parameters.ts";
import { readCheck } from "../read-check.ts";
import {
  expects,
  quoted,
  type ResponsePart,
  readResponsePart,
  responsePartPattern,
  statusPattern,
} from "./response-part.ts";
import type { Asked } from "./sending.ts";

/** Defines a type; snippets never suggest it. */
function define(name: string, regexp: RegExp | string, transformer?: Transformer): void {
  defineParameterType({ name, regexp, useForSnippets: false, ...(transformer && { transformer }) });
}

type Transformer = (this: unknown, ...groups: (string | undefined)[]) => unknown;

/** In quotes, or a path or address as it stands; it may be called what it is: the endpoint "/x". */
define(
  "address",
  /(?:(?:the )?(?:API |REST )?(?:endpoint|resource|route|path|URL|url|URI|address|service) )?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|((?:https?:\/)?\/[^\s"']*))(?: (?:endpoint|resource|route|URL))?/,
  function (this: unknown, double, single, bare): string {
    return storyWorld(this).resolve(double ?? single ?? bare ?? "");
  },
);

/** In quotes, or as it stands when it begins with a capital: Content-Type. */
define(
  "headerName",
  /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([A-Z][\w-]*|authorization|accept)/,
  function (this: unknown, double, single, bare): string {
    return storyWorld(this).resolve(double ?? single ?? bare ?? "");
  },
);

const methods = "GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS";
const sends = "(?:sends?|makes?|performs?|issues?|executes?|submits?|do(?:es)?|fires?|runs?)";
const calls = "(?:calls?|requests?|invokes?|fetch(?:es)?|polls?|queries|query|retrieves?)";
const where = "(?: (?:to|on|against|at|for))?";

/** "send a POST request to", "GET", "call PUT", "request": how something is asked for. Without a method: GET. */
define(
  "request",
  `${sends} a(?:n|nother)? (?:new )?(?:HTTP |API |REST )?"?(${methods})"? (?:API )?(?:request|call)${where}` +
    `|${sends} (?:an? |the )?(?:HTTP )?"?(${methods})"?(?: requests?| calls?)?${where}` +
    `|${sends} an? (?:HTTP |API )?(?:request|call)${where}` +
    `|(?:(?:${calls}|hits?) )?"?(${methods})"?(?: requests?)?${where}|${calls}|hits?(?= the )`,
  (...found): string => found.find((method) => method !== undefined) ?? "GET",
);

const content =
  "(?:request |raw |JSON |XML |text )?(?:body|payload)|(?:JSON |request )?data|JSON(?: (?:object|content|document|array))?|XML|text|form(?:[- ]data)?(?: fields| parameters)?|(?:multipart )?parts|multipart(?:[/ ]form(?:[- ]data)?)?|(?:request )?headers?|query(?: string)?(?: param(?:eter)?s)?|param(?:eter)?s";

define("content", content);

/** What goes with a request in the sentence that sends it; a table of anything is JSON. */
define(
  "sent",
  `${content}|(?:request )?content|values|fields|credentials|details|attributes|properties|following`,
);

define("pairword", /(?:request |HTTP )?header|(?:query |URL )?param(?:eter)?|query/);

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

/** "should not be", and behind "I expect …": "to be", "not to be". */
const modal = "(?:(?:should|must|shall)(?: not|n't)?|(?:not )?to(?: not)?)";
const negative = /\bnot\b|n't/;

const outcomes =
  "(?:an? )?(?:success(?:ful)?|OK|ok|unauthori[sz]ed|forbidden|created|accepted|not found|bad request|conflict|rejected|informational|redirect(?:ed|ion)?|client error|server error|error)";

define(
  "outcome",
  `${modal} (?:succeed|fail|be ${outcomes})|(?:is|was)(?: not|n't)? ${outcomes}|succeeds|fails|succeeded|failed`,
  (text = ""): Outcome => ({
    words: text.replace(
      /^(?:not )?(?:should|must|shall|to|is|was)(?: not|n't)? (?:be )?(?:an? )?/,
      "",
    ),
    negated:
      /^not |^(?:should|must|shall|to|is|was)(?: not|n't)/.test(text) &&
      !/^(?:is|was|\w+ be) not found/.test(text),
  }),
);

/** True when it must not be so. */
define(
  "has",
  `${modal} (?:have|contain|include)|has|contains|includes|does(?: not|n't) (?:have|contain|include)`,
  (text = ""): boolean => negative.test(text),
);

define("is", `${modal} be|is(?: not|n't)?`, (text = ""): boolean => negative.test(text));

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
  `${modal} (?:exactly )?(?:match|contain|include|equal|look|have|be)(?: equal to| identical to| the same as| exactly| like| as)?|matches|contains|includes|equals|is(?: equal to| identical to| exactly)?`,
  (text = ""): Comparison => ({
    exact: /\b(?:equals?|be|is|exactly|look)\b/.test(text),
    negated: negative.test(text),
    matches: /\bmatch/.test(text),
  }),
);

/** True when it must not conform. */
define(
  "conform",
  `${modal} (?:match|satisfy|follow|respect|conform (?:to|with)|comply with|adhere to|fit|be (?:valid|compliant|conform|correct) (?:according to|against|for|with|to|by|per)|validate against)|against|matches|satisfies|follows|conforms to|complies with|adheres to|is (?:valid|compliant) (?:according to|against|for|with)`,
  (text = ""): boolean => negative.test(text),
);

define("response", responsePartPattern, function (this: unknown, text = ""): ResponsePart {
  return readResponsePart(text, (quoted) => storyWorld(this).resolve(quoted));
});

define("statusof", statusPattern);

/** What is waited for: "the status is 200", 'the response field "status" should be "paid"', '"status" is "paid"'. */
define("condition", `(?:${statusPattern}|${responsePartPattern}|${quoted}) ${checkPattern}`);

/** As a condition, where "within 5 seconds" stands before it: a field alone may be one of a page. */
define(
  "demanded",
  `(?:${statusPattern}|(?=(?:the )?(?:API |JSON )?response|[^"']*" (?:of|in) the response)${responsePartPattern}) (?=should|must|to be|to |is|has|contains|equals)${checkPattern}`,
);

/** What is asked again and again until it answers so: an address, perhaps with its method. */
define(
  "polled",
  `(?:(?:an? |the )?(?:HTTP )?"?(${methods})"? (?:requests? )?(?:to |on |for )?)?(?:(?:the )?(?:API |REST )?(?:endpoint|resource|route|path|URL|service) )?(?:"([^"]*)"|'([^']*)'|((?:https?:/)?/[^\\s"']*))`,
  function (this: unknown, method, double, single, plain): Asked {
    const path = storyWorld(this).resolve(double ?? single ?? plain ?? "");
    return { method: method ?? "GET", path };
  },
);

define(
  "repeats",
  /(?:repeat|resend|poll)s?|retry|retries|(?:keep|continue)s? (?:retrying|polling|sending|repeating)/,
);

define(
  "answers",
  /(?:returns?|answers?|gives?|responds?|replies|to (?:return|answer|respond))(?: with)?(?: an?)?(?: HTTP)?(?: status)?(?: code)?(?: of)?/,
);

define(
  "paramword",
  /(?:query(?: string)?|URL|request) param(?:eter)?|form (?:field|param(?:eter)?)|path (?:param(?:eter)?|variable|segment)/,
);

define("areset", /(?:is|are)(?: set)?(?: to)?(?: as follows)?/);

define(
  "drafting",
  /request (?:body|payload|data|headers?)|query(?: string)?(?: param(?:eter)?s)?|request param(?:eter)?s|form(?: data| fields| param(?:eter)?s)|headers/,
);

/** What stands behind "an item whose "id"": a check, or the value itself. */
define(
  "itemcheck",
  `${checkPattern}|(?:(?:equal to|set to|of|as|with value|=) )?${literalPattern}`,
  function (this: unknown, text = ""): Check {
    const isCheck = new RegExp(`^(?:${checkPattern})$`).test(text);
    const value = text.replace(/^(?:equal to|set to|of|as|with value|=) /, "");
    return readCheck(storyWorld(this), isCheck ? text : `should be ${value}`);
  },
);

define(
  "fieldname",
  /(?!(?:body|data|JSON|status|headers?|value|response|cookies?|text)\b)[a-z]\w*/,
);

define("authenticated", /(?:am|is) (?:authenticated|authori[sz]ed)|authenticates?|authori[sz]es?/);

/** "the response status should eventually be 200" */
define(
  "eventual",
  `(?:${statusPattern}|(?=(?:the )?(?:API |JSON )?response)${responsePartPattern}) should eventually (?:not )?(?:be|equal|contain|include|match|have|exist)(?: .*)?`,
);

const span = String.raw`(?:second|minute|\d+(?:\.\d+)? ?(?:ms|milliseconds?|s|sec(?:ond)?s?|min(?:ute)?s?))`;

/** How often something is asked again, and for how long. */
export interface Patience {
  readonly everyMs?: number;
  readonly withinMs?: number;
  /** The most requests. */
  readonly times?: number;
}

define(
  "pace",
  `(?:,? (?:(?:every|within|for(?: up to| at most)?|up to|with a timeout of) ${span}|(?:up to|at most) \\d+ times)){0,3}`,
  readPatience,
);

function readPatience(text = ""): Patience {
  const everyMs = spanMs(/every ((?:\d\S* ?)?[a-z]+)/.exec(text)?.[1]);
  const times = /(\d+) times/.exec(text)?.[1];
  const withinMs = spanMs(/(?:within|for|to|most|of) (\d\S* ?(?!times)[a-z]+)/.exec(text)?.[1]);
  return {
    ...(everyMs !== undefined && { everyMs }),
    ...(withinMs !== undefined && { withinMs }),
    ...(times !== undefined && { times: Number(times) }),
  };
}

function spanMs(text: string | undefined): number | undefined {
  const [, amount, unit = ""] = /^([\d.]*) ?([a-z]+)$/.exec(text ?? "") ?? [];
  if (amount === undefined) return undefined;
  return Number(amount || 1) * (/^mi(?!l)/.test(unit) ? 60_000 : unit.startsWith("s") ? 1000 : 1);
}

/** A header by its name, before or behind the word. */
define(
  "headerof",
  `${expects}(?:the value of )?(?:(?:the )?(?:response )?header (?:${quoted}|[A-Z][\\w-]*)|the (?:${quoted}|[A-Z][\\w-]*) (?:response )?header)(?: (?:of|in) the response)?|${expects}the (?:response )?redirect (?:location|URL|target)`,
  function (this: unknown, text = ""): string {
    if (/redirect \w+$/.test(text)) return "location";
    const [name = ""] =
      new RegExp(quoted).exec(text) ??
      /(?<=header )[A-Z][\w-]*|[A-Z][\w-]+(?= (?:response )?header)/.exec(text) ??
      [];
    return storyWorld(this).resolve(/^["']/.test(name) ? name.slice(1, -1) : name);
  },
);

/** Which items of a list a sentence speaks of. */
export type Quantity = "all" | "some" | "none";

define(
  "each",
  /(?:every|each|all|any|no|none of|at least one|one|some)(?: of)?(?: the)? (?:items?|elements?|entr(?:y|ies)|objects?|records?|rows?|results?)/,
  (text = ""): Quantity => {
    if (/^(?:every|each|all)/.test(text)) return "all";
    return /^no/.test(text) ? "none" : "some";
  },
);

/** A list: the response, a part of it, or a path alone. */
define(
  "listing",
  `${responsePartPattern}|${quoted}(?: (?:array|list))?|the (?:list|array)(?: ${quoted})?|the ${quoted} (?:list|array)`,
  function (this: unknown, text = ""): ResponsePart {
    const bare =
      /^(?:["']|the (?:list|array|["']))/.test(text) &&
      !/\b(?:response|JSON)\b/.test(text.replace(new RegExp(quoted), ""));
    if (bare && !new RegExp(quoted).test(text)) return { kind: "json" };
    const words = bare ? `the response ${new RegExp(quoted).exec(text)?.[0] ?? ""}` : text;
    return readResponsePart(words, (found) => storyWorld(this).resolve(found));
  },
);

define(
  "failing",
  /(?:should|must) (?:return|respond|answer|fail|succeed|reply|be rejected|be answered)|fails|returns|responds|succeeds|replies|(?:is|was) rejected/,
);

define("baseword", /(?:API )?(?:base )?(?:URL|url|URI|address|host|endpoint)/);

define("position", /first|second|third|last/);

define("member", /header|cookie|node|attribute|path/);

define(
  "rows",
  /(?:exactly )?(?:the )?(?:following )?(?:rows?|items?|records?|objects?|entry|entries|list|results?)|a list (?:of|with)(?: (?:items|objects|records))?/,
);

define("format", /JSON|XML|HTML|plain text|CSV|YAML|PDF/);

define("contentType", /[Cc]ontent[ -][Tt]ype|media type/);

define("cookieflag", /HttpOnly|HTTP[- ]only|Secure|secure/);

define("payload", /(?:request |JSON )(?:body|payload)|payload/);

define(
  "fields",
  /(?:JSON )?(?:values|fields(?: and values| with values)?|keys|properties|attributes|nodes|paths|details|(?:key[-/ ]value )pairs)/,
);

define(
  "jsonform",
  /(?:JSON|json)(?: (?:body|object|array|structure|response|data|document|content|payload|fragment|subset))?/,
);

define(
  "redirects",
  /(?:should|must) (?:redirect|lead|point|be redirected|be a redirect(?:ion)?)|redirects|leads|is a redirect(?:ion)?|(?:is|was) redirected/,
);

define("graphqlOperation", /query|mutation|request/);

define(
  "openapiDocument",
  /(?:OpenAPI|OAS|Swagger|API)(?: 3(?:\.\d)?)? (?:document(?:ation)?|schema|spec(?:ification)?|description|definition|contract)/,
);

define("sortOrder", /ascending|descending|asc|desc|increasing|decreasing/);

define(
  "limit",
  /(?:less|lower|faster|shorter|quicker) than|below|under|within|at most|in less than|(?:no|not) (?:more|longer) than|in under/,
);

define(
  "signin",
  /(?:am|is) (?:signed in|logged in|authenticated|authori[sz]ed)|(?:sign|log)s? in|authenticates?|authori[sz]es?/,
);

define(
  "bodiless",
  /without (?:an? |any )?(?:request )?(?:body|payload|content|data)|with (?:an )?empty (?:body|payload)|with no (?:body|payload)/,
);

define(
  "authwords",
  /(?:authori[sz]ation|auth(?:entication)?|credentials)(?: credentials| token)?|(?:bearer|access|auth) token/,
);

define(
  "anonymous",
  /not (?:signed in|logged in|authenticated|authori[sz]ed)|anonymous|unauthenticated|without (?:any )?(?:authentication|authori[sz]ation|credentials)/,
);

define("receives", /should (?:receive|get)|expects?|receives?|received|gets?|got/);
