// For each kind of thing that a sentence can name: the words for it and the ways to find it, best way first.
import type { TargetKind } from "../../journey/target.ts";
import { byFrameAddress, byFrameName } from "./frame-ways.ts";
import {
  byAttribute,
  byLabel,
  byPlaceholder,
  byRole,
  byRoleHaving,
  byRoleSaying,
  bySelector,
  bySelectorSaying,
  byTestId,
  byText,
  byTitleOf,
  type Role,
  type Way,
  whenNamed,
} from "./ways.ts";

export interface Kind {
  /** For messages: "buttons". */
  readonly plural: string;
  /** Roles that are shown when there is none of the wanted name. */
  readonly roles: readonly Role[];
  readonly ways: readonly Way[];
  /** False for what people use although it cannot be seen: file inputs behind a styled button. */
  readonly visible?: boolean;
}

const typed = "input:not([type=button], [type=submit], [type=reset], [type=image], [type=hidden])";
const fields = `${typed}, textarea, select, [contenteditable=true], [contenteditable=""], [role=textbox], [role=combobox], [role=searchbox], [role=spinbutton], [role=slider], [role=listbox]`;
const fieldRoles = ["textbox", "combobox", "searchbox", "spinbutton", "slider", "listbox"] as const;
const choosable = ["checkbox", "radio", "switch", "option", "treeitem"] as const;
const menuRoles = ["menuitem", "menuitemcheckbox", "menuitemradio"] as const;
const cellRoles = ["cell", "gridcell", "rowheader", "columnheader"] as const;
const landmarkRoles = [
  "region",
  "group",
  "article",
  "form",
  "search",
  "navigation",
  "main",
  "banner",
  "contentinfo",
  "complementary",
  "tabpanel",
  "toolbar",
  "menu",
  "dialog",
  "alertdialog",
  "list",
  "table",
  "grid",
] as const;
const containers =
  "section, article, aside, nav, form, fieldset, dialog, details, li, [role=dialog], [role=group], [role=region]";
const titledBoxes = "div:has(> :is(h1, h2, h3, h4, h5, h6))";

/** A checkbox or radio button that is hidden behind the label that people click. */
function byLabelAround(type: "checkbox" | "radio"): Way {
  const input = `input[type=${type}]`;
  return bySelectorSaying(`label:has(${input}), ${input} + label, label:has(+ ${input})`);
}

function landmark(role: Role, plural: string, element: string): Kind {
  const ways = [byRole(role), byTitleOf(element), bySelector(element), byTestId];
  return { plural, roles: [role], ways };
}

export const kinds: Readonly<Record<TargetKind, Kind>> = {
  any: {
    plural: "things to click",
    roles: ["button", "link", "tab", ...menuRoles, ...choosable],
    ways: [
      byRole("button", "link"),
      byRole("tab", ...menuRoles, ...choosable),
      byLabel(fields),
      byText,
      byTestId,
    ],
  },
  button: {
    plural: "buttons",
    roles: ["button", "link"],
    ways: [
      byRole("button"),
      whenNamed(byRole("link", "tab", ...menuRoles)),
      bySelectorSaying("summary"),
      byTestId,
    ],
  },
  link: { plural: "links", roles: ["link"], ways: [byRole("link"), byTestId] },
  field: {
    plural: "fields",
    roles: fieldRoles,
    ways: [
      byLabel(fields),
      byRole(...fieldRoles),
      byPlaceholder,
      byAttribute("name", fields),
      byAttribute("id", fields),
      byTestId,
    ],
  },
  checkbox: {
    plural: "checkboxes",
    roles: ["checkbox", "switch", "menuitemcheckbox"],
    ways: [
      byRole("checkbox", "switch", "menuitemcheckbox"),
      byLabelAround("checkbox"),
      byAttribute("name", "input[type=checkbox]"),
      byAttribute("id", "input[type=checkbox]"),
      byTestId,
    ],
  },
  radio: {
    plural: "radio buttons",
    roles: ["radio", "menuitemradio"],
    ways: [
      byRole("radio", "menuitemradio"),
      byLabelAround("radio"),
      byAttribute("value", "input[type=radio]"),
      byAttribute("id", "input[type=radio]"),
      byTestId,
    ],
  },
  option: {
    plural: "options",
    roles: ["option"],
    // A dropdown that is closed shows none of its options; those that only the page hides have no role.
    visible: false,
    ways: [byRole("option"), byTestId],
  },
  heading: { plural: "headings", roles: ["heading"], ways: [byRole("heading"), byTestId] },
  image: { plural: "images", roles: ["img", "figure"], ways: [byRole("img", "figure"), byTestId] },
  tab: { plural: "tabs", roles: ["tab"], ways: [byRole("tab"), byTestId] },
  menuitem: { plural: "menu items", roles: menuRoles, ways: [byRole(...menuRoles), byTestId] },
  row: {
    plural: "rows",
    roles: ["row"],
    ways: [byRoleHaving(["row"], cellRoles), byRole("row"), byRoleSaying("row"), byTestId],
  },
  cell: {
    plural: "cells",
    roles: cellRoles,
    ways: [byRole(...cellRoles), byRoleSaying(...cellRoles), byTestId],
  },
  column: {
    plural: "columns",
    roles: ["columnheader"],
    ways: [byRole("columnheader"), bySelectorSaying("thead td, tr:first-child > td"), byTestId],
  },
  dialog: {
    plural: "dialogs",
    roles: ["dialog", "alertdialog"],
    ways: [
      byRole("dialog", "alertdialog"),
      byTitleOf("dialog, [role=dialog], [role=alertdialog]"),
      byRoleSaying("dialog", "alertdialog"),
      byTestId,
    ],
  },
  region: {
    plural: "regions",
    roles: landmarkRoles,
    ways: [
      byRole(...landmarkRoles),
      byTitleOf(containers),
      byTitleOf(titledBoxes),
      whenNamed(byRoleSaying("row", "listitem")),
      byTestId,
      byAttribute("id"),
    ],
  },
  form: landmark("form", "forms", "form, fieldset"),
  navigation: landmark("navigation", "navigations", "nav"),
  header: landmark("banner", "headers", "body > header"),
  footer: landmark("contentinfo", "footers", "body > footer"),
  main: landmark("main", "main regions", "main"),
  sidebar: landmark("complementary", "sidebars", "aside"),
  list: {
    plural: "lists",
    roles: ["list", "listbox", "tree", "feed"],
    ways: [
      byRole("list", "listbox", "tree", "feed"),
      byRoleHaving(["list"], ["heading"]),
      byTestId,
    ],
  },
  item: {
    plural: "items",
    roles: ["listitem", "treeitem"],
    ways: [byRoleSaying("listitem", "treeitem"), byRole("listitem", "treeitem"), byTestId],
  },
  table: {
    plural: "tables",
    roles: ["table", "grid", "treegrid"],
    ways: [byRole("table", "grid", "treegrid"), byTestId],
  },
  alert: {
    plural: "alerts",
    roles: ["alert", "status"],
    ways: [byRoleSaying("alert", "alertdialog"), whenNamed(byRoleSaying("status")), byTestId],
  },
  status: {
    plural: "status messages",
    roles: ["status", "alert"],
    ways: [byRoleSaying("status", "log"), whenNamed(byRoleSaying("alert")), byTestId],
  },
  frame: { plural: "frames", roles: [], ways: [byFrameName, byFrameAddress, byTestId] },
  text: { plural: "texts", roles: [], ways: [byText] },
};

/** What can be chosen, where a sentence names no kind: `"Phone" is selected`. */
export const chosenKind: Kind = {
  plural: "things to choose",
  roles: [...choosable, "tab", ...menuRoles],
  visible: false,
  ways: [byRole("radio", "checkbox", "switch"), byRole("option", "treeitem", "tab", ...menuRoles)],
};

/** Where a file is chosen: the input is often hidden behind a button or a drop zone. */
export const fileKind: Kind = {
  plural: "file fields",
  roles: ["button"],
  visible: false,
  ways: [
    byLabel("input[type=file]"),
    byAttribute("name", "input[type=file]"),
    byAttribute("id", "input[type=file]"),
    byTestId,
  ],
};
