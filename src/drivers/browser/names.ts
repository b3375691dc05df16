// How near a name on the page comes to the name in the sentence. The nearest kind that has a match wins,
// so that "Save" means the button "Save" also where there is a "Save as draft".

export const closenesses = ["same", "same-in-any-case", "part", "part-in-any-case"] as const;

export type Closeness = (typeof closenesses)[number];

export interface NameMatch {
  readonly closeness: Closeness;
  /** The name as written, white space normalised. */
  readonly name: string;
  /** For Playwright's `name`, label, text and placeholder options, with `exact`. */
  readonly text: string | RegExp;
  readonly exact: boolean;
  /** Matches what an element says, with whatever white space its markup has. */
  readonly content: RegExp;
}

/** A matcher for accessible names, labels and texts. White space counts as one space everywhere. */
export function matchName(name: string, closeness: Closeness): NameMatch {
  const words = name.trim().split(/\s+/);
  const pattern = words.map(escapePattern).join("\\s+");
  const whole = closeness === "same" || closeness === "same-in-any-case";
  const flags = closeness === "same" || closeness === "part" ? "" : "i";
  const content = new RegExp(whole ? `^\\s*${pattern}\\s*$` : pattern, flags);
  // Playwright's own two ways need no pattern, and pages that generate hostile names cannot confuse them.
  const own = closeness === "same" || closeness === "part-in-any-case";
  return {
    closeness,
    name: words.join(" "),
    text: own ? words.join(" ") : content,
    exact: closeness === "same",
    content,
  };
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
