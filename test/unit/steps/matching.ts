// Which definitions a sentence has, by cucumber's own expressions, in a process of its own: tens of thousands in seconds.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ParameterType } from "../../../src/catalogue/parameter-type.ts";

const repository = fileURLToPath(new URL("../../../", import.meta.url));

export interface Matching {
  /** The patterns of all definitions. */
  readonly definitions: readonly string[];
  /** For each sentence the patterns that match it. */
  readonly matches: readonly (readonly string[])[];
  /** Those that cucumber does not have itself. */
  readonly parameterTypes: readonly ParameterType[];
}

/** Matches sentences with the definitions of a file below steps/. */
export function matchSentences(sentences: readonly string[], pack = "index"): Matching {
  const output = execFileSync(
    process.execPath,
    [
      "--import",
      join(repository, "scripts/typescript.mjs"),
      join(repository, "test/unit/steps/match-sentences.mjs"),
    ],
    {
      cwd: repository,
      input: JSON.stringify({ pack: `steps/${pack}.ts`, sentences }),
      encoding: "utf8",
      maxBuffer: 1e9,
    },
  );
  const read: { definitions: string[]; matches: number[][]; parameterTypes: ParameterType[] } =
    JSON.parse(output);
  const { definitions, parameterTypes } = read;
  return {
    definitions,
    parameterTypes,
    matches: read.matches.map((found) => found.map((index) => definitions[index] ?? "")),
  };
}

/** The sentences that match no phrase or several, with those. */
export function misunderstood(sentences: readonly string[], pack = "index"): readonly string[] {
  return findMisunderstood(sentences, matchSentences(sentences, pack).matches);
}

/** The same from what was found for each of them. */
export function findMisunderstood(
  sentences: readonly string[],
  matches: Matching["matches"],
): readonly string[] {
  return sentences.flatMap((sentence, index) => {
    const found = matches[index] ?? [];
    return found.length === 1 ? [] : [`${sentence} → ${found.join(" | ")}`];
  });
}
