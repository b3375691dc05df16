// How a person names a frame, which they cannot see: by its title, its name, or where it comes from.
import type { Locator } from "@playwright/test";
import type { Closeness } from "./names.ts";
import type { Way } from "./ways.ts";

const attributes = ["title", "aria-label", "name", "id"] as const;

const operators: Readonly<Record<Closeness, (text: string) => string>> = {
  same: (text) => `=${text}`,
  "same-in-any-case": (text) => `=${text} i`,
  part: (text) => `*=${text}`,
  "part-in-any-case": (text) => `*=${text} i`,
};

/** By the closeness of any of the attributes; any frame when it has no name. */
export const byFrameName: Way = ({ scope, match }) => {
  if (match === undefined) return scope.locator("iframe, frame");
  const operator = operators[match.closeness](JSON.stringify(match.name));
  const conditions = attributes.map((attribute) => `[${attribute}${operator}]`).join(", ");
  return scope.locator(`:is(iframe, frame):is(${conditions})`);
};

export const byFrameAddress: Way = ({ scope, match }) =>
  match?.closeness === "part"
    ? scope.locator(`:is(iframe, frame)[src*=${JSON.stringify(match.name)}]`)
    : undefined;

/** The document in the frame, as the place in which things are looked for. */
export function insideFrame(frame: Locator): Locator {
  return frame.contentFrame().locator(":root");
}

/** The frames there are, by the names that a sentence can use. */
export async function listFrames(place: Locator): Promise<string> {
  const names = await place.locator("iframe, frame").evaluateAll(namesInPage, attributes);
  if (names.length === 0) return "There are no frames on the page.";
  const shown = names
    .slice(0, mostListed)
    .map((name) => (name === "" ? "one without a name" : `"${name}"`));
  return `The frames there: ${shown.join(", ")}.`;
}

const mostListed = 12;

/** Runs in the page. */
function namesInPage(
  frames: readonly { getAttribute(name: string): string | null }[],
  attributes: readonly string[],
): readonly string[] {
  return frames.map((frame) => {
    const named = [...attributes, "src"].map((attribute) => frame.getAttribute(attribute) ?? "");
    return named.find((name) => name !== "") ?? "";
  });
}
