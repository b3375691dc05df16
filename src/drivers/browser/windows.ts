// What steps do with tabs and windows: switch, open, close, count.
import type { TabChoice, TabPort } from "../../journey/browser/tab-port.ts";
import { describeOrdinal } from "../../journey/target.ts";
import { demandAnyPage } from "./open-page.ts";
import { orAfter } from "./promises.ts";
import { describeSeconds } from "./seconds.ts";
import { pageError, type Stage } from "./stage.ts";
import type { Tab } from "./tabs.ts";
import { type Attempt, until } from "./wait.ts";

export function createWindows(stage: Stage): TabPort {
  const { tabs } = stage;
  const patience = (withinMs: number | undefined) => withinMs ?? stage.timeouts.expectMs;
  const expect = (holds: () => boolean, text: string, withinMs: number | undefined) =>
    waitUntil(stage, patience(withinMs), () => (holds() ? true : undefined), text);
  return {
    async openTab() {
      stage.frame = undefined;
      await stage.dialogs.whileActing(() => tabs.add());
    },
    async switchTab(choice) {
      stage.frame = undefined;
      const text = `There is no ${describeChoice(choice)} to switch to`;
      const { expectMs } = stage.timeouts;
      const tab = await waitUntil(stage, expectMs, () => findTab(stage, choice), text);
      tabs.bringToFront(tab.page);
      await orAfter(
        tab.page.bringToFront().catch(() => {}),
        expectMs,
        undefined,
      );
    },
    async closeTab() {
      stage.frame = undefined;
      const page = stage.page();
      if (tabs.open.length < 2) {
        throw pageError(stage, `This is the only tab, ${page.url()}: closing it ends the browser.`);
      }
      await stage.dialogs.whileActing(() => page.close());
    },
    async expectNewTab(withinMs) {
      await expect(() => tabs.uncounted.length > 0, "No new tab or window opened", withinMs);
      tabs.count();
    },
    expectNoNewTab() {
      demandAnyPage(stage);
      const opened = tabs.uncounted.map(({ page }) => page.url());
      if (opened.length === 0) return;
      const text = `No new tab or window should have opened, but there came: ${opened.join(", ")}`;
      throw pageError(stage, text);
    },
    async expectTabCount(count, withinMs) {
      const text = `Expected ${count} open tabs, but there are others`;
      await expect(() => tabs.open.length === count, text, withinMs);
    },
    async expectTabClosed(withinMs) {
      const { newest } = tabs;
      if (newest === undefined)
        throw pageError(stage, "No page has opened a tab that could close.");
      const text = `The tab ${newest.page.url()} did not close`;
      await expect(() => newest.page.isClosed(), text, withinMs);
    },
  };
}

async function waitUntil<T>(
  stage: Stage,
  withinMs: number,
  find: () => T | undefined | Promise<T | undefined>,
  text: string,
): Promise<T> {
  const attempt = async (): Promise<Attempt<T>> => {
    const value = await find();
    if (value !== undefined) return { kind: "done", value };
    const explain = async () => {
      const list = await describeTabs(stage);
      return `${text} (waited ${describeSeconds(withinMs)}). Open are:\n${list}`;
    };
    return { kind: "not-yet", explain };
  };
  return await until(stage, withinMs, attempt, stage.tabs.changed);
}

async function findTab(stage: Stage, choice: TabChoice): Promise<Tab | undefined> {
  const { open, fresh, previous } = stage.tabs;
  if (choice.kind === "new") return fresh?.page.isClosed() ? undefined : fresh;
  if (choice.kind === "previous") return open.find(({ page }) => page === previous);
  if (choice.kind === "nth") return open.at(choice.nth < 0 ? choice.nth : choice.nth - 1);
  const named = await Promise.all(
    open.map(async (tab) => ({ tab, title: await titleOf(tab), url: tab.page.url() })),
  );
  const { name } = choice;
  const wanted = name.toLowerCase();
  const found =
    named.find(({ title }) => title === name) ??
    named.find(({ title }) => title.startsWith(name)) ??
    named.find(({ title }) => title.toLowerCase().includes(wanted)) ??
    named.find(({ url }) => url.includes(name));
  return found?.tab;
}

function describeChoice(choice: TabChoice): string {
  if (choice.kind === "named") return `tab "${choice.name}"`;
  return choice.kind === "nth" ? `${describeOrdinal(choice.nth)} tab` : `${choice.kind} tab`;
}

async function describeTabs(stage: Stage): Promise<string> {
  const front = stage.page();
  const lines = await Promise.all(
    stage.tabs.open.map(async (tab, at) => {
      const title = await titleOf(tab);
      const place = tab.page === front ? " (in front)" : "";
      return `  ${at + 1}. "${title}" ${tab.page.url()}${place}`;
    }),
  );
  return lines.join("\n");
}

/** A page that is busy has no title for now. */
async function titleOf({ page }: Tab): Promise<string> {
  return await orAfter(
    page.title().catch(() => ""),
    1_000,
    "",
  );
}
