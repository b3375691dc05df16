// Compares JSON with what a story expects, which may be mistaken itself: then neither "matches" nor "does not match" holds.
import { findPlaceholderMistake, type MatchOptions, matchJson } from "../src/checks/json-match.ts";
import { type Mismatch, tellMismatches } from "../src/checks/json-mismatch.ts";
import { StoryError } from "../src/journey/story-error.ts";

/** Every mismatch. Throws a StoryError for a placeholder that is none, and where comparing was given up. */
export function matchStoryJson(
  actual: unknown,
  expected: unknown,
  options: MatchOptions,
): readonly Mismatch[] {
  const mistake = findPlaceholderMistake(expected);
  if (mistake !== undefined) throw new StoryError(mistake);
  const mismatches = matchJson(actual, expected, options);
  if (!mismatches.some(({ undecided }) => undecided)) return mismatches;
  throw new StoryError(`expected JSON to match or not, ${tellMismatches(mismatches)}`);
}
