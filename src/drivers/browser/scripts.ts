// Code that a story runs in the page in front, and the clipboard.

import type { EmulationPort } from "../../journey/browser/emulation-port.ts";
import type { ScriptPort } from "../../journey/browser/script-port.ts";
import { asPerson } from "./act.ts";
import { condense } from "./playwright-errors.ts";
import { orAfter } from "./promises.ts";
import { describeSeconds } from "./seconds.ts";
import { pageError, type Stage } from "./stage.ts";
import { type Attempt, answered, inAMoment, until } from "./wait.ts";

interface ClipboardWindow {
  readonly navigator: {
    readonly clipboard?: { readText(): Promise<string>; writeText(text: string): Promise<void> };
  };
}

export function createScripts(stage: Stage, emulation: EmulationPort): ScriptPort {
  const { expectMs } = stage.timeouts;
  const allow = () => emulation.setPermission("clipboard", true);
  return {
    runScript: (code) => runScript(stage, code),
    async copy(text) {
      await allow();
      await stage.page().bringToFront();
      await answered(stage.page().evaluate(writeInPage, text), expectMs).catch((error: unknown) => {
        throw pageError(
          stage,
          `Nothing can be copied on ${stage.page().url()}: ${condense(error)}`,
        );
      });
    },
    async expectClipboard(judge) {
      await allow();
      await stage.page().bringToFront();
      const attempt = async (leftMs: number): Promise<Attempt<void>> => {
        const text = await answered(stage.page().evaluate(readInPage), leftMs);
        const problem = judge(text);
        if (problem === undefined) return { kind: "done", value: undefined };
        return {
          kind: "not-yet",
          explain: () => `${problem} (waited ${describeSeconds(expectMs)})`,
        };
      };
      await until(stage, expectMs, attempt, inAMoment);
    },
  };
}

const nothingYet = Symbol("no answer");

async function runScript(stage: Stage, code: string): Promise<unknown> {
  const { stepMs } = stage.timeouts;
  const page = stage.page();
  // The page's own global object: what a script declares as `window.x` is there for the page.
  const running = asPerson(stage, () => page.evaluate(`(async () => {${code}\n})()`));
  const failed = (error: unknown) => {
    throw pageError(stage, `The script failed on ${page.url()}: ${condense(error)}`);
  };
  const answer = await orAfter<unknown>(running.catch(failed), stepMs / 2, nothingYet);
  if (answer !== nothingYet) return answer;
  throw pageError(stage, `The script did not end within ${describeSeconds(stepMs / 2)}.`);
}

/** Runs in the page. */
async function writeInPage(text: string): Promise<void> {
  const { clipboard } = (globalThis as unknown as ClipboardWindow).navigator;
  if (clipboard === undefined)
    throw new Error("only pages of https:// and localhost have a clipboard");
  await clipboard.writeText(text);
}

/** Runs in the page. */
async function readInPage(): Promise<string> {
  const { clipboard } = (globalThis as unknown as ClipboardWindow).navigator;
  if (clipboard === undefined)
    throw new Error("only pages of https:// and localhost have a clipboard");
  return await clipboard.readText();
}
