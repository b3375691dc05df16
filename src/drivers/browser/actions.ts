// What a person does with hand and keyboard: click, point, type, press keys.
import type { BrowserSession } from "../../journey/browser-port.ts";
import { describeTarget, type Target } from "../../journey/target.ts";
import { act, actAndArrive, asPerson } from "./act.ts";
import { chooseOptions } from "./choices.ts";
import { parseKey } from "./keys.ts";
import type { Found } from "./locate.ts";
import { condense, sortError } from "./playwright-errors.ts";
import { pageError, type Stage } from "./stage.ts";

export type Actions = Pick<BrowserSession, "click" | "hover" | "fill" | "clear" | "pressKey">;

export function createActions(stage: Stage): Actions {
  return {
    async click(target, { double = false, button = "left" } = {}) {
      const done = double ? "double-clicked" : "clicked";
      await act(stage, target, { done }, ({ locator }, timeout) =>
        actAndArrive(stage, () =>
          double ? locator.dblclick({ button, timeout }) : locator.click({ button, timeout }),
        ),
      );
    },
    async hover(target) {
      await act(stage, target, { done: "pointed at" }, ({ locator }, timeout) =>
        locator.hover({ timeout }),
      );
    },
    async fill(target, value) {
      await act(stage, target, { done: "filled in" }, (found, timeout) =>
        fillIn({ stage, target, found, value, timeout }),
      );
    },
    async clear(target) {
      await act(stage, target, { done: "cleared" }, ({ locator }, timeout) =>
        locator.clear({ timeout }),
      );
    },
    async pressKey(key, target) {
      const parsed = parseKey(key);
      if (target === undefined) {
        await asPerson(stage, () => actAndArrive(stage, () => pressAnywhere(stage, parsed)));
        return;
      }
      await act(stage, target, { done: `given the key ${key}` }, ({ locator }, timeout) =>
        actAndArrive(stage, () => locator.press(parsed, { timeout })),
      );
    },
  };
}

interface Filling {
  readonly stage: Stage;
  readonly target: Target;
  readonly found: Found;
  readonly value: string;
  /** In milliseconds. */
  readonly timeout: number;
}

async function fillIn(filling: Filling): Promise<void> {
  const { stage, value, timeout } = filling;
  const { locator } = filling.found;
  const type = (await locator.getAttribute("type", { timeout }))?.toLowerCase() ?? "";
  if (type === "password") stage.secrets.learn(value);
  if (mayTakeText(type)) {
    const refusal = await locator.fill(value, { timeout }).then(() => undefined, asRefusal);
    if (refusal === undefined) return;
  }
  await fillSpecial(filling);
}

/** Anything but an input of another kind: what cannot be filled in is found out by trying. */
function mayTakeText(type: string): boolean {
  return forms[type] === undefined && !/^(?:checkbox|radio|file)$/.test(type);
}

function asRefusal(error: unknown): unknown {
  if (sortError(error).kind !== "other") throw error;
  return error;
}

/** What is no plain field for text, or refused it. */
async function fillSpecial({ stage, target, found, value, timeout }: Filling): Promise<void> {
  const { locator } = found;
  const { tag, type } = await found.read();
  const reject = (problem: string) =>
    pageError(stage, `The ${describeTarget(target)} on ${stage.page().url()} ${problem}`);
  if (type === "checkbox" || type === "radio") {
    throw reject(`is a ${type}, which cannot be filled in: check or choose it.`);
  }
  if (type === "file") throw reject("takes files: attach one to it.");
  if (tag === "select") {
    await chooseOptions(stage, target, found, [value], timeout);
    return;
  }
  await locator.fill(value, { timeout }).catch((error: unknown) => {
    const refusal = condense(asRefusal(error));
    throw reject(`does not take "${value}": ${forms[type] ?? `${refusal}.`}`);
  });
  const form = forms[type];
  if (form === undefined) return;
  // Browsers drop what they cannot read, and Playwright does not tell.
  const entered = await locator.inputValue({ timeout });
  const isKept = type === "color" || type === "range" ? entered === value : entered !== "";
  if (value !== "" && !isKept) throw reject(`does not take "${value}": ${form}`);
}

/** What browsers take in fields that hold more than text. */
const forms: Readonly<Record<string, string>> = {
  date: "write the date as 2024-12-31.",
  time: "write the time as 13:30.",
  "datetime-local": "write date and time as 2024-12-31T13:30.",
  month: "write the month as 2024-12.",
  week: "write the week as 2024-W52.",
  color: "write the colour as #ff8800.",
  number: "write a number.",
  range: "write a number within its range.",
};

/** The keyboard itself waits for nothing, so ask the page once: then a navigation has begun if there is one. */
async function pressAnywhere(stage: Stage, key: string): Promise<void> {
  const page = stage.page();
  await page.keyboard.press(key).catch((error: unknown) => {
    throw pageError(stage, `The key ${key} could not be pressed: ${condense(error)}`);
  });
  await page.evaluate(() => undefined).catch(() => undefined);
}
