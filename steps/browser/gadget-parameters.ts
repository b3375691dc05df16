// The parameter types of phrases about what surrounds a page: dialogs, tabs, storage, devices.
import { textPattern } from "../../src/checks/literal.ts";
import type { DialogAnswer, DialogKind } from "../../src/journey/browser/dialog-port.ts";
import type { BrowserPermission, NetworkState } from "../../src/journey/browser/emulation-port.ts";
import type { StorageArea } from "../../src/journey/browser/storage-port.ts";
import type { TabChoice } from "../../src/journey/browser/tab-port.ts";
import { defineWords, type Resolve } from "./define-words.ts";

/** What only the browser's own dialogs are called; undefined means any kind. */
const ownDialog =
  "(?:browser|JavaScript|JS|native) (?:alert|confirm(?:ation)?|prompt|dialog|popup)(?: box| dialog)?|confirm(?:ation)?(?: box| popup| dialog)?|prompt(?: box)?|(?:alert|dialog) box";

function kindsOf(words: string): readonly DialogKind[] | undefined {
  if (words.includes("confirm")) return ["confirm"];
  return words.includes("prompt") ? ["prompt"] : undefined;
}

defineWords("browserdialog", ownDialog, kindsOf);
defineWords("dialog", `${ownDialog}|alert|dialog|dialogue|popup|pop-up`, kindsOf);
defineWords("answer", "accepts?|confirms?|dismiss(?:es)?|cancels?", (verb): DialogAnswer => {
  return { kind: /^(?:accept|confirm)/.test(verb) ? "accept" : "dismiss" };
});

const ordinals = ["first", "second", "third", "fourth", "fifth"];
const ordinal = `${ordinals.join("|")}|last|\\d+(?:st|nd|rd|th)`;

function nthOf(word: string): number {
  if (word === "last") return -1;
  const index = ordinals.indexOf(word);
  return index < 0 ? Number.parseInt(word, 10) : index + 1;
}

defineWords("nth", ordinal, nthOf);
defineWords(
  "tab",
  `(?:new|newly opened|other|previous|original|main|${ordinal}) (?:browser )?(?:tab|window|popup|pop-up)|(?:popup|pop-up)(?: window)?`,
  (words): TabChoice => {
    const [word = ""] = words.split(" ");
    if (/^(?:other|previous)$/.test(word)) return { kind: "previous" };
    if (/^(?:new|newly|popup|pop-up)$/.test(word)) return { kind: "new" };
    return { kind: "nth", nth: /^(?:original|main)$/.test(word) ? 1 : nthOf(word) };
  },
);

defineWords(
  "modifier",
  '"?(?:[Ss]hift|[Cc]trl|[Cc]ontrol|[Aa]lt|[Cc]md|[Cc]ommand|[Mm]eta)"?',
  (key) => key.replaceAll('"', ""),
);

function quotedIn(words: string, resolve: Resolve): string | undefined {
  const [text] = new RegExp(`${textPattern}$`).exec(words) ?? [];
  return text === undefined ? undefined : resolve(text.slice(1, -1));
}

// Types and not alternations: those bind tighter than the optional words before them.
const asItIs = (words: string): string => words;

defineWords(
  "arriving",
  "should (?:be (?:taken|redirected|sent|brought|navigated) to|(?:land|arrive) on)|(?:am|is|are) (?:(?:taken|redirected|sent|brought) to|(?:still|now) on)|waits? to be (?:taken|redirected|sent) to",
  asItIs,
);
/** Attributes that are named without the word. */
defineWords("attribute", "aria-[a-z]+|ARIA label|href|src|alt(?: text)?", (words) =>
  words === "ARIA label" ? "aria-label" : words.replace(" text", ""),
);
defineWords("script", "(?:the )?(?:following )?(?:JavaScript(?: code)?|JS|script|code)", asItIs);
defineWords("pageword", "(?:new )?(?:page|tab|window)", asItIs);
// The page's own: "I press the back button" is about what is drawn on it.
defineWords(
  "goesback",
  "(?:go(?:es)?|navigates?|moves?) back(?:wards?)?(?: one page)?|(?:clicks?|press(?:es)?|uses?|hits?) (?:on )?the browser(?:'s)? back button",
  asItIs,
);
// Lists, menus and sections open; pages and tabs do otherwise.
defineWords(
  "expands",
  "expands?|opens?(?= the [\"'][^\"']*[\"'] (?:dropdown|drop-down|menu|accordion|section|panel|submenu|details)\\b)",
  asItIs,
);
// "A link "Help" to "/help"", "the link "Docs" pointing to "/docs"".
defineWords("leadsto", "(?:(?:that |which )?(?:point|lead|link|go)(?:ing|s|es) )?to", asItIs);
// The value of a path alone is one of an answer: `the value of "id"`, `the value of the field "id"`.
defineWords(
  "contentof",
  "contents? of|value of(?= the (?!(?:variable|field|path|property|node|key|header|cookie|(?:local|session) ?storage)\\b)(?![^\"']*(?:response|JSON|browser cookie))(?:[a-z][a-z ]* [\"']|[\"'][^\"']*[\"'] (?!as )))(?!.* (?:of|in|from) the (?:response|JSON))",
  asItIs,
);
// Each of these is perhaps nothing, and undefined then.
defineWords(
  "itsvalue",
  `(?: (?:with|of|equal to|set to)(?: the)?(?: value)? ${textPattern})?`,
  quotedIn,
);
defineWords(
  "ataddress",
  `(?: (?:with|at|on)(?: the)? ?(?:URL|url|address|page)? ${textPattern})?`,
  quotedIn,
);
defineWords("filenamed", `(?:the |a )?file(?: ${textPattern})?|${textPattern}`, quotedIn);
// Who moves "the mouse over" something does not mouse over it.
defineWords("hovers", "hovers?|(?<! the )mouses?", asItIs);
defineWords("clock", "(?:browser(?:'s)? )?(?:current )?(?:time|clock|date)", asItIs);
defineWords(
  "clocknow",
  "the (?:browser(?:'s)? )?(?:current )?(?:time|clock|date)|today|it(?= is now)",
  asItIs,
);
defineWords("localeword", "(?:browser(?:'s)? )?(?:language|locale)", asItIs);
defineWords("columnsword", "(?:the )?(?:these )?(?:following )?(?:columns?|headers?)", asItIs);
defineWords(
  "hold",
  "(?:should|must) (?:have|contain|show|list|include)(?: the following| these)?(?: values| data| fields)?",
  asItIs,
);
defineWords("equalthis", "(?:should|must) (?:be|equal|look like)(?: this)?", asItIs);
defineWords("rowsword", "rows?|table", asItIs);
defineWords("gone", "opened|visited|loaded|navigated to|gone to", asItIs);
defineWords("pagetitle", "title of the page|page title", asItIs);
defineWords(
  "opened",
  "(?:be |have |have been )?(?:open(?:ed)?|appeared|shown|displayed)|appear",
  asItIs,
);
// True where it is elsewhere.
defineWords("focuson", "(?:should|must)(?: not)? (?:be|move) (?:on|to)|is (?:not )?on", (words) =>
  words.includes("not"),
);
defineWords("closed", "(?:be |have |have been )?closed?", asItIs);
defineWords("tabword", "(?:browser )?(?:tab|window|popup|pop-up)s?(?: window)?", asItIs);
defineWords("topframe", "(?:the )?(?:main|default|top) (?:frame|page|content|document)", asItIs);

defineWords("storage", "(?:local|session) ?[sS]torage", (words): StorageArea => {
  return words.startsWith("local") ? "local" : "session";
});

defineWords(
  "storages",
  "(?:local|session|browser|web) ?[sS]torage",
  (words): readonly StorageArea[] => {
    if (/^(?:browser|web)/.test(words)) return ["local", "session"];
    return [words.startsWith("local") ? "local" : "session"];
  },
);

export interface Size {
  readonly width: number;
  readonly height: number;
}

defineWords("size", "\\d+ ?(?:x|×|by) ?\\d+(?: ?(?:px|pixels))?", (words): Size => {
  const [width = 0, height = 0] = (words.match(/\d+/g) ?? []).map(Number);
  return { width, height };
});

defineWords(
  "device",
  "(?:mobile |smart)?phone|mobile(?: device)?|tablet|desktop(?: computer)?|laptop|computer",
  (words) => {
    if (/phone|mobile/.test(words)) return "phone";
    return words === "tablet" ? "tablet" : "desktop";
  },
);

function networkOf(words: string): NetworkState {
  if (words.includes("slow")) return "slow";
  return /offline|loses|lost/.test(words) ? "offline" : "online";
}

const connection = "(?:the |my )?(?:network |internet )?connection";
defineWords(
  "goes",
  `(?:am|is|are|go|goes|come|comes) (?:back )?(?:off|on)line(?: again)?|(?:loses?|regains?) ${connection}`,
  networkOf,
);
// "The network is offline" has an actor's shape already; the browser is nobody who acts.
defineWords(
  "networkis",
  "[Tt]he (?:network|connection) is slow|[Tt]he browser (?:is|goes|comes) (?:back )?(?:off|on)line(?: again)?",
  networkOf,
);

const permissions: Readonly<Record<string, BrowserPermission>> = {
  notifications: "notifications",
  notification: "notifications",
  geolocation: "geolocation",
  location: "geolocation",
  camera: "camera",
  microphone: "microphone",
  clipboard: "clipboard",
};

defineWords(
  "permission",
  `"?(?:${Object.keys(permissions).join("|")})"?`,
  (word): BrowserPermission => {
    return permissions[word.replaceAll('"', "")] ?? "notifications";
  },
);

export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

const degrees = "-?\\d+(?:\\.\\d+)?";

defineWords(
  "coordinates",
  `"?${degrees}, ?${degrees}"?|latitude ${degrees}(?:,| and|, and) longitude ${degrees}`,
  (words): Coordinates => {
    const [latitude = 0, longitude = 0] = (words.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
    return { latitude, longitude };
  },
);
