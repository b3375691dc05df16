// A team's own names for pages, from `pages` of the configuration: "sign-in" is "/sign-in", "product {id}" has a place
// for any words. It knows neither browser nor World.
import { textPattern } from "../../src/checks/literal.ts";
import { StoryError } from "../../src/journey/story-error.ts";

/** `sign-in`, `product 42`, `product "42"`, `"sign-in"`: what stands before the word "page". */
export const pagePattern = `(?:${textPattern}|(?!(?:home|previous|current)\\b)[A-Za-z][\\w-]*(?: (?:[\\w-]+|${textPattern}))*)`;

export interface PageName {
  readonly text: string;
  /** In quotes it may be a path as well. */
  readonly isQuoted: boolean;
}

export function readPageName(words: string, resolve: (text: string) => string): PageName {
  const text = words.replace(new RegExp(textPattern, "g"), (quoted) =>
    resolve(quoted.slice(1, -1).replace(/\\(["'\\])/g, "$1")),
  );
  return { text, isQuoted: /^["']/.test(words) };
}

type Pages = Readonly<Record<string, string>>;

/** The path of the page of that name; undefined when there is none. */
export function findPage(pages: Pages, name: string): string | undefined {
  const wanted = name.trim().toLowerCase();
  for (const [pattern, path] of Object.entries(pages)) {
    const filled = fillIn(pattern, path, wanted, name.trim());
    if (filled !== undefined) return filled;
  }
  return undefined;
}

function fillIn(pattern: string, path: string, wanted: string, name: string): string | undefined {
  const slots = [...pattern.matchAll(/\{([^{}]*)\}/g)].map(([, slot = ""]) => slot);
  const source = pattern
    .split(/\{[^{}]*\}/)
    .map((text) => text.replace(/[.*+?^$()|[\]\\/]/g, "\\$&"))
    .join("(.+)");
  const match = new RegExp(`^(?:the )?${source}$`, "i").exec(name);
  if (match === null || wanted === "") return undefined;
  return slots.reduce(
    (filled, slot, at) => filled.replaceAll(`{${slot}}`, encodeURIComponent(match[at + 1] ?? "")),
    path,
  );
}

/** The path of the page that the sentence names. Throws, telling the names there are, when it is none and no path. */
export function pathOfPage(pages: Pages, { text, isQuoted }: PageName): string {
  const path = findPage(pages, text);
  if (path !== undefined) return path;
  if (isQuoted) return text;
  const known = Object.keys(pages).map((name) => `"${name}"`);
  throw new StoryError(
    `There is no page named "${text}".\n` +
      (known.length === 0
        ? `Name it in cucumber.js: pages: { "${text}": "/the/path" }, or write the path: the "/the/path" page.`
        : `The names of pages in cucumber.js: ${known.join(", ")}.`),
  );
}
