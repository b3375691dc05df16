// One project in which every rule finds something: the bad examples of all of them, twice.
import { rules } from "../../../src/lint/rules.ts";

export interface BadProject {
  /** By path. */
  readonly texts: Readonly<Record<string, string>>;
  /** Of the step definitions that the examples ask for. */
  readonly patterns: readonly string[];
}

/** Beside definitions, undefined phrases are no more than that. */
const near = ["I open the old cart", "I open my old cart"];
const nearPhrases = Object.fromEntries(
  near.map((phrase, index) => [
    `features/near-${index}.feature`,
    `Feature: Near ${index}\n  Scenario: S\n    Given ${phrase}\n`,
  ]),
);

/** What is there twice meets its like in another file: ids, names, phrases, undefined steps. */
export function everyBadExample(): BadProject {
  const texts: Record<string, string> = {};
  for (const copy of ["a", "b"]) {
    for (const { id, bad } of rules) {
      const files = typeof bad === "string" ? { "features/a.feature": bad } : bad;
      for (const [path, text] of Object.entries(files)) {
        texts[path.replace("features/", `features/${copy}/${id}/`)] = text;
      }
    }
  }
  const examples = rules.flatMap((rule) => rule.exampleDefinitions ?? []);
  return { texts: { ...texts, ...nearPhrases }, patterns: [...new Set([...examples, ...near])] };
}
