// What steps do with the browser's dialogs: wait for one, answer it, judge what it says.
import type { DialogKind, DialogPort } from "../../journey/browser/dialog-port.ts";
import type { SeenDialog } from "./dialogs.ts";
import { demandAnyPage } from "./open-page.ts";
import { orAfter } from "./promises.ts";
import { describeSeconds } from "./seconds.ts";
import { pageError, type Stage } from "./stage.ts";

export function createAnswering(stage: Stage): DialogPort {
  const { dialogs } = stage;
  const patience = (withinMs: number | undefined) => withinMs ?? stage.timeouts.expectMs;
  return {
    expectToAnswer: dialogs.expectToAnswer,
    async answerDialog(answer, withinMs) {
      const dialog = await waitFor(stage, patience(withinMs), () => findAnswerable(stage));
      if (answer.kind === "accept" && answer.text !== undefined && dialog.kind !== "prompt") {
        throw pageError(stage, `The ${dialog.kind} "${dialog.message}" takes no text: accept it.`);
      }
      dialogs.markExpected(dialog);
      await dialogs.answer(answer);
    },
    async typeInDialog(text, withinMs) {
      const dialog = await waitFor(stage, patience(withinMs), () => dialogs.open);
      if (dialog.kind !== "prompt") {
        throw pageError(stage, `The ${dialog.kind} "${dialog.message}" takes no text.`);
      }
      dialogs.markExpected(dialog);
      dialogs.enter(text);
    },
    async expectDialog(judge, { kinds, withinMs } = {}) {
      const problem = (dialog: SeenDialog) => judgeKind(dialog, kinds) ?? judge(dialog.message);
      const fits = () => findCurrent(stage, (dialog) => problem(dialog) === undefined);
      const explain = () => {
        const current = findCurrent(stage, () => true);
        return current && problem(current);
      };
      dialogs.markExpected(await waitFor(stage, patience(withinMs), fits, explain));
    },
    expectNoDialog() {
      demandAnyPage(stage);
      const seen = dialogs.noticed;
      if (seen.length === 0) return;
      const list = seen.map(({ kind, message }) => `  ${kind} "${message}"`).join("\n");
      throw pageError(stage, `No dialog should have appeared, but there came:\n${list}`);
    },
    async surprisingDialogs() {
      if (dialogs.latest === undefined) return [];
      await dialogs.letGo().catch(() => undefined);
      return dialogs.unexpected.map((text) => stage.secrets.redact(text));
    },
    async dialogText() {
      const current = () => findCurrent(stage, () => true);
      const dialog = await waitFor(stage, stage.timeouts.expectMs, current);
      dialogs.markExpected(dialog);
      return dialog.message;
    },
  };
}

function findCurrent(
  { dialogs }: Stage,
  fits: (dialog: SeenDialog) => boolean,
): SeenDialog | undefined {
  const { open, latest } = dialogs;
  return [open, latest].find((one) => one !== undefined && dialogs.isCurrent(one) && fits(one));
}

/** The open one; or an alert that came just now and is gone, since alerts can only be answered in one way. */
function findAnswerable(stage: Stage): SeenDialog | undefined {
  const { open } = stage.dialogs;
  return open ?? findCurrent(stage, (dialog) => dialog.kind === "alert" && !dialog.expected);
}

function judgeKind(
  dialog: SeenDialog,
  kinds: readonly DialogKind[] | undefined,
): string | undefined {
  if (kinds === undefined || kinds.includes(dialog.kind)) return undefined;
  return `expected a ${kinds.join(" or ")}, but it was the ${dialog.kind} "${dialog.message}"`;
}

async function waitFor(
  stage: Stage,
  withinMs: number,
  find: () => SeenDialog | undefined,
  explain: () => string | undefined = () => undefined,
): Promise<SeenDialog> {
  const endMs = stage.now() + withinMs;
  for (;;) {
    const next = stage.dialogs.next();
    const found = find();
    if (found !== undefined) return found;
    const ended = stage.ended();
    if (ended !== undefined) throw pageError(stage, ended);
    const leftMs = endMs - stage.now();
    if (leftMs <= 0) throw pageError(stage, await explainNone(stage, withinMs, explain()));
    // Pages end without telling those who wait for a dialog.
    await orAfter(next, Math.min(leftMs, 500), undefined);
  }
}

async function explainNone(
  stage: Stage,
  waitedMs: number,
  problem: string | undefined,
): Promise<string> {
  const { dialogs } = stage;
  const waited = `(waited ${describeSeconds(waitedMs)})`;
  if (problem !== undefined) return `The browser's dialog: ${problem} ${waited}.`;
  const { latest } = dialogs;
  const lines = [`No dialog of the browser is open on ${stage.page().url()} ${waited}.`];
  if (latest !== undefined && !latest.expected) {
    lines.push(
      "Say what to do with a dialog in the step after the one that opens it, or before: `I will accept the next dialog`.",
    );
  } else if (latest !== undefined) {
    lines.push(`The last one, which is answered, was the ${latest.kind} "${latest.message}".`);
  }
  if (await hasDialogOfItsOwn(stage)) {
    lines.push("The page shows a dialog of its own, though: press its buttons by their names.");
  }
  return lines.join("\n");
}

async function hasDialogOfItsOwn(stage: Stage): Promise<boolean> {
  const page = stage.page();
  const own = page.getByRole("dialog").or(page.getByRole("alertdialog"));
  const count = own.count().catch(() => 0);
  return (await orAfter(count, 1_000, 0)) > 0;
}
