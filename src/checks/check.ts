// One "should …" as a value: what a thing is expected to be, and the words for when it is not.
// It knows neither responses nor pages: it is handed a value and the name of what was looked at.
import type { Source } from "./predicate.ts";

export interface Check {
  /** The words as the sentence has them, `{{names}}` still unresolved: "should be 422". */
  readonly text: string;
  readonly negated: boolean;
  /** The field whose value is asked for: `id` in `should have "id" equal to 5`. Not that there is one. */
  readonly field?: string;
  /**
   * Undefined when `actual` is as expected, else the failure: "expected the response status to be 422,
   * but it was 200". `undefined` stands for "there is none", which only (not) existing can be asked of:
   * a negated check does not pass because what it looks at is missing.
   * @param subject What was looked at, as the sentence names it. Default: "the value".
   * @param source Where the value comes from: `"text"` (default) for what has no types of its own
   *   (pages, headers, addresses), `"data"` for what has (JSON). In data, 42 and "42" differ.
   */
  judge(actual: unknown, subject?: string, source?: Source): string | undefined;
  /**
   * The failure of the opposite check. What fails both cannot be asked of that value at all
   * ("150" is not a number to be greater than 100), so "none is" is not shown by it either.
   */
  judgeOpposite(actual: unknown, subject?: string, source?: Source): string | undefined;
}
