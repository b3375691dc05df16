// The language of a feature file: the dialect it is written in, and what is wrong with the one it names.
import { distance } from "fastest-levenshtein";
import type { Dialect } from "./gherkin.ts";

export type Dialects = Readonly<Record<string, Dialect>>;

interface LanguageFile {
  /** Gherkin's name of the language of files that name none. */
  readonly language: string;
  readonly dialects: Dialects;
}

const languageLine = /^\s*#\s*language\s*:\s*([a-zA-Z\-_]+)\s*$/;

/** The words of the file's language; undefined when gherkin does not know it. */
export function dialectOf(
  lines: readonly string[],
  { language, dialects }: LanguageFile,
): Dialect | undefined {
  return findDialect(findLanguage(lines)?.name ?? language, dialects);
}

/** A language is a property of its own: `constructor` is none. */
function findDialect(name: string, dialects: Dialects): Dialect | undefined {
  return Object.hasOwn(dialects, name) ? dialects[name] : undefined;
}

function findLanguage(lines: readonly string[]) {
  for (const [index, line] of lines.entries()) {
    const name = languageLine.exec(line)?.[1];
    if (name !== undefined) return { name, index };
    // Gherkin looks for it before the feature only.
    if (!/^\s*(?:#|$)/.test(line)) return undefined;
  }
  return undefined;
}

/** That the file names a language which gherkin does not have. */
export function languageProblem(lines: readonly string[], { dialects }: LanguageFile) {
  const named = findLanguage(lines);
  if (named === undefined || findDialect(named.name, dialects) !== undefined) return undefined;
  const { name, index } = named;
  const known = Object.entries(dialects);
  const nearest = nearestLanguage(name, known);
  const hint =
    nearest === undefined
      ? "Write the code of one that it has"
      : `Write "# language: ${nearest[0]}" for ${nearest[1].name}`;
  return {
    line: index + 1,
    column: (lines[index] ?? "").indexOf(name) + 1,
    message: `gherkin has no language "${name}"`,
    wayOut: `${hint}, or take the line away if the file is in English.`,
  };
}

/** By code, or by name, in English or its own: `german` and `Deutsch` are `de`. */
function nearestLanguage(written: string, known: readonly (readonly [string, Dialect])[]) {
  const name = written.toLowerCase();
  const named = known.find(([, dialect]) =>
    [dialect.name, dialect.native].some((one) => one.toLowerCase() === name),
  );
  if (named !== undefined) return named;
  const region = known.find(([code]) => code === name.split(/[-_]/)[0]);
  if (region !== undefined) return region;
  const ranked = known.map((one) => ({ one, letters: distance(one[0], name) }));
  const best = ranked.sort((a, b) => a.letters - b.letters)[0];
  return best !== undefined && best.letters <= 1 ? best.one : undefined;
}
