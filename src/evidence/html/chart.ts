// The frame of a chart: shapes that stretch with the page, and labels beside them that do not. What is drawn is said in
// words as well, for who cannot see it.
import { type Content, Html, html, nothing } from "./template.ts";

/** Shapes are drawn in a square of 1,000 by 1,000, y downwards, and stretched to the width there is. */
export const side = 1_000;

export interface Label {
  /** From 0 to 1 along its axis. */
  readonly place: number;
  readonly text: string;
}

export interface Chart {
  readonly title: string;
  /** The same in words. */
  readonly description: string;
  readonly shapes: Html;
  /** Below the chart, from the left. */
  readonly x: readonly Label[];
  /** Beside it, from the bottom. */
  readonly y: readonly Label[];
  /** Lines across: of a histogram upright, else level. */
  readonly bounds: readonly Label[];
  readonly boundsAre: "upright" | "level";
  /** Signs above the chart, from the left. */
  readonly signs?: readonly Label[];
  /** What stands below. */
  readonly caption: Content;
}

export function viewChart(chart: Chart): Html {
  const { title, description, shapes, bounds, boundsAre, signs = [], caption } = chart;
  const isUpright = boundsAre === "upright";
  return html`<figure class="chart"><p class="chart-title" aria-hidden="true">${title}</p>
<div class="plot" style="--rows:${isUpright ? Math.max(1, bounds.length) : 1}">
<svg role="img" viewBox="0 0 ${side} ${side}" preserveAspectRatio="none"><title>${title}</title><desc>${description}</desc>${shapes}${bounds.map(
    ({ place }) => drawLine(place, isUpright),
  )}</svg>
<div class="labels" aria-hidden="true">${[
    ...chart.x.map((label) => viewLabel(label, "x")),
    ...chart.y.map((label) => viewLabel(label, "y")),
    ...signs.map((label) => viewLabel(label, "sign")),
    ...bounds.map((label, at) => viewLabel(label, isUpright ? "bound-x" : "bound-y", at)),
  ]}</div></div>
<figcaption>${caption}</figcaption></figure>`;
}

/** A label near an end would stand out of the page: it begins or ends at its place. */
function viewLabel({ place, text }: Label, kind: string, row = 0): Html {
  const isLevel = kind === "y" || kind === "bound-y";
  const end = isLevel ? "" : place > 0.8 ? " at-end" : place < 0.2 ? " at-start" : "";
  const at = `${Number((100 * place).toFixed(2))}%`;
  const style = `${isLevel ? "bottom" : "left"}:${at};--row:${row}`;
  return html`<span class="${kind}${end}" style="${style}">${text}</span>`;
}

function drawLine(place: number, isUpright: boolean): Html {
  const at = inSquare(isUpright ? place : 1 - place);
  const path = isUpright ? `M${at} 0V${side}` : `M0 ${at}H${side}`;
  return html`<path class="bound" d="${path}"/>`;
}

/** A path of many small parts; undefined parts are left out. */
export function drawPath(look: string, parts: readonly (string | undefined)[]): Html {
  const drawn = parts.filter((part) => part !== undefined);
  return drawn.length === 0 ? nothing : html`<path class="${look}" d="${drawn.join("")}"/>`;
}

export function inSquare(place: number): number {
  return Math.round(place * side);
}

/** Nothing of it is text of others. */
export function drawRectangle(look: string, from: number, to: number): Html {
  return new Html(
    `<rect class="${look}" x="${inSquare(from)}" y="0" width="${inSquare(to - from)}" height="${side}"/>`,
  );
}
