// The parameter types of API phrases about what is sent: where to, how, and with what.
import { storyWorld } from "../parameters.ts";
import { define, methods } from "./define-type.ts";

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

const sends = "(?:sends?|makes?|performs?|issues?|executes?|submits?|do(?:es)?|fires?|runs?)";
const calls = "(?:calls?|requests?|invokes?|fetch(?:es)?|polls?|queries|query|retrieves?)";
const where = "(?: (?:to|on|against|at|for))?";

/** "send a POST request to", "GET", "call PUT", "request": how something is asked for. Without a method: GET. */
define(
  "request",
  `${sends} a(?:n|nother)? (?:new )?(?:HTTP |API |REST )?["']?(${methods})["']? (?:API )?(?:request|call)${where}` +
    `|${sends} (?:an? |the )?(?:HTTP )?["']?(${methods})["']?(?: requests?| calls?)?${where}` +
    `|${sends} an? (?:HTTP |API )?(?:request|call)${where}` +
    `|(?:(?:${calls}|hits?) )?"?(${methods})"?(?: requests?)?${where}|${calls}|hits?(?= the )` +
    `|(post|put|patch|delete|get)s?(?= (?:to )?["']?(?:https?:/)?/)(?: to)?`,
  (...found): string => found.find((method) => method !== undefined)?.toUpperCase() ?? "GET",
);

const content =
  "(?:request |raw |JSON |XML |text )?(?:body|payload)|(?:JSON |request )?data|JSON(?: (?:object|content|document|array))?|XML|text|form(?:[- ]data)?(?: fields| param(?:eter)?s)?|path (?:param(?:eter)?|variable)s|(?:multipart )?parts|multipart(?:[/ ]form(?:[- ]data)?)?|(?:request )?headers?|query(?: string)?(?: param(?:eter)?s)?|param(?:eter)?s";

define("content", content);

/** What goes with a request in the sentence that sends it; a table of anything is JSON. */
define(
  "sent",
  `${content}|(?:request )?content|values|fields|credentials|details|attributes|properties|following`,
);

define("pairword", /(?:request |HTTP )?header|cookie|(?:query |URL )?param(?:eter)?|query/);

/** Karate writes methods in small letters as well. */
define(
  "anyMethod",
  /(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|get|head|post|put|patch|delete|options)/,
  (method) => method?.toUpperCase(),
);

define(
  "paramword",
  /(?:query(?: string)?|URL|request) param(?:eter)?|(?:form|multipart) (?:field|part|param(?:eter)?)|path (?:param(?:eter)?|variable|segment)|GraphQL variable/,
);

define("areset", /(?:is|are)(?: set)?(?: to)?(?: as follows)?/);

define(
  "drafting",
  /(?:JSON )?request (?:JSON )?(?:body|payload|data|headers?)|(?:form|path) param(?:eter)?s|query(?: string)?(?: param(?:eter)?s)?|request param(?:eter)?s|form(?: data| fields| param(?:eter)?s)|headers/,
);

define("authenticated", /(?:am|is) (?:authenticated|authori[sz]ed)|authenticates?|authori[sz]es?/);

/** Where the next request goes; "the request method" says how. A bare "path" is one of a page, but behind "set the". */
define(
  "baseword",
  /(?:(?:API )?(?:base )?|request )(?:URL|url|URI|address|host|endpoint)|(?:request |API )path|(?:(?:HTTP )?request |HTTP )method|(?<=sets? the )(?:path|method)/,
);

define("payload", /(?:request |JSON )(?:body|payload)|payload/);

define("graphqlOperation", /query|mutation|request/);

/** Variables, or the query itself. */
define("graphqldrafted", /variables|query|mutation/);

define("graphqlcontent", /(?: with)?(?: the)?(?: following)?(?: query| variables)?/, (text = "") =>
  text.endsWith("variables") ? "variables" : "query",
);

define(
  "signin",
  /(?:am|is) (?:signed in|logged in|authenticated|authori[sz]ed)|(?:sign|log)s? in|authenticates?|authori[sz]es?/,
);

define(
  "bodiless",
  /(?: without (?:an? |any )?(?:request )?(?:body|payload|content|data)| with (?:an )?empty (?:body|payload)| with no (?:body|payload))?/,
);

define(
  "authwords",
  /(?:authentication|authori[sz]ation|auth|credentials)(?: credentials| token)?|(?:bearer|access|auth) token/,
);

define(
  "anonymous",
  /not (?:signed in|logged in|authenticated|authori[sz]ed)|(?:an )?anonymous(?: user| visitor| client)?|unauthenticated|without (?:any )?(?:authentication|authori[sz]ation|credentials)/,
);
