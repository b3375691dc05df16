// What a person sees: waits until the page is as expected, and says at the deadline how it is instead.
import type { BrowserSession, Judge } from "../../journey/browser-port.ts";
import { describeTarget, type Target } from "../../journey/target.ts";
import { judgeState } from "./element-state.ts";
import { chosenKind, type Kind } from "./kinds.ts";
import { countMatches, findAny, findOne, type LookOptions } from "./locate.ts";
import { explainMissed } from "./missed.ts";
import type { Reading } from "./reading.ts";
import { describeSeconds } from "./seconds.ts";
import { explainStillThere, explainUnseenText } from "./seen.ts";
import { pageError, type Stage } from "./stage.ts";
import { type Attempt, answered, untilOnPage } from "./wait.ts";

export type Expectations = Pick<
  BrowserSession,
  | "see"
  | "expectState"
  | "expectText"
  | "expectValue"
  | "expectCount"
  | "expectAttribute"
  | "expectTitle"
  | "expectAddress"
  | "textOf"
  | "valueOf"
>;

export function createExpectations(stage: Stage): Expectations {
  const patience = (withinMs: number | undefined) => withinMs ?? stage.timeouts.expectMs;
  return {
    async see(target, { absent = false, withinMs } = {}) {
      if (target.nth !== undefined && !absent) await readOne(stage, target, patience(withinMs));
      else await seeAny(stage, target, absent, patience(withinMs));
    },
    async expectState(target, state, { not = false, withinMs } = {}) {
      const judge = (reading: Reading) => judgeState(reading, state, not);
      const isChoice = state === "selected" || state === "checked";
      const first = isChoice && isBare(target) ? chosenKind : undefined;
      await judgeOne(stage, target, patience(withinMs), judge, {}, first);
    },
    async expectText(target, judge, withinMs) {
      await judgeOne(stage, target, patience(withinMs), ({ text }) => judge(text));
    },
    async expectValue(target, judge, withinMs) {
      await judgeOne(stage, target, patience(withinMs), ({ value }) => judge(value));
    },
    async expectAttribute(target, attribute, judge, withinMs) {
      const look = { attribute };
      await judgeOne(stage, target, patience(withinMs), (found) => judge(found.attribute), look);
    },
    async expectCount(target, judge, withinMs) {
      await judgeCount(stage, target, judge, patience(withinMs));
    },
    async expectTitle(judge, withinMs) {
      await judgePage(stage, patience(withinMs), judge, () => stage.page().title());
    },
    async expectAddress(part, judge, withinMs) {
      await judgePage(stage, patience(withinMs), judge, async () => {
        const url = stage.page().url();
        return part === "full" ? url : pathOf(url);
      });
    },
    textOf: async (target) => (await readOne(stage, target, stage.timeouts.expectMs)).text,
    valueOf: async (target) => (await readOne(stage, target, stage.timeouts.expectMs)).value,
  };
}

/** Path, query and fragment. */
function pathOf(url: string): string {
  const { pathname, search, hash } = new URL(url);
  return pathname + search + hash;
}

async function seeAny(
  stage: Stage,
  target: Target,
  absent: boolean,
  withinMs: number,
): Promise<void> {
  // "I should see "…"" means what can be read; the name of a thing that shows no text is found by its kind.
  const seen: Target =
    target.kind === "any" && target.own === undefined ? { ...target, kind: "text" } : target;
  if (seen.kind === "text" && seen.name.trim() === "") {
    throw pageError(stage, "There is no text to look for: the name between the quotes is empty.");
  }
  await untilOnPage(stage, withinMs, async (leftMs): Promise<Attempt<void>> => {
    const any = await answered(findAny(stage, seen), leftMs);
    if (any.kind !== "any") {
      return { kind: "not-yet", explain: () => explainMissed(stage, any, withinMs) };
    }
    if (any.count > 0 !== absent) return { kind: "done", value: undefined };
    return {
      kind: "not-yet",
      explain: () => {
        if (absent) return explainStillThere(stage, seen, any.locator, withinMs);
        if (seen.kind === "text") return explainUnseenText(stage, seen, any.scope, withinMs);
        const missed = { kind: "none", target: seen, scope: any.scope, count: 0 } as const;
        return explainMissed(stage, missed, withinMs);
      },
    };
  });
}

async function readOne(stage: Stage, target: Target, withinMs: number): Promise<Reading> {
  let reading: Reading | undefined;
  await judgeOne(stage, target, withinMs, (found) => {
    reading = found;
    return undefined;
  });
  if (reading === undefined) throw new Error("judgeOne ended without a reading");
  return reading;
}

async function judgeOne(
  stage: Stage,
  target: Target,
  withinMs: number,
  judge: Judge<Reading>,
  look: LookOptions = {},
  first?: Kind,
): Promise<void> {
  await untilOnPage(stage, withinMs, async (leftMs): Promise<Attempt<void>> => {
    const preferred = first && (await answered(findOne(stage, target, { as: first }), leftMs));
    const found =
      preferred?.kind === "found"
        ? preferred
        : await answered(findOne(stage, target, look), leftMs);
    if (found.kind !== "found") {
      return { kind: "not-yet", explain: () => explainMissed(stage, found, withinMs) };
    }
    const problem = judge(await answered(found.read(), leftMs));
    if (problem === undefined) return { kind: "done", value: undefined };
    return { kind: "not-yet", explain: () => explainProblem(stage, target, problem, withinMs) };
  });
}

/** A name and no more, so that the sentence leaves open what kind of thing it is. */
function isBare({ kind, name, own }: Target): boolean {
  return kind === "any" && own === undefined && name !== "" && !name.startsWith("css=");
}

async function judgeCount(
  stage: Stage,
  target: Target,
  judge: Judge<number>,
  withinMs: number,
): Promise<void> {
  await untilOnPage(stage, withinMs, async (leftMs): Promise<Attempt<void>> => {
    const count = await answered(countMatches(stage, target), leftMs);
    const isLost = typeof count !== "number" && count.target !== target;
    if (isLost) return { kind: "not-yet", explain: () => explainMissed(stage, count, withinMs) };
    const problem = judge(typeof count === "number" ? count : 0);
    if (problem === undefined) return { kind: "done", value: undefined };
    return { kind: "not-yet", explain: () => explainProblem(stage, target, problem, withinMs) };
  });
}

async function judgePage(
  stage: Stage,
  withinMs: number,
  judge: Judge<string>,
  read: () => Promise<string>,
): Promise<void> {
  await untilOnPage(stage, withinMs, async (leftMs): Promise<Attempt<void>> => {
    const problem = judge(await answered(read(), leftMs));
    if (problem === undefined) return { kind: "done", value: undefined };
    const where = `(on ${stage.page().url()}, waited ${describeSeconds(withinMs)})`;
    return { kind: "not-yet", explain: () => `${problem} ${where}` };
  });
}

function explainProblem(stage: Stage, target: Target, problem: string, withinMs: number): string {
  return `${describeTarget(target)} on ${stage.page().url()}: ${problem} (waited ${describeSeconds(withinMs)})`;
}
