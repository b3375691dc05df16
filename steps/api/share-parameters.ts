// The words for a share of many answers: "95% of 200 searches should answer", "all 50 requests should take".
import { define } from "./define-type.ts";

/** So many are asked for, and that share of them is to be in time. */
export interface ManyAnswers {
  /** 0.95 for 95 %. Not looked at yet: it may be 0, or more than 1. */
  readonly share: number;
  readonly count: number;
  /** What the sentence calls them: "searches". */
  readonly noun: string;
  /** How many are under way at the same time; undefined where the sentence does not say so here. */
  readonly atOnce: number | undefined;
}

const number = "(\\d+(?:\\.\\d+)?)";
const share = `(?:[Aa]t least )?${number} ?(?:%|per ?cent) of|(?:[Tt]he )?p${number} of|[Aa]ll(?: of)?`;
const noun = "([a-z][\\w-]*(?: (?!should|must)[a-z][\\w-]*){0,2})";
const together = ",? (?:with )?(\\d+) (?:at once|at a time|at the same time|in parallel)";
const answering =
  "(?:answer|be(?: answered| done)?|respond|reply|arrive|return|come back|complete|finish|take)";

define(
  "manyanswers",
  `(?:${share})(?: the)? (\\d+) ${noun}(?:${together},?)? (?:should|must) ${answering}`,
  (percent, percentile, count, name = "", atOnce): ManyAnswers => ({
    share: Number(percent ?? percentile ?? 100) / 100,
    count: Number(count),
    noun: name,
    atOnce: atOnce === undefined ? undefined : Number(atOnce),
  }),
);

/** Perhaps nothing: how many are under way at the same time. */
define("atonce", `(?:${together})?`, (count): number | undefined =>
  count === undefined ? undefined : Number(count),
);
