// The words of a sentence that point at something on a page, as patterns for cucumber and as a Target.
// It knows no page and no World: names with {{…}} in them are resolved by whoever calls.
//
//   target  = part { in part }
//   part    = [ article ] [ ordinal ] ( text [ noun ] | noun [ [ naming ] text ] | word noun )
//   naming  = "named" | "called" | "labelled" | "saying" | "containing" | "with the text" …
//   in      = "in" | "within" | "inside" | "on" | "of" | "under"
//   ordinal = "first" … "tenth" | "last" | number ( "st" | "nd" | "rd" | "th" )
//
// A place belongs to what stands before it: in `"Delete" in the row "Ada" of the table "Users"` the row is in the table.
// The patterns take the words in any order: they are short, since cucumber compiles them for every phrase, and what does
// not fit together is told by the parser.
import { textPattern } from "../../src/checks/literal.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { OwnLocator, Target } from "../../src/journey/target.ts";
import { loading } from "../loading.ts";
import { formsOf, kindOfNoun, wordPattern } from "./nouns.ts";

const ordinals = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];
const prepositions = ["in", "within", "inside", "on", "of", "under"];
const naming =
  "(?:nam|call|labell?|titl)ed|(?:say|contain)ing|matching(?= .[.#[])|with (?:the )?(?:(?:alt )?text|label|title|message)";
/** What stands nowhere else is on the page anyway. */
const onPage = "(?:on|in|of) the (?:page|screen)";

/** A team's own nouns: the name without its article. */
export type OwnNouns = ReadonlyMap<string, OwnLocator>;

const ownNouns: OwnNouns = readOwnNouns(loading.locators);

export function readOwnNouns(
  locators: Readonly<Record<string, Omit<OwnLocator, "noun">>>,
): OwnNouns {
  return new Map(
    Object.entries(locators).map(([name, how]) => {
      const noun = name.replace(/^(?:the|an?) /i, "");
      return [noun, { noun, ...how }];
    }),
  );
}

const nouns = wordPattern([...ownNouns.keys()]);
const ordinal = "first|second|third|(?:four|fif|six|seven|eigh|nin|ten)th|last|\\d+(?:st|nd|rd|th)";
/** A name without quotes: "the login button". */
const bare =
  "(?!(?:response|request|body|JSON|header|API|event|multipart|new|confirm(?:ation)?|browser|native|prompt) )[A-Za-z-]+(?= (?:button|link|icon|tab|field|checkbox|dropdown|form|dialog|section|menu)\\b)";
const step = ` (?:${textPattern}|${onPage}|${prepositions.join("|")}|the|an?|${ordinal}|${nouns}|${bare}|(?:${naming})(?= ["']))`;

/** A name alone or a thing in words: `"Save"`, `the "Save" button in the footer`. */
export const targetPattern = `(?:${textPattern}|[Tt]he|[Aa]n?|(?:button|link|element|text|option|checkbox|radio button)(?= ["']))(?:${step})*`;

/** "The message should …", "the last message …": of a stream. On a page it has a name, a place or an adjective. */
const streamed = ` (?:(?:last|received) )*messages? (?!["']|(?:${prepositions.join("|")}) )`;

/** A thing in words, not a name alone: `the "Save" button`, `the second "Edit"`, `the table in the footer`. */
export const elementPattern = `(?:[Tt]he|[Aa]n?)(?! field ["']| options (?:of|in|for) |${streamed})(?:${step})+`;

/** Several things: `"Delete" buttons`, `rows in the table "Users"`. */
export const thingsPattern = `(?:${textPattern}|${nouns})(?:${step})*`;

/** As an element, and the API's words for one of its fields as well: `the field "Email"`. */
export const fieldPattern = `(?:[Tt]he|[Aa]n?)(?! form field ["'])(?:${step})+`;

/** Several names, and where they are: `"Name", "Email" and "Role" in the table "Users"`. */
export const targetsPattern = `${textPattern}(?:(?:,? (?:and|or)|,) ${textPattern})+(?:${step})*`;

/** One name or several. */
export const textsPattern = `${textPattern}(?:(?:,? (?:and|or)|,) ${textPattern})*`;

const token = new RegExp(`(${textPattern})|[^ ]+`, "g");

interface Word {
  readonly text: string;
  readonly isQuoted: boolean;
}

/**
 * The target of words that one of the patterns above matches; `resolve` is handed each name, quotes and escapes undone.
 * Without a noun the kind is `any`, for the step to say better. Throws StoryError for words that do not fit together.
 */
export function parseTarget(
  words: string,
  resolve: (name: string) => string,
  own: OwnNouns = ownNouns,
): Target {
  const parts: Word[][] = [[]];
  for (const [text, quoted] of plainWords(words).matchAll(token)) {
    const isQuoted = quoted !== undefined;
    if (!isQuoted && prepositions.includes(text)) parts.push([]);
    else parts.at(-1)?.push({ text, isQuoted });
  }
  const [first, ...places] = parts.map((part) => readPart(part, words, resolve, own));
  if (first === undefined) throw notUnderstood(words, words);
  return nest(words, first, places);
}

const surplus = new RegExp(`(${textPattern})| (?:${naming})(?= ["'])| ${onPage}(?= |$)`, "g");

/** Without the words between a noun and its name, and without "on the page". Names stay as they are. */
function plainWords(words: string): string {
  return words.replace(surplus, (_, text: string | undefined) => text ?? "");
}

/** "The "Price" of the row "Emma"": of a row, what has only a name is the cell in that column. */
const cellOfRow = new RegExp(`^[Tt]he ${textPattern} of `);

/** The targets of words that `targetsPattern` matches: each in the place that the last one says. */
export function parseTargets(words: string, resolve: (name: string) => string): readonly Target[] {
  const list = new RegExp(`^${textsPattern}`).exec(words)?.[0] ?? "";
  const names = parseTexts(list, resolve);
  const { within } = parseTarget(`""${words.slice(list.length)}`, resolve);
  return names.map((name) => ({ kind: "any", name, ...(within !== undefined && { within }) }));
}

/** The names of words that `textsPattern` matches. */
export function parseTexts(words: string, resolve: (name: string) => string): readonly string[] {
  return (words.match(new RegExp(textPattern, "g")) ?? []).map((text) => resolve(unquote(text)));
}

/** `whole` is the sentence's words at the outermost, "" inside. */
function nest(whole: string, target: Target, [place, ...rest]: readonly Target[]): Target {
  if (place === undefined) return target;
  const within = nest("", place, rest);
  const isColumn = whole !== "" && (target.kind === "column" || isBare(target, whole));
  return isColumn && within.kind === "row" && target.own === undefined
    ? { kind: "cell", name: "", within: { ...target, kind: "column", within } }
    : { ...target, within };
}

function isBare({ kind, name }: Target, whole: string): boolean {
  return kind === "any" && name !== "" && cellOfRow.test(whole);
}

function readPart(
  part: readonly Word[],
  whole: string,
  resolve: (name: string) => string,
  own: OwnNouns,
): Target {
  const quoted = part.filter(({ isQuoted }) => isQuoted);
  const words = part.filter(({ isQuoted }) => !isQuoted).map(({ text }) => text);
  if (/^(?:the|an?)$/i.test(words[0] ?? "")) words.shift();
  const nth = numberOf(words[0] ?? "");
  if (nth !== undefined) words.shift();
  const noun = readNoun(words, own);
  const shown = part.map(({ text }) => text).join(" ");
  const isEmpty = words.length + quoted.length === 0;
  if (isEmpty || quoted.length > 1 || noun === undefined) throw notUnderstood(whole, shown);
  const written = quoted[0] === undefined ? noun.bare : resolve(unquote(quoted[0].text));
  if (quoted.length > 0 && noun.bare !== undefined) throw notUnderstood(whole, shown);
  // "The error message" without its text is whatever alerts.
  const kind = noun.kind === "text" && written === undefined ? "alert" : noun.kind;
  return {
    kind,
    name: asSelector(written ?? "", kind, words.length > 0),
    ...(nth !== undefined && { nth }),
    ...(noun.own !== undefined && { own: noun.own }),
  };
}

/** `the element "#total"` has a selector for its name, `3 "h1" headings` one of HTML's elements. */
function asSelector(name: string, kind: Target["kind"], hasNoun: boolean): string {
  if (kind === "heading" && /^h[1-6]$/.test(name)) return `css=${name}`;
  return hasNoun && kind !== "text" && selector.test(name) ? `css=${name}` : name;
}

export const selector = /^(?:[#.][A-Za-z_-][\w-]*|\[[\w-]+)/;

interface ReadNoun {
  readonly kind: Target["kind"];
  readonly own?: OwnLocator;
  /** The word before the noun that is no noun itself: a name without quotes. */
  readonly bare?: string;
}

function readNoun(words: readonly string[], own: OwnNouns): ReadNoun | undefined {
  if (words.length === 0) return { kind: "any" };
  const noun = words.join(" ");
  for (const [name, locator] of own) {
    if (formsOf(name).includes(noun)) return { kind: "any", own: locator };
  }
  const tag = /^(?:(h[1-6])s?|(?:page|main) heading)$/.exec(noun);
  if (tag !== null) return { kind: "any", own: { noun, css: tag[1] ?? "h1" } };
  const kind = kindOfNoun.get(noun);
  if (kind !== undefined) return { kind };
  const [bareName, ...rest] = words;
  const ofRest = rest.length === 0 ? undefined : readNoun(rest, own);
  return ofRest === undefined || ofRest.bare !== undefined
    ? undefined
    : { ...ofRest, ...(bareName !== undefined && { bare: bareName }) };
}

const mainKinds =
  "button, link, field, checkbox, radio button, option, heading, image, tab, menu item, table, row, cell, column, list, item, dialog, form, section, alert, text";

function notUnderstood(whole: string, part: string): StoryError {
  const own = ownNouns.size === 0 ? "" : `, and your own: ${[...ownNouns.keys()].join(", ")}`;
  return new StoryError(
    `These words do not name one thing on a page: ${whole}\n` +
      (part === whole || part === "" ? "" : `What is not understood: ${part}\n`) +
      'Write name, kind and place, as in: the second "Edit" button in the row "Ada" of the table "Users".\n' +
      `Some kinds: ${mainKinds}${own}.`,
  );
}

function numberOf(word: string): number | undefined {
  if (word === "last") return -1;
  if (/^\d+(?:st|nd|rd|th)$/.test(word)) return Number.parseInt(word, 10);
  const index = ordinals.indexOf(word);
  return index < 0 ? undefined : index + 1;
}

function unquote(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\(["'\\])/g, "$1");
}

/** The same target, of that kind where the sentence names none. */
export function asKind(target: Target, kind: Target["kind"]): Target {
  return target.kind === "any" && target.name !== "" && target.own === undefined
    ? { ...target, kind }
    : target;
}

/** Whether the sentence speaks of something in a field: `"ada" in the "Email" field`. */
export function isInField({ kind, nth, within, name }: Target): boolean {
  return kind === "any" && name !== "" && nth === undefined && within?.kind === "field";
}
