// Which part of an answer a sentence means: `the response`, `the response body`, `the response "items[0].id"`,
// `the JSON field "id"`, `the "id" field of the response`, `the GraphQL data "book.title"`.
// The pattern that cucumber compiles for every phrase is short, and takes more than what has a meaning; the words are
// read exactly when the step runs.
import { StoryError } from "../../src/journey/story-error.ts";

export type ResponsePart =
  /** JSON where the content type says so, else text. */
  | { readonly kind: "whole" }
  /** The body as text, whatever it is. */
  | { readonly kind: "text" }
  /** The whole body as JSON. */
  | { readonly kind: "json" }
  | { readonly kind: "path"; readonly path: string };

/** A text in quotes, without capturing groups. */
export const quoted: string = String.raw`(?:"[^"\\]*(?:\\.[^"\\]*)*"|'[^'\\]*(?:\\.[^'\\]*)*')`;

/** "I expect the response … to be 5", "I verify that the response … is 5" say no more than what follows. */
export const expects: string =
  "(?:(?:I|[Ww]e) (?:expect|verify|check|assert|confirm|ensure|validate|make sure)(?: that)? )?";

/** The words for the status, without capturing groups. */
export const statusPattern: string = `${expects}(?:the response status|(?:the )?(?:(?:HTTP|API|response|returned|response's) )*(?:status|response code))(?: code)?(?: returned)?(?: (?:of|in) the (?:response|request))?`;

const word = "(?:path|property|field|node|value|key)";
const anyWord = `(?:(?:JSON )?(?:${word}|attribute|element|member)(?: expression)?|(?:value )?at path|value at|(?:with |at )?(?:key|path)|at)`;
const adjectives =
  "(?:(?:last|whole|full|entire|returned|received|JSON|XML(?= response)|API|HTTP) )*";
const kinds = "(?: (?:body|JSON|data|response|payload|content|list|array|object))*";
const whole =
  `(?:the value (?:of|at) )?(?:the response|(?:the )?${adjectives}(?:response|JSON|GraphQL data|body|payload))(?:'s)?` +
  `${kinds}(?: of the response)?(?: (?:${anyWord} )?${quoted}(?: (?:${word}|attribute|array|list))?)?`;
const bare = String.raw`(?:the )?response\.[\w.[\]-]*[\w\]]`;
const ofResponse = `(?:of|in|from|within) the ${adjectives}(?:response|JSON)${kinds}`;

/** Every way to name a part, as the source of a regular expression without capturing groups. */
export const exactPartPattern: string =
  `${expects}(?:${whole}|${quoted} ${ofResponse}|${bare}|the (?:${word}|array|JSONPath|jsonpath) ${quoted}|the GraphQL response(?: data)? (?:${word} )?${quoted}|the ${quoted} array` +
  `|the (?:value (?:of|at) )?(?:the )?(?:${anyWord} )?${quoted}(?: (?:${word}|attribute|array|list))? ${ofResponse})`;

const noun =
  "body|JSON|data|response|payload|content|list|array|object|path|property|field|node|value|key|attribute|expression|element|member|at|with";
const shortQuoted = String.raw`(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')`;
const loosely =
  String.raw`(?:the )?(?:value (?:of|at) (?:the )?)?(?:(?:last|whole|full|entire|returned|received|API|HTTP|JSON|XML(?= response)) )*(?:response|JSON|body|payload|GraphQL (?:data|response(?= (?:[a-z]+ )?["'])))(?:'s|\.[\w.[\]-]*[\w\]])?` +
  `(?: (?:${noun}|of the response))*(?: ${shortQuoted}(?: (?:${word}|attribute|array|list))?)?`;
const notParts = "(?!header|cookie|length|count|number|first|second|third|last)";
const behind = `(?:the (?:${notParts}[A-Za-z]+ ){0,5})?${shortQuoted}(?: ${notParts}[a-z]+)? (?:of|in|from|within) the (?:[A-Za-z]+ ){0,2}?(?:response|JSON)(?: (?:body|JSON|data|payload|content|list|array|object))*`;

// The value "{{name}}" is a remembered one, and what the value "42" is saved as is no part of an answer.
const namedValue = `value(?= ["'][^{"'][^"']*["'] (?!as|in|into|under))`;

/** The source of a regular expression without capturing groups; it takes a little more than what can be read. */
export const responsePartPattern: string = `${expects}(?:${loosely}|${behind}|the (?:(?:path|property|field|node|key|array|JSONPath|jsonpath|${namedValue}) ${shortQuoted}|${shortQuoted} array))`;

const exactly = new RegExp(`^(?:${exactPartPattern})$`);

/** Reads what the pattern matches; what stands in quotes is resolved. Throws when the words name no part. */
export function readResponsePart(text: string, resolve: (text: string) => string): ResponsePart {
  if (!exactly.test(text))
    throw new StoryError(
      `"${text}" is no part of a response.\n` +
        'Say: the response, the response body, the response "items[0].id", or the field "id" of the response.',
    );
  const [quotedPath] = new RegExp(quoted).exec(text) ?? [];
  const dotted = /\bresponse\.(\S+)$/.exec(text)?.[1];
  if (quotedPath === undefined && dotted !== undefined)
    return { kind: "path", path: dotted.replace(/^body\b\.?/, "") || "$" };
  const path = quotedPath === undefined ? "" : resolve(unquote(quotedPath));
  const words = quotedPath === undefined ? text : text.replace(quotedPath, "");
  if (words.includes("GraphQL")) return { kind: "path", path: belowData(path) };
  if (quotedPath !== undefined) return { kind: "path", path };
  if (/JSON|data/.test(words)) return { kind: "json" };
  return { kind: /body|payload|content/.test(words) ? "text" : "whole" };
}

function unquote(text: string): string {
  return text.slice(1, -1).replace(/\\(["'\\])/g, "$1");
}

/** GraphQL answers hold what was asked for under "data". */
function belowData(path: string): string {
  if (path === "") return "data";
  if (path.startsWith("$")) return `$.data${path.slice(1)}`;
  return path.startsWith("[") ? `data${path}` : `data.${path}`;
}
