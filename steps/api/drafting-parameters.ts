// The parameter types of phrases that describe a request: which header, which parameter, which file.
import { storyWorld } from "../parameters.ts";
import { define, methods } from "./define-type.ts";
import { quoted } from "./response-words.ts";

/** What stands for a header's name where the sentence speaks of a token: no header has a blank in it. */
export const bearerToken = "bearer token";

const unquoted = (text: string): string => text.slice(1, -1);

/** A header of the request. Without "request" it must be "is set to": what "is" speaks of the answer. */
define(
  "requestheader",
  `the (?:request header ${quoted}|${quoted} request header|request [Cc]ontent[ -][Tt]ype|(?:bearer|access|auth) token|(?:header ${quoted}|${quoted} header)(?= is set))`,
  function (this: unknown, text = ""): string {
    if (text.endsWith("token")) return bearerToken;
    const [name] = new RegExp(quoted).exec(text) ?? [];
    return name === undefined ? "content-type" : storyWorld(this).resolve(unquoted(name));
  },
);

/** Of what is sent; "the URL parameter" may be one of a page. */
define(
  "ownparam",
  /query param(?:eter)?|path (?:param(?:eter)?|variable)|multipart (?:field|part)/,
);

/** A file that becomes a part of the next request. */
define(
  "sentfile",
  `(?:the )?file ${quoted}(?: to the request)?|${quoted} to the request`,
  function (this: unknown, text = ""): string {
    const [path = ""] = new RegExp(quoted).exec(text) ?? [];
    return storyWorld(this).resolve(unquoted(path));
  },
);

define("following", /(?:do(?:es)? )?not follow(?:ed)?|follows?|followed/, (text = "") => {
  return !text.includes("not");
});

/** A file as the whole body; "send" and "post" are a POST. */
define(
  "sendsfile",
  /(POST|PUT|PATCH|post|put|patch|send)s? (?:the )?(?:contents? of )?the file/,
  (verb = "") => verb.toUpperCase().replace("SEND", "POST"),
);

/** Perhaps nothing. */
define(
  "withmethod",
  `(?: (?:using|with|via) (?:the )?(?:HTTP )?(?:method )?"?(${methods})"?)?`,
  (method) => method ?? "",
);

/** The name of the part in which a file is sent; perhaps nothing. */
define("aspart", `(?: as ${quoted})?`, function (this: unknown, text = ""): string {
  return storyWorld(this).resolve(text.slice(5, -1));
});
