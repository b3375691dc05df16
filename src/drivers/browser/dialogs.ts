// The browser's own dialogs of one session. A page with an open dialog stands still, and so does the action that
// opened it; so an action is over when a dialog opens, and whoever comes next answers it or lets it go.
import type { BrowserContext, Dialog } from "@playwright/test";
import type { DialogAnswer, DialogKind } from "../../journey/browser/dialog-port.ts";
import { PageError } from "./page-error.ts";
import { sortError } from "./playwright-errors.ts";
import { deferred, orAfter } from "./promises.ts";

export interface SeenDialog {
  readonly kind: DialogKind;
  readonly message: string;
  /** During or after which action it came, counted from 0. */
  readonly action: number;
  /** What became of it; open as long as it is undefined. */
  readonly answer: DialogAnswer | undefined;
  /** True when a step said how to answer it, or what it says. */
  readonly expected: boolean;
}

export interface Dialogs {
  /** The first that is open. */
  readonly open: SeenDialog | undefined;
  /** The latest, open or not. */
  readonly latest: SeenDialog | undefined;
  /** Of the last action, and any that no step expected. */
  readonly noticed: readonly SeenDialog[];
  /** True when the dialog came with the last action or after it. */
  isCurrent(dialog: SeenDialog): boolean;
  /** From now on nobody is there to answer: open dialogs are dismissed, and so are those that come. */
  letGo(): Promise<void>;
  /** Runs what a person does. Answers early, with undefined, when a dialog opens: it is then still under way. */
  whileActing<T>(code: () => Promise<T>): Promise<T | undefined>;
  /** From now on a dialog that opens stays open. */
  hold(): void;
  expectToAnswer(answer: DialogAnswer): void;
  /** Answers the open one and waits until what opened it has ended or has opened the next. */
  answer(answer: DialogAnswer): Promise<void>;
  /** Enters it in the open prompt. */
  enter(text: string): void;
  markExpected(dialog: SeenDialog): void;
  /** Settles when the next dialog comes, answered already or not. */
  next(): Promise<void>;
  /** Those that no step expected, in words, oldest first. */
  readonly unexpected: readonly string[];
  /** The same, but for those that this has answered before. */
  takeUnexpected(): readonly string[];
}

/** How long what was blocked by a dialog may go on before the next step begins. */
const settleMs = 5_000;
/** A page that opens dialogs without end must not fill the memory. */
const kept = 50;
const longestText = 2_000;

interface Entry {
  kind: DialogKind;
  message: string;
  action: number;
  answer: DialogAnswer | undefined;
  expected: boolean;
  told: boolean;
  dialog: Dialog | undefined;
  entered: string | undefined;
}

/** Listens to the dialogs of every page of the context. */
export function watchDialogs(context: BrowserContext): Dialogs {
  const entries: Entry[] = [];
  const armed: DialogAnswer[] = [];
  let holds = true;
  let actions = 0;
  let opened = deferred();
  let noticed = deferred();
  let blocked: Promise<void> | undefined;
  let trouble: PageError | undefined;

  context.on("dialog", (dialog) => {
    const kind = dialog.type();
    const prepared = armed.shift();
    if (kind === "beforeunload") {
      // Whoever leaves a page on purpose says yes to "Leave site?".
      give(dialog, prepared ?? { kind: "accept" });
      return;
    }
    const entry: Entry = {
      kind: kind as DialogKind,
      message: cut(dialog.message()),
      action: actions,
      answer: prepared,
      expected: prepared !== undefined,
      told: false,
      dialog,
      entered: undefined,
    };
    entries.push(entry);
    if (entries.length > kept) entries.shift();
    if (prepared !== undefined) give(dialog, prepared);
    else if (!holds) finish(entry, { kind: "dismiss" });
    if (entry.answer === undefined) {
      opened.resolve();
      opened = deferred();
    }
    noticed.resolve();
    noticed = deferred();
  });
  context.on("page", (page) => {
    // Whoever closes a page takes its dialogs along.
    page.on("close", () => {
      for (const entry of entries) {
        if (entry.answer === undefined && entry.dialog?.page() === page) {
          entry.answer = { kind: "dismiss" };
        }
      }
    });
  });

  const findOpen = () => entries.find((entry) => entry.answer === undefined);
  const isCurrent = (dialog: SeenDialog) => dialog.action >= actions || dialog === findOpen();

  async function settle(): Promise<void> {
    if (blocked !== undefined) {
      await orAfter(Promise.race([blocked, opened.promise]), settleMs, undefined);
      if (findOpen() === undefined) blocked = undefined;
    }
    const failed = trouble;
    trouble = undefined;
    if (failed !== undefined) throw failed;
  }

  async function letGo(): Promise<void> {
    holds = false;
    for (let open = findOpen(); open !== undefined; open = findOpen()) {
      finish(open, { kind: "dismiss" });
    }
    if (blocked !== undefined || trouble !== undefined) await settle();
  }

  return {
    get open() {
      return findOpen();
    },
    get latest() {
      return findOpen() ?? entries.at(-1);
    },
    get noticed() {
      return entries.filter((entry) => !entry.expected || isCurrent(entry));
    },
    isCurrent,
    letGo,
    hold() {
      holds = true;
    },
    async whileActing(code) {
      await letGo();
      holds = true;
      actions += 1;
      const stopped = opened.promise.then(() => undefined);
      const action = code();
      try {
        const done = action.then((value) => ({ value }));
        const outcome = await Promise.race([done, stopped]);
        if (outcome !== undefined) return outcome.value;
      } catch (error) {
        holds = false;
        throw error;
      }
      blocked = action.then(
        () => {},
        (error: unknown) => {
          trouble = troubleOf(error);
        },
      );
      return undefined;
    },
    expectToAnswer: (answer) => void armed.push(answer),
    async answer(answer) {
      const open = findOpen();
      if (open === undefined) return;
      open.expected = true;
      const text = open.entered;
      const isTyped = answer.kind === "accept" && answer.text === undefined && text !== undefined;
      finish(open, isTyped ? { ...answer, text } : answer);
      await settle();
    },
    enter(text) {
      const open = findOpen();
      if (open !== undefined) open.entered = text;
    },
    markExpected(dialog) {
      const entry = entries.find((one) => one === dialog);
      if (entry !== undefined) entry.expected = true;
    },
    next: () => noticed.promise,
    get unexpected() {
      return entries.filter(isDismissed).map(describe);
    },
    takeUnexpected() {
      const fresh = entries.filter((entry) => isDismissed(entry) && !entry.told);
      for (const entry of fresh) entry.told = true;
      return fresh.map(describe);
    },
  };
}

function isDismissed({ expected, answer }: Entry): boolean {
  return !expected && answer !== undefined;
}

function finish(entry: Entry, answer: DialogAnswer): void {
  entry.answer = answer;
  if (entry.dialog !== undefined) give(entry.dialog, answer);
  entry.dialog = undefined;
}

function give(dialog: Dialog, answer: DialogAnswer): void {
  const given = answer.kind === "accept" ? accept(dialog, answer.text) : dialog.dismiss();
  given.catch(() => {});
}

/** A prompt that is accepted as it stands gives what it suggests. */
async function accept(dialog: Dialog, text: string | undefined): Promise<void> {
  await (dialog.type() === "prompt"
    ? dialog.accept(text ?? dialog.defaultValue())
    : dialog.accept());
}

/** Why an action that a dialog interrupted came to nothing; undefined when it had its effect. */
function troubleOf(error: unknown): PageError | undefined {
  if (error instanceof PageError) return error;
  const trouble = sortError(error);
  if (trouble.kind === "passing" || trouble.kind === "closed") return undefined;
  // The mouse or key was used: the time ran out only because the dialog stood open for so long.
  if (trouble.kind === "timeout" && /performing [\w ]*action/.test(String(error))) return undefined;
  const why = trouble.kind === "timeout" ? (trouble.reason ?? "it went away") : trouble.message;
  return new PageError(`What the step before the dialog began could not be done: ${why}.`);
}

function describe({ kind, message }: Entry): string {
  const article = kind === "alert" ? "an" : "a";
  return `${article} ${kind} that no step expected appeared and was dismissed: "${message}"`;
}

function cut(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}
