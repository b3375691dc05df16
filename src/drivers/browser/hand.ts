// Mouse and keyboard beyond one click and one key: drag, hold, type, scroll.
import type { HandPort } from "../../journey/browser/hand-port.ts";
import { describeTarget, type Target } from "../../journey/target.ts";
import { act, actAndArrive, asPerson } from "./act.ts";
import { parseKey } from "./keys.ts";
import { findOne } from "./locate.ts";
import { explainMissed } from "./missed.ts";
import { NotYet } from "./not-yet.ts";
import { placeInWindow, scrollInPage } from "./scrolling.ts";
import { describeSeconds } from "./seconds.ts";
import type { Stage } from "./stage.ts";
import { type Attempt, answered, untilOnPage } from "./wait.ts";

export function createHand(stage: Stage): HandPort {
  const everywhere: Target = { kind: "any", name: "css=:root" };
  return {
    async drag(from, to) {
      const done = `dragged to the ${describeTarget(to)}`;
      await act(stage, from, { done }, async ({ locator }, timeout) => {
        const end = await findOne(stage, to, { unread: true });
        if (end.kind !== "found") throw new NotYet(await explainMissed(stage, end, timeout));
        await actAndArrive(stage, () => locator.dragTo(end.locator, { timeout }));
      });
    },
    async pressAndHold(target, forMs) {
      const done = "pressed and held";
      const withinMs = stage.timeouts.expectMs + forMs;
      await act(stage, target, { done, withinMs }, ({ locator }, timeout) =>
        actAndArrive(stage, () => locator.click({ delay: forMs, timeout })),
      );
    },
    async moveMouseAway() {
      await asPerson(stage, () => stage.page().mouse.move(0, 0));
    },
    async typeText(text) {
      await asPerson(stage, () =>
        actAndArrive(stage, async () => {
          const page = stage.page();
          await page.keyboard.type(text);
          // The keyboard waits for nothing: once the page answers, a navigation has begun if there is one.
          await page.evaluate(() => undefined).catch(() => undefined);
        }),
      );
    },
    async holdKey(key) {
      await asPerson(stage, () => stage.page().keyboard.down(parseKey(key)));
    },
    async releaseKey(key) {
      await asPerson(stage, () => stage.page().keyboard.up(parseKey(key)));
    },
    async scroll(to, within = everywhere) {
      await act(stage, within, { done: "scrolled" }, ({ locator }, timeout) =>
        locator.evaluate(scrollInPage, to, { timeout }),
      );
    },
    async scrollTo(target) {
      await act(stage, target, { done: "scrolled to" }, ({ locator }, timeout) =>
        locator.scrollIntoViewIfNeeded({ timeout }),
      );
    },
    async expectInWindow(target, { not = false } = {}) {
      await expectInWindow(stage, target, not);
    },
  };
}

async function expectInWindow(stage: Stage, target: Target, not: boolean): Promise<void> {
  const { expectMs } = stage.timeouts;
  const what = `The ${describeTarget(target)} on ${stage.page().url()}`;
  await untilOnPage(stage, expectMs, async (leftMs): Promise<Attempt<void>> => {
    const found = await answered(findOne(stage, target, { unread: true }), leftMs);
    if (found.kind !== "found") {
      return { kind: "not-yet", explain: () => explainMissed(stage, found, expectMs) };
    }
    const place = await answered(found.locator.evaluate(placeInWindow), leftMs);
    if ((place === "in") !== not) return { kind: "done", value: undefined };
    const where = not ? "is within the window" : `is outside of the window, ${place} it`;
    return {
      kind: "not-yet",
      explain: () => `${what} ${where} (waited ${describeSeconds(expectMs)}).`,
    };
  });
}
