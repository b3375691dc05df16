// How a quantity went while it was measured: half and slowest of each window, failures as signs above.
import { showTime, showValue, whole } from "../../gates/quantity.ts";
import type { TimeLine, TimeWindow } from "../../gates/time-line.ts";
import { drawPath, drawRectangle, inSquare, type Label, viewChart } from "./chart.ts";
import type { HistogramBound } from "./histogram.ts";
import { type Scale, scaleFor } from "./scale.ts";
import { type Html, html, nothing } from "./template.ts";

/** Nothing without windows. `name` is what was measured. */
export function viewTimeLine(
  name: string,
  timeLine: TimeLine,
  bounds: readonly HistogramBound[],
): Html {
  const { windows, unit, widthMs, warmUpMs } = timeLine;
  const last = windows.at(-1);
  if (last === undefined) return nothing;
  const endMs = last.startMs + widthMs;
  const scale = scaleOf(windows, bounds);
  const placeOf = ({ startMs }: TimeWindow) => (startMs + widthMs / 2) / endMs;
  const failing = windows.filter(({ failures }) => failures > 0);
  const told = tell(timeLine);
  const time = scaleFor(0, endMs / 1.05, endMs);
  return viewChart({
    title: `${name} while it was measured`,
    description: told,
    shapes: html`${warmUpMs === undefined ? nothing : drawRectangle("warm-up", 0, Math.min(1, (warmUpMs + widthMs) / endMs))}${drawPath(
      "range",
      windows.map((window) => drawRange(window, placeOf(window), scale)),
    )}${drawPath(
      "half",
      windows.map((window) => drawDot(window.p50, placeOf(window), scale)),
    )}`,
    x: time.ticks.map((tick) => ({ place: tick / endMs, text: tick === 0 ? "0" : showTime(tick) })),
    y: scale.ticks.map((tick) => ({ place: scale.place(tick), text: showValue(tick, unit) })),
    bounds: bounds.map(({ text, bound }): Label => ({ place: scale.place(bound.limit), text })),
    boundsAre: "level",
    signs: failing.map((window) => ({ place: placeOf(window), text: "✕" })),
    caption: `${legend(timeLine, scale)} ${told}`,
  });
}

function scaleOf(windows: readonly TimeWindow[], bounds: readonly HistogramBound[]): Scale {
  const halves = windows.flatMap(({ p50 }) => p50 ?? []).sort((a, b) => a - b);
  const highest = Math.max(
    ...windows.map(({ max }) => max ?? 0),
    ...bounds.map(({ bound }) => bound.limit),
  );
  return scaleFor(halves[0] ?? 0, highest, halves[Math.floor(halves.length / 2)] ?? highest);
}

function drawRange({ p50, max }: TimeWindow, place: number, scale: Scale): string | undefined {
  if (p50 === undefined || max === undefined) return undefined;
  const from = inSquare(1 - scale.place(p50));
  const to = inSquare(1 - scale.place(max));
  // A line without length is drawn as a dot.
  return `M${inSquare(place)} ${from}V${to}`;
}

function drawDot(value: number | undefined, place: number, scale: Scale): string | undefined {
  return value === undefined
    ? undefined
    : `M${inSquare(place)} ${inSquare(1 - scale.place(value))}h0`;
}

function legend({ warmUpMs, widthMs }: TimeLine, { isLogarithmic }: Scale): string {
  const parts = [
    `Each dot is the median of a window of ${showTime(widthMs)}, the line above it reaches to the largest`,
    "✕ is where journeys failed",
    ...(warmUpMs === undefined ? [] : ["the grey part is the warm-up"]),
    ...(isLogarithmic ? ["the axis is logarithmic"] : []),
  ];
  return `${parts.join("; ")}.`;
}

function tell({ windows, unit }: TimeLine): string {
  const show = (value: number) => showValue(value, unit);
  const halves = windows.flatMap(({ p50 }) => p50 ?? []);
  const worst = windows.reduce<TimeWindow | undefined>(
    (found, one) => ((one.max ?? -1) > (found?.max ?? -1) ? one : found),
    undefined,
  );
  const failures = windows.reduce((sum, one) => sum + one.failures, 0);
  return [
    halves.length === 0
      ? "No journey had a value."
      : `Medians went from ${show(Math.min(...halves))} to ${show(Math.max(...halves))}.`,
    ...(worst?.max === undefined
      ? []
      : [`The largest was ${show(worst.max)}, ${showTime(worst.startMs)} after the beginning.`]),
    `${failures === 0 ? "No journey" : `${whole(failures)} ${failures === 1 ? "journey" : "journeys"}`} failed.`,
  ].join(" ");
}
