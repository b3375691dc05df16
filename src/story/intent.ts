// The intent in a feature's description. It knows English only; other languages keep their description.
import type { Intent } from "./story.ts";

const openings = [
  ["role", /\bas\s+(?=an?\s|the\s)/i],
  ["want", /\bI\s+(?:want|need|would like|wish)\s+/i],
  ["benefit", /\bso\s+that\s+|\bin\s+order\s+(?=to\s)|\bin\s+order\s+that\s+/i],
] as const;

/** Takes "As a … I want … so that …" apart, in any order of parts; undefined when none of them is there. */
export function parseIntent(description: string): Intent | undefined {
  const text = description.replace(/\s+/g, " ").trim();
  const found = openings
    .map(([part, opening]) => ({ part, match: opening.exec(text) }))
    .flatMap(({ part, match }) => (match === null ? [] : [{ part, match }]))
    .sort((a, b) => a.match.index - b.match.index);
  if (!found.some(({ part }) => part === "want")) return undefined;
  const parts = found.map(({ part, match }, index) => {
    const end = found[index + 1]?.match.index ?? text.length;
    return [
      part,
      text.slice(match.index + match[0].length, end).replace(/[\s,;:.]+$/, ""),
    ] as const;
  });
  return Object.fromEntries(parts.filter(([, said]) => said !== ""));
}
