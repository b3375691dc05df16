// Signs in a step of how a page is built or how a machine is set up, where a person would say what they see. It looks
// into quoted text too, since that is where selectors stand; but what a page says in quotes is data.

export interface InterfaceDetail {
  /** From 0. */
  readonly at: number;
  /** As it was written. */
  readonly text: string;
  readonly problem: string;
  readonly wayOut: string;
}

interface Sign {
  readonly pattern: RegExp;
  /** Whether it counts in quotes: where an element or an address is named, and not what a page says. */
  readonly inQuotes: boolean;
  readonly problem: string;
  readonly wayOut: string;
}

const tags =
  "(?:a|article|aside|body|button|div|fieldset|footer|form|h[1-6]|header|html|iframe|img|input|label|li|main|nav|ol|option|p|section|select|span|strong|svg|table|tbody|td|textarea|th|thead|tr|ul)";
/** `submit-btn`, `submitBtn`, `cart__row`: a name that a programmer gave. A plain word may be a topic or an ending. */
const madeName = "(?:[A-Za-z]+(?:[-_]+[A-Za-z0-9]+)+|[a-z]+[A-Z][A-Za-z0-9]*)";
const before = String.raw`(?<![\p{L}\p{N}/&?=#.:-])`;

const aName =
  "Say what a person sees: the text, the label or the name of the element; a selector belongs into a step definition or into `locators` of the configuration.";

const selector = new RegExp(
  [
    "\\b(?:css|xpath)=[^\\s\"']+",
    // XPath, and not the two slashes of an address.
    String.raw`(?<![\w:/.])\(?\.?\/\/(?:${tags}|\*)(?:\[[^\]]*\]|(?=[\s"'/]|$))\S*?(?=["']?(?:\s|$))`,
    String.raw`${before}[#.]${madeName}(?![\w/.@-])(?:\[[^\]]*\])?`,
    String.raw`${before}${tags}(?:\.[\w-]+)*#[A-Za-z][\w-]*`,
    // `table.rows` may be a path in JSON.
    String.raw`${before}(?:div|span|ul|ol|li|td|tr|tbody|h[1-6]|input|textarea)(?:\.[A-Za-z][\w-]*)+(?![\w/@])`,
    String.raw`${before}(?:${tags}|\*|[#.][\w-]+)?\[[a-z-]+[*^$|~]?=\\?["']?[^\]]*\]`,
    String.raw`(?<=["'\s])(?:${tags}|[#.][A-Za-z][\w-]*) > (?:${tags}\b|[#.][A-Za-z])[^"']*`,
    ":nth-(?:child|of-type)\\([^)]*\\)|:(?:first|last)-child\\b",
  ].join("|"),
  "u",
);

const signs: readonly Sign[] = [
  {
    pattern: selector,
    inQuotes: true,
    problem: "is a selector: it says how the page is built, and breaks when that changes",
    wayOut: aName,
  },
  {
    // A plain word behind a hash is an id where somebody clicks or fills it in.
    pattern:
      /(?<=\b(?:click|press|tap|fill|type|enter|select|check|hover|focus)\w*\b[^"']*["'])#[A-Za-z]\w*(?=["'])/iu,
    inQuotes: true,
    problem: "is the id of an element: it says how the page is built, and breaks when that changes",
    wayOut: aName,
  },
  {
    pattern:
      /\b(?:css selector|css class|(?:html|dom) (?:element|tag|node|tree)|element with (?:the )?(?:id|class|xpath|css|selector)|data-test(?:-?id)?)\b|\b(?:the|a|this|that|each|every|first|second|last) (?:div|span|<[a-z][a-z0-9]*> (?:element|tag))(?![\w-])/iu,
    inQuotes: false,
    problem: "says how the page is built, which no customer knows",
    wayOut: aName,
  },
  {
    pattern:
      /\b(?:wait|pause|sleep)(?:s|ed|ing)?(?: for)?(?: (?:about|another|at least|exactly))? (?:["'<]?\d+(?:\.\d+)?["'>]?|<[^<>]+>|one|two|three|five|ten|a few|some|a couple of) ?(?:ms|milliseconds?|s|secs?|seconds?|mins?|minutes?|hours?)\b(?! (?:for|until|till|to)\b)/iu,
    inQuotes: false,
    problem:
      "waits for a time and not for something: too short on a slow machine, and lost time on a fast one",
    wayOut:
      'Say what is waited for, such as `I should see "Saved" within 5 seconds`; expectations wait by themselves.',
  },
  {
    pattern:
      /\b(?:https?|wss?):\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+)(?::\d+)?/iu,
    inQuotes: true,
    problem: "is the address of one machine, so the story holds nowhere else",
    wayOut:
      'Write the path alone, such as "/cart"; the configuration or the environment says where the product is.',
  },
  {
    pattern:
      /\bhttps?:\/\/(?:[\w-]+[.-])?(?:(?:staging|stage|preprod|qa|uat|intern|internal)[.-]|dev\.[\w-]+\.)[\w.-]*(?::\d+)?|\bhttps?:\/\/[\w.-]+\.(?:local|internal|intern|lan|corp)(?![\w.-])(?::\d+)?/iu,
    inQuotes: true,
    problem: "is the address of one environment, so the story holds nowhere else",
    wayOut:
      'Write the path alone, such as "/cart"; `environments` of the configuration say where the product is.',
  },
];

/** One of these is in every sentence that has any of the signs; most sentences have none, and trying these is cheap. */
const any = /[#/[=.:]|> |div|span|html|dom|css|element with|data-test|wait|paus|sleep/i;

/** The same at the price of some more time, for the sentences that are left. */
const quick =
  /#[A-Za-z]|\/\/|\[[a-z-]+[*^$|~]?=| > |> (?:element|tag)|(?:css|xpath)=|(?<![\w-])\.[A-Za-z]+(?:[-_]|[a-z][A-Z])|\b(?:div|span|ul|ol|li|td|tr|tbody|h[1-6]|input|textarea)\.|\b(?:div|span|html|dom|css|HTML|DOM|CSS|Div|Span)\b|element with|data-test|\b(?:[Ww]ait|[Pp]aus|[Ss]leep)|:(?:nth|first|last)-/;

/** What else is written with `#` or `.` in front. */
const noSelector =
  /\b(?:channel|branch|tag|hashtag|topic|room|issue|ticket|colou?r|anchor|fragment|file|extension)s?\b/i;

/** `css=` and `xpath=` say themselves what they are; else a path in JSON looks like a selector. */
function isJsonPath(pattern: RegExp, text: string, sentence: string): boolean {
  return pattern === selector && !/^(?:css|xpath)=/.test(text) && /\bjson\b/i.test(sentence);
}

/** Before a quote they say that the page or an answer has it as text. */
const saying =
  /\b(?:see|read|sa(?:y|id)|show|display|contain|text|message|title|heading|notice|alert|toast|hint|error)(?:e?s|n|ing|ed)?(?: (?:the|a|an|this|that))?(?: (?:text|message|title|heading|words?|hint|link))?:? ?$/i;
const acting = /\b(?:click|press|tap|fill|type|enter|select|choose|check|hover|focus|wait)/i;

/** Whether the place lies in quotes in which such a sign means nothing. */
function isQuotedData(sentence: string, at: number, inQuotes: boolean): boolean {
  const before = sentence.slice(0, at);
  if (before.split('"').length % 2 === 1) return false;
  if (!inQuotes) return true;
  const outside = before.slice(0, before.lastIndexOf('"'));
  return saying.test(outside) && !acting.test(outside);
}

/** The first detail of each kind in a step. */
export function findInterfaceDetails(sentence: string): readonly InterfaceDetail[] {
  if (!any.test(sentence) || !quick.test(sentence)) return [];
  const found: InterfaceDetail[] = [];
  for (const { pattern, inQuotes, problem, wayOut } of signs) {
    const match = pattern.exec(sentence);
    if (match === null) continue;
    const [text] = match;
    if (isQuotedData(sentence, match.index, inQuotes)) continue;
    if (/^[#.]/.test(text) && noSelector.test(sentence)) continue;
    if (isJsonPath(pattern, text, sentence)) continue;
    if (/^[(./]*\/\//.test(text) && /\b(?:xml|xpath|soap)\b/i.test(sentence)) continue;
    const overlaps = found.some(
      (one) => match.index < one.at + one.text.length && one.at < match.index + text.length,
    );
    if (!overlaps) found.push({ at: match.index, text, problem, wayOut });
  }
  return found;
}
