// Which share of the samples a bound is about: `p95`, `p99.9`, `max`.
import { isWithin, limits } from "./limits.ts";
import { type Piece, right, show, wrong } from "./mistake.ts";
import { shiftDecimals } from "./number.ts";
import type { Quantile } from "./tag-value.ts";

const usual = "p95";

/** quantile = "max" | "p" , number ; the number is above 0 and below 100 */
export function readQuantile(text: string): Piece<Quantile> {
  if (text === "max") return right("max", text);
  const percent = /^p(\d+(?:\.\d+)?)$/.exec(text)?.[1];
  if (percent === undefined) return explainQuantile(text);
  const share = shiftDecimals(percent, -2);
  return isWithin(share, limits.quantile) ? right(share, text) : explainRange(percent, share);
}

function explainRange(percent: string, share: number): Piece<Quantile> {
  if (share === 0) return wrong("p0 bounds no sample at all", usual);
  if (share === 1) return wrong("the slowest of all samples is called max", "max");
  const nines = /^(99)(\d+)$/.exec(percent);
  const message = `a percentile is below 100, and ${show(percent)} is not`;
  return wrong(message, nines === null ? usual : `p${nines[1]}.${nines[2]}`);
}

const words: readonly (readonly [RegExp, message: string, repair: string])[] = [
  [/^(?:median|med|middle|p50th)$/i, "the median is called p50", "p50"],
  [
    /^(?:avg|average|mean|typical)$/i,
    "an average hides the slow ones: name the share that must be quicker",
    usual,
  ],
  [/^min(?:imum)?$/i, "the quickest sample says nothing of the others", usual],
  [
    /^(?:max(?:imum)?|worst|slowest|all|p?100%)$/i,
    "the slowest of all samples is called max",
    "max",
  ],
];

function explainQuantile(text: string): Piece<Quantile> {
  if (text === "") return wrong("it does not say which percentile is bounded", usual);
  for (const [pattern, message, repair] of words) {
    if (pattern.test(text)) return wrong(message, repair);
  }
  const digits = /^(?:p|q|percentile|pct)?[-_.]?(\d+(?:[.,]\d+)?)(?:%|th|st|nd|rd|p)?$/i.exec(
    text,
  )?.[1];
  const repair = `p${digits?.replace(",", ".")}`;
  return digits !== undefined && readQuantile(repair).kind === "right"
    ? wrong(`${show(text)} is not how a percentile is written`, repair)
    : wrong(`${show(text)} is not a percentile such as p95, p99.9 or max`, usual);
}
