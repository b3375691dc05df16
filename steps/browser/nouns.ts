// The nouns by which sentences name things on a page, the kind of target that each means, and the words they are made of.
import type { TargetKind } from "../../src/journey/target.ts";

/** Without the kinds that only columns and a team's own names have. */
const nounsOf: Readonly<Partial<Record<TargetKind, readonly string[]>>> = {
  any: ["element", "control"],
  button: ["button"],
  link: ["link", "hyperlink"],
  checkbox: ["checkbox", "check box", "switch", "toggle"],
  radio: ["radio button", "radio"],
  option: ["option"],
  heading: ["heading", "headline"],
  image: ["image", "picture", "icon", "logo"],
  tab: ["tab"],
  menuitem: ["menu item", "menu entry"],
  cell: ["table cell", "cell"],
  column: ["column"],
  alert: ["alert", "error", "validation error", "toast", "toast message", "snackbar"],
  text: [
    "text",
    "message",
    "error message",
    "success message",
    "notification",
    "warning",
    "validation message",
    "notice",
    "tooltip",
    "label",
    "button text",
  ],
  status: ["status message"],
  field: [
    "field",
    "input field",
    "text field",
    "search field",
    "input",
    "text box",
    "textbox",
    "text area",
    "textarea",
    "search box",
    "input box",
    "box",
    "dropdown",
    "drop-down",
    "dropdown list",
    "select box",
    "select",
    "select field",
    "combobox",
    "combo box",
    "slider",
    "dropdown menu",
    "dropdown field",
    "date",
  ],
  row: ["table row", "row"],
  item: ["list item", "item", "entry"],
  dialog: ["dialog", "dialogue", "dialog box", "modal", "modal dialog", "popup", "pop-up"],
  region: ["region", "section", "area", "panel", "card", "group", "menu", "banner", "block"],
  form: ["form"],
  navigation: ["navigation", "navigation bar", "navigation menu"],
  list: ["list"],
  table: ["table", "grid"],
  frame: ["frame", "iframe"],
  header: ["header"],
  footer: ["footer"],
  main: ["main part", "main content", "main area", "main landmark"],
  sidebar: ["sidebar"],
};

function pluralOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, "ies");
  return /(?:x|ch|sh|s)$/.test(word) ? `${word}es` : `${word}s`;
}

/** The kind that one or two words mean, in singular or plural. */
export const kindOfNoun: ReadonlyMap<string, TargetKind> = new Map(
  Object.entries(nounsOf).flatMap(([kind, words]) =>
    words.flatMap((word): [string, TargetKind][] => [
      [word, kind as TargetKind],
      [pluralOf(word), kind as TargetKind],
    ]),
  ),
);

/** Words that are read as nouns in some places only. */
const guarded: Readonly<Record<string, string>> = {
  header: "",
  // "The text of …" is what other phrases are about.
  text: "(?:text|label|error)(?! of | for | to | message of | message for )",
  // Of these one alone means nothing.
  main: "main (?:part|content|area|landmark|heading)",
  validation: "validation (?:error|message)",
  page: "page heading",
  tooltip: "tooltip(?= [\"'])",
  date: "date(?= [\"'])",
  status: "status message",
  success: "success message",
  ...{ label: "", error: "", message: "", part: "", content: "", landmark: "" },
};

/** Alone it is what streams and mails bring. */
const message = `(?<=(?:error|success|validation|toast|no|["']|\\d) )messages?(?! of | for )|messages?(?= (?:with (?:the )?text )?["'])`;

/** With a name it is one of the API's. */
const header = `(?<!["'] )header(?! ["'])`;

/** A pattern for one word of a noun, singular or plural. */
export function wordPattern(own: readonly string[]): string {
  const words = new Set([...kindOfNoun.keys()].flatMap((noun) => noun.split(" ")));
  const roots = [...words].filter((word) => ![...words].some((other) => pluralOf(other) === word));
  const isInY = (word: string) => /[^aeiou]y$/.test(word);
  const regular = roots.filter((word) => guarded[word] === undefined);
  const ends = [...own, ...regular].filter((word) => !isInY(word));
  const inY = [...own, ...regular].filter(isInY);
  const irregular = [
    ...Object.values(guarded).filter((one) => one !== ""),
    ...inY.map((word) => `${word.slice(0, -1)}(?:y|ies)`),
  ];
  return `(?:(?:h[1-6]|${[...ends, ...irregular].join("|")})(?:e?s)?|${header}|${message})`;
}

/** The noun itself and its plural. */
export function formsOf(noun: string): readonly string[] {
  return [noun, pluralOf(noun)];
}
