// The parameter types of phrases about what surrounds a page: dialogs, tabs, storage, devices.
import { defineParameterType } from "@cucumber/cucumber";
import type { DialogAnswer, DialogKind } from "../../src/journey/browser/dialog-port.ts";
import type { BrowserPermission } from "../../src/journey/browser/emulation-port.ts";
import type { StorageArea } from "../../src/journey/browser/storage-port.ts";
import type { TabChoice } from "../../src/journey/browser/tab-port.ts";

/** What only the browser's own dialogs are called; undefined means any kind. */
const ownDialog =
  "(?:browser|JavaScript|JS|native) (?:alert|confirm(?:ation)?|prompt|dialog|popup)(?: box| dialog)?|confirm(?:ation)?(?: box| popup| dialog)?|prompt(?: box)?|(?:alert|dialog) box";

function kindsOf(words: string): readonly DialogKind[] | undefined {
  if (words.includes("confirm")) return ["confirm"];
  return words.includes("prompt") ? ["prompt"] : undefined;
}

define("browserdialog", ownDialog, kindsOf);
define("dialog", `${ownDialog}|alert|dialog|dialogue|popup|pop-up`, kindsOf);
define("answer", "accepts?|confirms?|dismiss(?:es)?|cancels?", (verb): DialogAnswer => {
  return { kind: /^(?:accept|confirm)/.test(verb) ? "accept" : "dismiss" };
});

const ordinals = ["first", "second", "third", "fourth", "fifth"];
const ordinal = `${ordinals.join("|")}|last|\\d+(?:st|nd|rd|th)`;

function nthOf(word: string): number {
  if (word === "last") return -1;
  const index = ordinals.indexOf(word);
  return index < 0 ? Number.parseInt(word, 10) : index + 1;
}

define("nth", ordinal, nthOf);
define(
  "tab",
  `(?:new|newly opened|other|previous|original|main|${ordinal}) (?:browser )?(?:tab|window|popup|pop-up)|(?:popup|pop-up)(?: window)?`,
  (words): TabChoice => {
    const [word = ""] = words.split(" ");
    if (/^(?:other|previous)$/.test(word)) return { kind: "previous" };
    if (/^(?:new|newly|popup|pop-up)$/.test(word)) return { kind: "new" };
    return { kind: "nth", nth: /^(?:original|main)$/.test(word) ? 1 : nthOf(word) };
  },
);

define("modifier", "[Ss]hift|[Cc]trl|[Cc]ontrol|[Aa]lt|[Cc]md|[Cc]ommand|[Mm]eta", (key) => key);

// Types and not alternations: those bind tighter than the optional words before them.
const asItIs = (words: string): string => words;

define(
  "arriving",
  "should (?:be (?:taken|redirected|sent|brought|navigated) to|(?:land|arrive) on)|(?:am|is|are) (?:(?:taken|redirected|sent|brought) to|(?:still|now) on)|waits? to be (?:taken|redirected|sent) to",
  asItIs,
);
/** Attributes that are named without the word. */
define("attribute", "aria-[a-z]+|ARIA label|href|src|alt(?: text)?", (words) =>
  words === "ARIA label" ? "aria-label" : words.replace(" text", ""),
);
define("script", "(?:the )?(?:following )?(?:JavaScript(?: code)?|JS|script|code)", asItIs);
define("pageword", "(?:new )?(?:page|tab|window)", asItIs);
define("clock", "(?:browser(?:'s)? )?(?:current )?(?:time|clock|date)", asItIs);
define("localeword", "(?:browser(?:'s)? )?(?:language|locale)", asItIs);
define("columnsword", "(?:the )?(?:these )?(?:following )?(?:columns?|headers?)", asItIs);
define(
  "hold",
  "(?:should|must) (?:have|contain|show|list|include)(?: the following| these)?(?: values| data| fields)?",
  asItIs,
);
define("equalthis", "(?:should|must) (?:be|equal|look like)(?: this)?", asItIs);
define("rowsword", "rows?|table", asItIs);
define("gone", "opened|visited|loaded|navigated to|gone to", asItIs);
define("pagetitle", "title of the page|page title", asItIs);
define(
  "opened",
  "(?:be |have |have been )?(?:open(?:ed)?|appeared|shown|displayed)|appear",
  asItIs,
);
// True where it is elsewhere.
define("focuson", "(?:should|must)(?: not)? (?:be|move) (?:on|to)|is (?:not )?on", (words) =>
  words.includes("not"),
);
define("closed", "(?:be |have |have been )?closed?", asItIs);
define("tabword", "(?:browser )?(?:tab|window|popup|pop-up)s?(?: window)?", asItIs);
define("topframe", "(?:the )?(?:main|default|top) (?:frame|page|content|document)", asItIs);

define("storage", "(?:local|session) ?[sS]torage", (words): StorageArea => {
  return words.startsWith("local") ? "local" : "session";
});

export interface Size {
  readonly width: number;
  readonly height: number;
}

define("size", "\\d+ ?(?:x|×|by) ?\\d+(?: ?(?:px|pixels))?", (words): Size => {
  const [width = 0, height = 0] = (words.match(/\d+/g) ?? []).map(Number);
  return { width, height };
});

define(
  "device",
  "(?:mobile |smart)?phone|mobile(?: device)?|tablet|desktop(?: computer)?|laptop|computer",
  (words) => {
    if (/phone|mobile/.test(words)) return "phone";
    return words === "tablet" ? "tablet" : "desktop";
  },
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

define("permission", `"?(?:${Object.keys(permissions).join("|")})"?`, (word): BrowserPermission => {
  return permissions[word.replaceAll('"', "")] ?? "notifications";
});

export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

const degrees = "-?\\d+(?:\\.\\d+)?";

define(
  "coordinates",
  `"?${degrees}, ?${degrees}"?|latitude ${degrees}(?:,| and|, and) longitude ${degrees}`,
  (words): Coordinates => {
    const [latitude = 0, longitude = 0] = (words.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
    return { latitude, longitude };
  },
);

function define<T>(name: string, regexp: string, read: (words: string) => T): void {
  defineParameterType({ name, regexp, useForSnippets: false, transformer: read });
}
