// How often which value was measured, as bars, with the bounds as lines.
import { showShare, showValue, whole } from "../../gates/quantity.ts";
import { BucketFinder } from "../../measure/buckets.ts";
import { percentile } from "../../measure/percentile.ts";
import { countExcesses, type Samples } from "../../measure/samples.ts";
import type { Bound } from "../../tags/tag-value.ts";
import { drawPath, inSquare, type Label, side, viewChart } from "./chart.ts";
import { type Scale, scaleFor } from "./scale.ts";
import { type Html, nothing } from "./template.ts";

export interface HistogramBound {
  /** `p95<300ms`. */
  readonly text: string;
  readonly bound: Bound;
}

const bars = 48;

/** Nothing without samples. `name` is what was measured: `Latency`. */
export function viewHistogram(
  name: string,
  samples: Samples,
  bounds: readonly HistogramBound[],
): Html {
  const median = percentile(samples, 0.5);
  if (median === undefined) return nothing;
  const show = (value: number) => showValue(value, samples.unit);
  const low = percentile(samples, 0) ?? 0;
  const high = percentile(samples, 1) ?? 0;
  const scale = scaleFor(low, Math.max(high, ...bounds.map(({ bound }) => bound.limit)), median);
  const counts = countBars(samples, scale);
  const most = Math.max(...counts);
  const told = [
    `${whole(samples.count)} values from ${show(low)} to ${show(high)}, half of them at most ${show(median)}.`,
    ...bounds.map((bound) => tellExcesses(bound, samples)),
  ]
    .join(" ")
    .trim();
  const scaled = scale.isLogarithmic ? " The axis is logarithmic." : "";
  return viewChart({
    title: `${name}: how often which value`,
    description: told,
    shapes: drawPath(
      "bars",
      counts.map((count, at) => drawBar(count / most, at)),
    ),
    x: scale.ticks.map((tick) => ({ place: scale.place(tick), text: show(tick) })),
    y: [{ place: 1, text: whole(most) }],
    bounds: bounds.map(({ text, bound }): Label => ({ place: scale.place(bound.limit), text })),
    boundsAre: "upright",
    caption: `${told}${scaled}`,
  });
}

function tellExcesses({ text, bound }: HistogramBound, samples: Samples): string {
  const excesses = countExcesses(samples, bound);
  if (excesses === undefined) return "";
  const beyond = bound.isInclusive ? "over" : "not below";
  const share = ` (${showShare(excesses / samples.count)})`;
  return `${whole(excesses)}${share} ${excesses === 1 ? "is" : "are"} ${beyond} the bound of ${text}.`;
}

function countBars(samples: Samples, scale: Scale): readonly number[] {
  const counts = Array.from({ length: bars }, () => 0);
  for (const [value, count] of listCounted(samples)) {
    const bar = Math.min(bars - 1, Math.floor(scale.place(value) * bars));
    counts[bar] = (counts[bar] ?? 0) + count;
  }
  return counts;
}

function listCounted(samples: Samples): readonly (readonly [value: number, count: number])[] {
  if (samples.kind === "exact") return samples.values.map((value) => [value, 1] as const);
  const finder = new BucketFinder();
  return samples.buckets.map(([bucket, count]) => [finder.middleOf(bucket), count] as const);
}

/** A single slow one among thousands must be seen as well: no bar is lower than a hair. */
function drawBar(share: number, at: number): string | undefined {
  if (share === 0) return undefined;
  const width = side / bars;
  const height = Math.max(14, inSquare(share));
  return `M${Math.round(at * width)} ${side}v-${height}h${Math.round(width * 0.86)}v${height}z`;
}
