// Choosing: options of a select or a list box, checkboxes and radio buttons, files.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { BrowserSession } from "../../journey/browser-port.ts";
import { describeTarget, type Target } from "../../journey/target.ts";
import { act, actAndArrive } from "./act.ts";
import { fileKind } from "./kinds.ts";
import type { Found } from "./locate.ts";
import { NotYet } from "./not-yet.ts";
import { nearestNames } from "./outline.ts";
import { type Options, readOptions } from "./reading.ts";
import { pageError, type Stage } from "./stage.ts";
import { answered } from "./wait.ts";

export type Choices = Pick<BrowserSession, "selectOptions" | "setChecked" | "attachFiles">;

export function createChoices(stage: Stage): Choices {
  return {
    async selectOptions(target, options) {
      await act(stage, target, { done: "chosen from" }, (found, timeout) =>
        chooseOptions(stage, target, found, options, timeout),
      );
    },
    async setChecked(target, checked) {
      const done = checked ? "checked" : "unchecked";
      await act(stage, target, { done }, (found, timeout) =>
        actAndArrive(stage, () => check(stage, target, found, checked, timeout)),
      );
    },
    async attachFiles(target, paths) {
      const missing = paths.find((path) => !existsSync(path));
      if (missing !== undefined) {
        throw pageError(stage, `There is no file ${missing} (that is ${resolve(missing)}).`);
      }
      await act(stage, target, { done: "given a file", as: fileKind }, ({ locator }, timeout) =>
        locator.setInputFiles([...paths], { timeout }),
      );
    },
  };
}

/** Chooses by what the options say, or by their values; waits for options that come later. */
export async function chooseOptions(
  stage: Stage,
  target: Target,
  found: Found,
  options: readonly string[],
  timeoutMs: number,
): Promise<void> {
  if ((await found.read()).tag === "select")
    await chooseNative(stage, target, found, options, timeoutMs);
  else await chooseFromPopup(stage, target, found, options, timeoutMs);
}

async function chooseNative(
  stage: Stage,
  target: Target,
  { locator }: Found,
  options: readonly string[],
  timeout: number,
): Promise<void> {
  // Not waiting for it: a label around the select may read otherwise once the options are there.
  const read: readonly Options[] = await answered(locator.evaluateAll(readOptions), timeout);
  const { labels = [], values = [] } = read[0] ?? {};
  const indexes = options.map((option) => findOption(option, labels, values));
  const missing = options.find((_, at) => indexes[at] === undefined);
  if (missing !== undefined) throw new NotYet(explainNoOption(stage, target, missing, labels));
  const chosen = indexes.flatMap((index) => (index === undefined ? [] : { index }));
  await actAndArrive(stage, async () => {
    await locator.selectOption(chosen, { timeout });
  });
}

function explainNoOption(
  stage: Stage,
  target: Target,
  missing: string,
  labels: readonly string[],
): string {
  const near = nearestNames(missing, labels, 1).map((name) => ` Did you mean "${name}"?`);
  const there = labels.map((label) => `"${label}"`).join(", ");
  const what = `The ${describeTarget(target)} on ${stage.page().url()} has no option "${missing}"`;
  return `${what}.${near.join("")}\nIts options: ${there || "none"}.`;
}

function findOption(
  wanted: string,
  labels: readonly string[],
  values: readonly string[],
): number | undefined {
  const name = wanted.replace(/\s+/g, " ").trim();
  const lower = name.toLowerCase();
  const searches = [
    () => labels.indexOf(name),
    () => labels.findIndex((label) => label.toLowerCase() === lower),
    () => values.indexOf(name),
    // A part will do where it can mean one option only.
    () => onlyIndex(labels, (label) => label.toLowerCase().includes(lower)),
  ];
  return searches.map((search) => search()).find((index) => index >= 0);
}

function onlyIndex(texts: readonly string[], holds: (text: string) => boolean): number {
  const index = texts.findIndex(holds);
  return texts.filter(holds).length === 1 ? index : -1;
}

/** A list that opens when it is clicked, as component libraries have them. */
async function chooseFromPopup(
  stage: Stage,
  target: Target,
  { locator, read }: Found,
  options: readonly string[],
  timeoutMs: number,
): Promise<void> {
  const endMs = stage.now() + timeoutMs;
  const reading = await read();
  if (reading.tag === "input" && !/^(text|search|)$/.test(reading.type)) {
    throw pageError(stage, `The ${describeTarget(target)} has nothing to choose from.`);
  }
  for (const name of options) {
    const withinMs = Math.max(1, Math.ceil(endMs - stage.now()));
    const isOpen = (await locator.getAttribute("aria-expanded", { timeout: withinMs })) === "true";
    if (!isOpen) await locator.click({ timeout: withinMs });
    await act(stage, { kind: "option", name }, { done: "chosen", withinMs }, (option, timeout) =>
      option.locator.click({ timeout }),
    );
  }
}

async function check(
  stage: Stage,
  target: Target,
  { locator, read }: Found,
  checked: boolean,
  timeout: number,
): Promise<void> {
  const reading = await read();
  if (reading.states.checked === checked) return;
  if (!checked && reading.type === "radio") {
    throw pageError(
      stage,
      `The ${describeTarget(target)} cannot be unchecked: choose another radio button of its group.`,
    );
  }
  await locator.click({ timeout });
}
