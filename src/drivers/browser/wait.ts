// Waiting for a page: try, and try again as soon as the page changes, until it works or time is up.
// The page itself says when it changes, so an outcome is seen within milliseconds and without polling hard.
import { StoryError } from "../../journey/story-error.ts";
import { watchForChange } from "./change.ts";
import { demandPage } from "./open-page.ts";
import { PageError } from "./page-error.ts";
import { sortError } from "./playwright-errors.ts";
import { orAfter } from "./promises.ts";
import { pageError, type Stage } from "./stage.ts";

export type Attempt<T> =
  | { readonly kind: "done"; readonly value: T }
  /** `explain` says, if this was the last attempt, what is there instead. */
  | { readonly kind: "not-yet"; readonly explain: () => string | Promise<string> };

/** What changes without any sign (in frames of other origins beyond the first) is noticed after this long at most. */
const longestPauseMs = 100;
/** Who has waited may ask at once, even though the answer took long; but a page that changes on and on not for ever. */
const longestCreditMs = 50;
/** How long a page may take to answer a question that costs it nothing. */
const awakeMs = 3_000;
/** How long an explanation may take once the deadline has passed. */
const explainMs = 5_000;

/**
 * The value of the first attempt that is done. Attempts that fail because the page changed meanwhile are made
 * again; other errors end the waiting. At the deadline throws what the last attempt explains.
 */
export async function until<T>(
  stage: Stage,
  withinMs: number,
  attempt: (leftMs: number) => Promise<Attempt<T>>,
  sign?: Sign,
): Promise<T> {
  const endMs = stage.now() + withinMs;
  await stage.dialogs.letGo();
  try {
    return await tryUntil(stage, endMs, attempt, sign);
  } finally {
    stage.dialogs.hold();
  }
}

/** Settles when something beside the page in front may have brought what is waited for. */
export type Sign = () => Promise<unknown>;

/** The sign of what can only be asked for: what pages store, and what is on the clipboard. */
export const inAMoment: Sign = () => pause(8);

/** The same for what is on the page in front. Throws a StoryError when none is open yet. */
export async function untilOnPage<T>(
  stage: Stage,
  withinMs: number,
  attempt: (leftMs: number) => Promise<Attempt<T>>,
): Promise<T> {
  demandPage(stage);
  return await until(stage, withinMs, attempt);
}

async function tryUntil<T>(
  stage: Stage,
  endMs: number,
  attempt: (leftMs: number) => Promise<Attempt<T>>,
  sign: Sign | undefined,
): Promise<T> {
  let explain: () => string | Promise<string> = () => "The page kept changing.";
  let changed: Promise<void> | undefined;
  let owedMs = 0;
  for (;;) {
    const startMs = stage.now();
    const leftMs = Math.max(1, Math.ceil(endMs - startMs));
    const outcome = await tryOnce(stage, leftMs, attempt);
    if (outcome.kind === "done") return outcome.value;
    if (outcome.kind === "not-yet") explain = outcome.explain;
    const nowMs = stage.now();
    if (outcome.kind === "stuck") explain = () => lateOf(stage);
    if (outcome.kind === "stuck" || nowMs >= endMs) break;
    owedMs += nowMs - startMs;
    // The first watch begins after the first attempt: a change in between would be missed, so try at once again.
    if (changed !== undefined) {
      await changed;
      owedMs = Math.max(-longestCreditMs, owedMs - (stage.now() - nowMs));
      // At most half of the time is spent asking: a huge page must get on with its own work.
      if (owedMs > 0) await pause(Math.min(owedMs, endMs - stage.now()));
      owedMs = Math.min(owedMs, 0);
    }
    const restMs = endMs - stage.now();
    const atMostMs = Math.max(1, Math.min(longestPauseMs, restMs));
    changed = watchForChange(stage.page(), atMostMs, sign?.());
  }
  throw pageError(stage, await explained(explain, stage));
}

type Tried<T> = Attempt<T> | { readonly kind: "passing" } | { readonly kind: "stuck" };

async function tryOnce<T>(
  stage: Stage,
  leftMs: number,
  attempt: (leftMs: number) => Promise<Attempt<T>>,
): Promise<Tried<T>> {
  try {
    return await attempt(leftMs);
  } catch (error) {
    return error instanceof SilentPage ? { kind: "stuck" } : judgeError(stage, error);
  }
}

class SilentPage extends Error {}

/**
 * The answer to a question to the page. Playwright waits for it without end, so a page whose script is busy
 * is left at the deadline. Only for questions: what has begun to act must end by its own timeout.
 */
export async function answered<T>(question: Promise<T>, leftMs: number): Promise<T> {
  const answer = await orAfter<T | typeof silence>(question, leftMs + graceMs, silence);
  if (answer === silence) throw new SilentPage();
  return answer;
}

const silence = Symbol("no answer");
/** A question asked at the very deadline still gets an answer from a page that is well. */
const graceMs = 500;

function judgeError(stage: Stage, error: unknown): { readonly kind: "passing" } {
  if (error instanceof PageError || error instanceof StoryError) throw error;
  const trouble = sortError(error);
  if (trouble.kind === "passing" || trouble.kind === "timeout") return { kind: "passing" };
  throw trouble.kind === "closed" ? endedError(stage) : pageError(stage, trouble.message);
}

/** Page, context or browser went away in the middle of something. */
export function endedError(stage: Stage): Error {
  return pageError(stage, stage.ended() ?? `The page of ${stage.actor} was closed.`);
}

async function explained(explain: () => string | Promise<string>, stage: Stage): Promise<string> {
  const page = stage.page();
  // A slow machine is no busy page: only who does not answer the simplest of questions is called silent.
  const isAwake = await orAfter(
    page.evaluate(() => true).catch(() => true),
    awakeMs,
    false,
  );
  if (!isAwake) {
    return `The page ${page.url()} does not answer: a script of its own keeps it busy.`;
  }
  const late = lateOf(stage);
  const explanation = Promise.resolve().then(explain);
  return await orAfter(explanation, explainMs, late).catch(() => stage.ended() ?? late);
}

function lateOf(stage: Stage): string {
  return `What was looked for on ${stage.page().url()} was not found in time, and there was no time to say what is there instead: the page or this machine is busy.`;
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
