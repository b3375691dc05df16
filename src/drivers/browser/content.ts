// What a page holds: tables, lists, options, and what belongs to one thing. Waits until it is as expected.
import type { Locator } from "@playwright/test";
import type { ContentPort, Detail } from "../../journey/browser/content-port.ts";
import type { Judge } from "../../journey/judge.ts";
import { describeTarget, type Target } from "../../journey/target.ts";
import { act, actAndArrive } from "./act.ts";
import { readDetail, readPagePart, readTables, readTexts } from "./content-reading.ts";
import { findAny, findOne } from "./locate.ts";
import { explainMissed } from "./missed.ts";
import { parseOutline } from "./outline.ts";
import { readOptions } from "./reading.ts";
import { describeSeconds } from "./seconds.ts";
import type { Stage } from "./stage.ts";
import { type Attempt, answered, untilOnPage } from "./wait.ts";

export function createContent(stage: Stage): ContentPort {
  const { expectMs } = stage.timeouts;
  return {
    async expectTable(target, judge, withinMs = expectMs) {
      await judgeMatches(stage, target, withinMs, tablesOf, (tables) => {
        const problems = tables.map(judge);
        return problems.includes(undefined) ? undefined : problems[0];
      });
    },
    async expectTables(target, judge, withinMs = expectMs) {
      await judgeMatches(stage, target, withinMs, tablesOf, judge);
    },
    async expectTexts(target, judge, withinMs = expectMs) {
      await judgeMatches(stage, target, withinMs, (all) => all.evaluateAll(readTexts), judge, true);
    },
    async expectOptions(target, judge, withinMs = expectMs) {
      await judgeOne(stage, target, withinMs, optionsOf, judge);
    },
    async chosenOptions(target) {
      let chosen: readonly string[] = [];
      await judgeOne(stage, target, expectMs, chosenOf, (texts) => {
        chosen = texts;
        return undefined;
      });
      return chosen;
    },
    async expectDetail(target, detail, judge, withinMs = expectMs) {
      const read = (one: Locator) => one.evaluate(readDetail, requestOf(detail));
      await judgeOne(stage, target, withinMs, read, (value) => judge(value ?? undefined));
    },
    async expectAccessible(target, judge) {
      await judgeOne(stage, target, expectMs, accessibleOf, judge);
    },
    async expectPage(part, judge) {
      await untilOnPage(stage, expectMs, async (leftMs): Promise<Attempt<void>> => {
        const value = await answered(stage.page().evaluate(readPagePart, part), leftMs);
        const problem = judge(value ?? undefined);
        if (problem === undefined) return { kind: "done", value: undefined };
        return { kind: "not-yet", explain: () => `${problem} (on ${stage.page().url()})` };
      });
    },
    async focus(target) {
      await act(stage, target, { done: "focused" }, ({ locator }, timeout) =>
        locator.focus({ timeout }),
      );
    },
    async submit(form) {
      await act(stage, form, { done: "submitted" }, ({ locator }, timeout) =>
        actAndArrive(stage, () => submitForm(locator, timeout)),
      );
    },
  };
}

const senders =
  "css=button:not([type]), button[type=submit], input[type=submit], input[type=image]";

async function submitForm(form: Locator, timeout: number): Promise<void> {
  const sender = form.locator(senders).filter({ visible: true }).first();
  if ((await sender.count()) > 0) return await sender.click({ timeout });
  await form
    .locator("css=input, select")
    .filter({ visible: true })
    .first()
    .press("Enter", { timeout });
}

const tablesOf = (found: Locator) => found.evaluateAll(readTables);

async function optionsOf(field: Locator): Promise<readonly string[]> {
  const [select] = await field.evaluateAll(readOptions);
  if (select !== undefined && select.labels.length > 0) return select.labels;
  return await field.page().getByRole("option").evaluateAll(readTexts);
}

async function chosenOf(field: Locator): Promise<readonly string[]> {
  return await field.locator("css=option:checked").evaluateAll(readTexts);
}

async function accessibleOf(one: Locator): Promise<{ role: string; name: string }> {
  const [entry] = parseOutline(await one.ariaSnapshot());
  return { role: entry?.role ?? "", name: entry?.name ?? "" };
}

function requestOf(detail: Detail): { kind: string; property: string } {
  return { kind: detail.kind, property: detail.kind === "style" ? detail.property : "" };
}

/** Judges what is read of all that match; with `none` also when nothing does. */
async function judgeMatches<T extends readonly unknown[]>(
  stage: Stage,
  target: Target,
  withinMs: number,
  read: (all: Locator) => Promise<T>,
  judge: Judge<T>,
  none = false,
): Promise<void> {
  await untilOnPage(stage, withinMs, async (leftMs): Promise<Attempt<void>> => {
    const isOne = target.nth !== undefined;
    const any = isOne
      ? await answered(findOne(stage, target), leftMs)
      : await answered(findAny(stage, target), leftMs);
    if (any.kind === "none" || any.kind === "several") {
      return { kind: "not-yet", explain: () => explainMissed(stage, any, withinMs) };
    }
    const values = await answered(read(any.locator), leftMs);
    if (values.length === 0 && !none) {
      const missed = { kind: "none", target, scope: undefined, count: 0 } as const;
      return { kind: "not-yet", explain: () => explainMissed(stage, missed, withinMs) };
    }
    return attemptOf(stage, target, judge(values), withinMs);
  });
}

async function judgeOne<T>(
  stage: Stage,
  target: Target,
  withinMs: number,
  read: (one: Locator) => Promise<T>,
  judge: Judge<T>,
): Promise<void> {
  await untilOnPage(stage, withinMs, async (leftMs): Promise<Attempt<void>> => {
    const found = await answered(findOne(stage, target, { unread: true }), leftMs);
    if (found.kind !== "found") {
      return { kind: "not-yet", explain: () => explainMissed(stage, found, withinMs) };
    }
    const value = await answered(read(found.locator), leftMs);
    return attemptOf(stage, target, judge(value), withinMs);
  });
}

function attemptOf(
  stage: Stage,
  target: Target,
  problem: string | undefined,
  withinMs: number,
): Attempt<void> {
  if (problem === undefined) return { kind: "done", value: undefined };
  const what = `${describeTarget(target)} on ${stage.page().url()}`;
  const text = `${what}: ${problem} (waited ${describeSeconds(withinMs)})`;
  return { kind: "not-yet", explain: () => text };
}
