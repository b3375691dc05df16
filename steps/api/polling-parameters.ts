// The parameter types of API phrases that ask again: until what, how often, for how long.
// Which part of the answer a condition speaks of, and what of it, is read when the step runs.
import { storyWorld } from "../parameters.ts";
import { define, methods } from "./define-type.ts";
import type { Asked } from "./sending.ts";

/** What is waited for: "the status is 200", 'the response field "status" should be "paid"', '"status" is "paid"'. */
define("condition", /\S.*?/);

const status =
  "(?:response )?(?:status|response code)(?: code)?(?: returned)?(?: (?:of|in) the (?:response|request))?";
const subject = `(?:the )?(?:(?:API|JSON|HTTP) )*(?:${status}|response[^"']*(?:["'][^"']*["'][^"']*)?)|(?:the [^"']*)?["'][^"']*["'][^"']* (?:of|in) the response[^"']*`;
const verb =
  "(?:(?:should|must|to)(?: not|n't)? (?:be|equal|contain|include|match|have|exist)|is|has|contains|equals)";

/** As a condition, where "within 5 seconds" stands before it: a field alone may be one of a page. */
const answersOf =
  '(?:an? |the )?"?(?:GET|HEAD)"? (?:requests? )?(?:to |on |for )?["\'/][^ ]+ should';
const replies =
  "(?:return|answer|respond|reply|give)(?: with)?(?: an?)?(?: status)?(?: code)? [1-5]\\d\\d";

define(
  "demanded",
  `${answersOf} ${replies}|(?:${subject}) ${verb}(?! (?:not )?(?:received|returned|sent|redirected|within|in|less|below|under|at most)\\b).*?`,
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

/** The same request once more; without "again", "last" or "same" it is the one that was prepared. */
define(
  "repeating",
  /(?:(?:repeat|resend)s?|retry|retries|(?:send|make|execute|perform)s?(?= the (?:(?:last|same|previous)\b|request again))) the (?:(?:last|same|previous) )*request(?: again| once more)?/,
);

define(
  "answers",
  /(?:returns?|answers?|gives?|responds?|replies|to (?:return|answer|respond))(?: with)?(?: an?)?(?: HTTP)?(?: status)?(?: code)?(?: of)?/,
);

/** "the response status should eventually be 200" */
define("eventual", `${answersOf} eventually ${replies}|(?:${subject}) should eventually .+`);

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
  `(?:(?:,? (?:(?:every|within|for(?: up to| at most)?|up to|with a timeout of) ${span}|(?:up to|at most) \\d+ times)){1,3})?`,
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
