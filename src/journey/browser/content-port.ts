// What a journey asks about what a page holds: tables, lists, and what belongs to one thing besides its text.
import type { Judge } from "../judge.ts";
import type { Target } from "../target.ts";

export interface TableContent {
  /** The headings of its columns; empty when it has none. */
  readonly columns: readonly string[];
  /** What the cells of each row of data say, the heading's row left out. */
  readonly rows: readonly (readonly string[])[];
}

/** Undefined is what the element does not have. */
export type Detail =
  /** The text of its label; of other things their accessible name. */
  | { readonly kind: "label" }
  /** What is wrong with what was entered: what the page says of it, else what the browser does. */
  | { readonly kind: "error" }
  /** Where a link leads: path, query and fragment below the page's own address, else the whole. */
  | { readonly kind: "link" }
  /** "loaded", "loading" or "broken", of an image. */
  | { readonly kind: "image" }
  /** As computed: "rgb(255, 0, 0)". */
  /** What a screen reader says after the name: the accessible description. */
  | { readonly kind: "description" }
  | { readonly kind: "style"; readonly property: string };

export interface AccessibleThing {
  /** "" where it has none that matters to people. */
  readonly role: string;
  readonly name: string;
}

export interface ContentPort {
  /** Judges all tables that match until one passes; the failure is about the first. */
  expectTable(target: Target, judge: Judge<TableContent>, withinMs?: number): Promise<void>;
  /** Judges all tables that match, together: for what none of them may hold. */
  expectTables(
    target: Target,
    judge: Judge<readonly TableContent[]>,
    withinMs?: number,
  ): Promise<void>;
  /** Judges what all visible ones that match say, in the order of the page. */
  expectTexts(target: Target, judge: Judge<readonly string[]>, withinMs?: number): Promise<void>;
  /** Judges what can be chosen from a field. */
  expectOptions(target: Target, judge: Judge<readonly string[]>, withinMs?: number): Promise<void>;
  chosenOptions(target: Target): Promise<readonly string[]>;
  expectDetail(
    target: Target,
    detail: Detail,
    judge: Judge<string | undefined>,
    withinMs?: number,
  ): Promise<void>;
  /** Judges role and name as people with a screen reader are told them. */
  expectAccessible(target: Target, judge: Judge<AccessibleThing>): Promise<void>;
  /** Judges a part of the page that is not on it: its language, its description, whether it is "complete" yet. */
  expectPage(
    part: "language" | "description" | "progress",
    judge: Judge<string | undefined>,
  ): Promise<void>;
  focus(target: Target): Promise<void>;
  /** Sends the form off as a person does: with its button, or with Enter where it has none. */
  submit(form: Target): Promise<void>;
}
