// The intent in a feature's description, taken apart by the phrases of its language; English is understood in all.
import { type IntentPhrases, intentPhrases } from "./intent-phrases.ts";
import type { Intent } from "./story.ts";

interface Openings {
  readonly role: RegExp;
  readonly want: RegExp;
  readonly benefit: RegExp;
}

const openings = new Map(
  Object.entries(intentPhrases).map(([language, phrases]) => [language, compile(phrases)]),
);

/** Words are separated by any white space; where a language has none, by nothing. */
function compile({ role, want, benefit }: IntentPhrases): Openings {
  const make = (before: string, alternatives: string) =>
    new RegExp(`${before}(?:${alternatives})`, "iu");
  // Chinese is written without spaces, so a phrase may follow a letter.
  const before = /^\p{Script=Han}/u.test(role) ? "" : String.raw`(?<![\p{L}\p{N}])`;
  return {
    // In English the article behind "as" tells enough: "in order to sell more as the owner".
    role: make(role.startsWith("as ") ? before : String.raw`(?<=^|[.,;:，。、!]\s*)`, role),
    want: make(before, want),
    benefit: make(before, benefit),
  };
}

/**
 * Takes "As … I want … so that …" apart, in any order of parts; undefined when there is no "I want".
 * @param language gherkin's name of it
 */
export function parseIntent(description: string, language = "en"): Intent | undefined {
  if (description === "") return undefined;
  const text = description.replace(/\s+/g, " ").trim();
  // Both forms of Norwegian and the old names of some languages begin with the code.
  const own = openings.get(language) ?? openings.get(language.split("-")[0] ?? "");
  const english = openings.get("en");
  return (
    (own === undefined ? undefined : takeApart(text, own)) ??
    (english === undefined || own === english ? undefined : takeApart(text, english))
  );
}

function takeApart(text: string, { role, want, benefit }: Openings): Intent | undefined {
  const wanted = want.exec(text);
  if (wanted === null) return undefined;
  const found = [
    { part: "role", match: role.exec(text) },
    { part: "want", match: wanted },
    { part: "benefit", match: benefit.exec(text) },
  ]
    .flatMap(({ part, match }) => (match === null ? [] : [{ part, match }]))
    .sort((a, b) => a.match.index - b.match.index);
  const parts = found.map(({ part, match }, index) => {
    const end = found[index + 1]?.match.index ?? text.length;
    const said = text.slice(match.index + match[0].length, end);
    return [part, said.replace(/^[\s,]+|[\s,;:.，。、；：]+$/gu, "")] as const;
  });
  return Object.fromEntries(parts.filter(([, said]) => said !== ""));
}
