// Doing something to one element: find it, do it, and try again while the page still changes.
import { describeTarget, type Target } from "../../journey/target.ts";
import { type Found, findOne, type LookOptions } from "./locate.ts";
import { explainMissed } from "./missed.ts";
import { NotYet } from "./not-yet.ts";
import { sortError } from "./playwright-errors.ts";
import { orAfter } from "./promises.ts";
import { describeSeconds } from "./seconds.ts";
import { pageError, type Stage } from "./stage.ts";
import { type Attempt, answered, untilOnPage } from "./wait.ts";

export interface Act extends LookOptions {
  /** For messages: "clicked", as in "could not be clicked". */
  readonly done: string;
  /** How long; default `timeouts.expectMs`. */
  readonly withinMs?: number;
}

/**
 * Finds the target and does it; at the deadline says what is there instead, or what was in the way. Undefined when a
 * dialog opened meanwhile.
 */
export async function act<T>(
  stage: Stage,
  target: Target,
  { done, withinMs = stage.timeouts.expectMs, ...look }: Act,
  perform: (found: Found, leftMs: number) => Promise<T>,
): Promise<T | undefined> {
  const endMs = stage.now() + withinMs;
  return await untilOnPage(
    stage,
    withinMs,
    async (leftToLookMs): Promise<Attempt<T | undefined>> => {
      const found = await answered(findOne(stage, target, { ...look, unread: true }), leftToLookMs);
      if (found.kind !== "found") {
        return { kind: "not-yet", explain: () => explainMissed(stage, found, withinMs, look.as) };
      }
      try {
        const leftMs = Math.max(1, Math.ceil(endMs - stage.now()));
        const value = await asPerson(stage, () => perform(found, leftMs));
        return { kind: "done", value };
      } catch (error) {
        if (error instanceof NotYet) return { kind: "not-yet", explain: () => error.message };
        const trouble = sortError(error);
        if (trouble.kind !== "timeout") throw error;
        const reason = trouble.reason ?? "it went away, or the page did not answer";
        const what = `The ${describeTarget(target)} on ${stage.page().url()} could not be ${done}`;
        const text = `${what}: ${reason} (waited ${describeSeconds(withinMs)}).`;
        return { kind: "not-yet", explain: () => text };
      }
    },
  );
}

/** Does what a person does with hand or keyboard: a dialog that it opens stays open, a window is asked for. */
export async function asPerson<T>(stage: Stage, perform: () => Promise<T>): Promise<T | undefined> {
  return await stage.dialogs.whileActing(async () => {
    const end = stage.tabs.acts(stage.page());
    try {
      return await perform();
    } finally {
      end();
    }
  });
}

/**
 * Does something that may lead to another address, and waits for that. A product that is slow to answer has
 * `timeouts.navigationMs` for it, since the action itself is done.
 */
export async function actAndArrive(stage: Stage, perform: () => Promise<void>): Promise<void> {
  const page = stage.page();
  const sinceMs = stage.now();
  const leaving = () => {
    const navigation = stage.navigations.of(page);
    return navigation !== undefined && navigation.startedAtMs >= sinceMs ? navigation : undefined;
  };
  try {
    await perform();
  } catch (error) {
    // Playwright waits for the new page within the action's time. Doing it again would do it twice.
    if (sortError(error).kind !== "timeout" || leaving() === undefined) throw error;
  }
  const navigation = leaving();
  if (navigation === undefined) return;
  const limitMs = stage.timeouts.navigationMs;
  const leftMs = Math.max(0, limitMs - (stage.now() - navigation.startedAtMs));
  const arrived = navigation.ended.then(() => true);
  if (await orAfter(arrived, leftMs, false)) return;
  throw pageError(
    stage,
    `The page went to ${navigation.url}, which did not answer within ${describeSeconds(limitMs)}.\n` +
      "If the product may take that long, raise `timeouts.navigationMs` in cucumber.js.",
  );
}
