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
  | "column"
  | "dialog"
  | "region"
  | "form"
  | "navigation"
  | "header"
  | "footer"
  | "main"
  | "sidebar"
  | "list"
  | "item"
  | "table"
  | "alert"
  | "status"
  | "frame"
  | "text";

export interface Target {
  readonly kind: TargetKind;
  /** Accessible name, label, placeholder or text; or a selector when it begins with `css=`. Empty: any of its kind. */
  readonly name: string;
  /** 1 is the first; -1 the last. Absent: there must be exactly one. */
  readonly nth?: number;
  readonly within?: Target;
  /** Set when the sentence uses a team's own noun; then `kind` is "any". */
  readonly own?: OwnLocator;
}

/** A team's own noun and how that thing is found, from `locators` of the configuration. All that is given must hold. */
export interface OwnLocator {
  /** Without its article: "basket". */
  readonly noun: string;
  readonly css?: string;
  /** An ARIA role, with `name` the accessible name. */
  readonly role?: string;
  readonly name?: string;
  readonly label?: string;
  readonly text?: string;
  readonly testId?: string;
}

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];

/** The target in words, as an error message names it: `second button "Delete" in the row "Ada"`. */
export function describeTarget(target: Target): string {
  const { kind, name, nth, within, own } = target;
  const words = [
    ...(nth === undefined ? [] : [describeOrdinal(nth)]),
    ...(own !== undefined ? [own.noun] : kind === "any" ? [] : [kind]),
    ...(name === "" ? [] : [describeName(name)]),
    ...(within === undefined ? [] : [`in the ${describeTarget(within)}`]),
  ];
  return words.join(" ");
}

function describeName(name: string): string {
  // Sentences about the page as a whole name no element.
  if (name === "css=body" || name === "css=:root") return "the page";
  return name.startsWith("css=") ? name : `"${name}"`;
}

/** 1 → "first", 12 → "12th", -1 → "last". */
export function describeOrdinal(nth: number): string {
  if (nth === -1) return "last";
  const ending = ["th", "st", "nd", "rd"][nth % 10] ?? "th";
  const isTeen = nth % 100 > 10 && nth % 100 < 14;
  return ordinals[nth - 1] ?? `${nth}${isTeen ? "th" : ending}`;
}
