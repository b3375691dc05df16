// The words for a text that is not on the page, and for one that still is.
import type { Locator } from "@playwright/test";
import { describeTarget, type Target } from "../../journey/target.ts";
import { nearestNames, readOutline } from "./outline.ts";
import { describePlaces, type Place } from "./regions.ts";
import { describeSeconds } from "./seconds.ts";
import type { Stage } from "./stage.ts";

const outlineMs = 1_500;
const shownTextLength = 400;

export async function explainUnseenText(
  stage: Stage,
  target: Target,
  scope: Locator | undefined,
  waitedMs: number,
): Promise<string> {
  const root = scope ?? stage.page().locator("body");
  const outline = (await readOutline(root, outlineMs)) ?? [];
  const near = nearestNames(
    target.name,
    outline.map(({ name }) => name),
    3,
  );
  // biome-ignore lint/performance/useDomNodeTextContent: what a person reads, hidden parts left out.
  const said = await root.innerText({ timeout: outlineMs }).catch(() => "");
  const text = said.replace(/\s+/g, " ").trim();
  const place = scope === undefined ? "The page" : "That place";
  return [
    `There is no ${describeTarget(target)} to be seen on ${stage.page().url()} (waited ${describeSeconds(waitedMs)}).`,
    ...(near.length > 0 ? [`Near it: ${near.map((name) => `"${name}"`).join(", ")}.`] : []),
    text === "" ? `${place} shows no text.` : `${place} says: ${shorten(text)}`,
  ].join("\n");
}

export async function explainStillThere(
  stage: Stage,
  target: Target,
  locator: Locator,
  waitedMs: number,
): Promise<string> {
  const places: readonly Place[] = await locator.evaluateAll(describePlaces, 3);
  const lines = places.map(({ name, place }) => `  "${name}" ${place}`.trimEnd());
  const what = describeTarget(target);
  return [
    `There still is ${/^[aeiou]/.test(what) ? "an" : "a"} ${what} on ${stage.page().url()} (waited ${describeSeconds(waitedMs)}):`,
    ...lines,
  ].join("\n");
}

function shorten(text: string): string {
  return text.length > shownTextLength ? `${text.slice(0, shownTextLength)}…` : text;
}
