// The parameter types of API phrases about answers: which part of one is meant, and how it is compared.
import { STATUS_CODES } from "node:http";
import type { Check } from "../../src/checks/check.ts";
import { checkPattern } from "../../src/checks/check-pattern.ts";
import { literalPattern } from "../../src/checks/literal.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import { storyWorld } from "../parameters.ts";
import { readCheck } from "../read-check.ts";
import { readingOnce } from "../unchanging-words.ts";
import { define } from "./define-type.ts";
import {
  expects,
  quoted,
  type ResponsePart,
  readResponsePart,
  responsePartPattern,
  statusPattern,
} from "./response-words.ts";

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
  `${modal} (?:match|satisfy|follow|respect|conform (?:to|with)|comply with|adhere to|fit|be (?:valid|invalid|compliant|conform|correct) (?:according to|against|for|with|to|by|per)|validate against)|against|matches|satisfies|follows|conforms to|complies with|adheres to|is (?:valid|compliant) (?:according to|against|for|with)`,
  (text = ""): boolean => negative.test(text) !== text.includes("invalid"),
);

const readPart = readingOnce(
  (world, text): ResponsePart => readResponsePart(text, (quoted) => world.resolve(quoted)),
);

define("response", responsePartPattern, function (this: unknown, text = ""): ResponsePart {
  return readPart(storyWorld(this), text);
});

define("statusof", statusPattern);

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

define("position", /first|second|third|last/);

define("member", /header|cookie|node|attribute|path/);

define(
  "rows",
  /(?:(?:exactly )?(?:the )?(?:following )?(?:rows?|items?|records?|objects?|entry|entries|list|results?)|a row (?:with|containing)|a list (?:of|with)(?: (?:items|objects|records))?)(?: in any order)?/,
);

define("format", /JSON|XML|HTML|plain text|CSV|YAML|PDF|json|xml|html|csv/);

/** Perhaps nothing. */
define(
  "withvalue",
  `(?: (?:with|of|equal to|set to|=)(?: the)?(?: value)? ${quoted})?`,
  function (this: unknown, text = ""): string | undefined {
    const [value] = new RegExp(`${quoted}$`).exec(text) ?? [];
    return value === undefined ? undefined : storyWorld(this).resolve(value.slice(1, -1));
  },
);

define("contentType", /[Cc]ontent[ -][Tt]ype|media type/);

define("cookieflag", /HttpOnly|HTTP[- ]only|Secure|secure/);

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

define(
  "openapiDocument",
  /(?:OpenAPI|OAS|Swagger|API)(?: 3(?:\.\d)?)? (?:document(?:ation)?|schema|spec(?:ification)?|description|definition|contract)/,
);

define(
  "anyorder",
  /,? (?:in any order|ignoring (?:the |its )?(?:array |element |item )?order|regardless of (?:the |its )?order|without regard to (?:the |its )?order)/,
);

/** What leads to a file's name. */
define(
  "thefile",
  /(?:the )?(?:contents? |JSON )?(?:(?:of|in|from) )?(?:the )?(?:JSON )?file|the contents? of/,
);

/** Of fields in a table: each is that value, or holds it. */
define("becontain", /(?:be|equal)(?: equal to)?|contain/, (text = "") =>
  text === "contain" ? "contain" : "be",
);

/** True when it must not be there. */
define("seesin", /(?:should|must|can|do|does) (not )?see|sees?/, (not) => not !== undefined);

define("linesof", /response(?: body)?|(?:response )?CSV(?: response| file)?/);

define("sortOrder", /ascending|descending|asc|desc|increasing|decreasing/);

define("receives", /should (?:receive|get)|expects?|receives?|received|gets?|got/);
