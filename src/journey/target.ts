// What a sentence points at on a page, as a value. It knows neither the page nor Playwright:
// the browser driver finds it the way a person would.

/** The kinds of thing a sentence can name; `any` when it names none ("I click \"Save\""). */
export type TargetKind =
  | "any"
  | "button"
  | "link"
  | "field"
  | "checkbox"
  | "radio"
  | "option"
  | "heading"
  | "image"
  | "tab"
  | "menuitem"
  | "row"
  | "cell"
  | "dialog"
  | "region"
  | "list"
  | "item"
  | "table"
  | "alert"
  | "status"
  | "text";

export interface Target {
  readonly kind: TargetKind;
  /** Accessible name, label, placeholder or text; or a selector when it begins with `css=`. Empty: any of its kind. */
  readonly name: string;
  /** 1 is the first; -1 the last. Absent: there must be exactly one. */
  readonly nth?: number;
  readonly within?: Target;
}
