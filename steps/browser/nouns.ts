// The nouns by which sentences name things on a page, and the kind of target that each means.
import type { TargetKind } from "../../src/journey/target.ts";

type Nouns = Readonly<Partial<Record<TargetKind, readonly string[]>>>;

const things: Nouns = {
  any: ["element", "control"],
  button: ["button"],
  link: ["link", "hyperlink"],
  checkbox: ["checkbox", "check box", "switch", "toggle"],
  radio: ["radio button", "radio"],
  option: ["option"],
  heading: ["heading", "headline"],
  image: ["image", "picture", "icon"],
  tab: ["tab"],
  menuitem: ["menu item", "menu entry"],
  cell: ["table cell", "cell"],
  alert: ["alert"],
  text: ["text", "message", "error message", "error", "notification", "warning", "label"],
  status: ["status message"],
};

const fields: Nouns = {
  field: [
    "input field",
    "text field",
    "search field",
    "field",
    "input",
    "text box",
    "textbox",
    "text area",
    "textarea",
    "search box",
    "box",
    "dropdown",
    "drop-down",
    "select box",
    "combobox",
    "combo box",
    "slider",
  ],
};

/** What other things can stand in. */
const regions: Nouns = {
  row: ["table row", "row"],
  item: ["list item", "item", "entry"],
  dialog: ["dialog", "dialogue", "modal", "popup", "pop-up"],
  region: ["region", "section", "area", "panel", "card", "group", "menu"],
  form: ["form"],
  navigation: ["navigation", "navigation bar"],
  list: ["list"],
  table: ["table", "grid"],
};

/** Of these there is one, and it has no name: a "header" with a name is an API's. */
const parts: Nouns = {
  header: ["header"],
  footer: ["footer"],
  main: ["main part", "main content"],
  sidebar: ["sidebar"],
};

export interface Noun {
  readonly word: string;
  readonly plural: string;
  readonly kind: TargetKind;
}

function listNouns(...groups: readonly Nouns[]): readonly Noun[] {
  const nouns = groups.flatMap((group) =>
    (Object.keys(group) as TargetKind[]).flatMap((kind) =>
      (group[kind] ?? []).map((word) => ({ word, plural: pluralOf(word), kind })),
    ),
  );
  // "list item" is to be read before "list".
  return nouns.sort((one, other) => other.word.length - one.word.length);
}

function pluralOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, "ies");
  return /(?:x|ch|sh|s)$/.test(word) ? `${word}es` : `${word}s`;
}

export const fieldNouns: readonly Noun[] = listNouns(fields);
/** Nouns that can stand before a name as well: `the button "Save"`. */
export const leadingNouns: readonly Noun[] = listNouns(things, regions);
/** Nouns that can stand after a name: `the "Save" button`. */
export const followingNouns: readonly Noun[] = listNouns(things, regions, fields);
/** Nouns that can stand alone: `the table`. */
export const loneNouns: readonly Noun[] = listNouns(things, regions, fields, parts);
export const regionNouns: readonly Noun[] = listNouns(regions, { any: ["element"] });
export const loneRegionNouns: readonly Noun[] = listNouns(regions, parts);
