// What a journey asks of the browser's own dialogs: alert, confirm, prompt. Dialogs that the page draws itself
// are targets like everything else on it.
import type { Judge } from "../judge.ts";

export type DialogKind = "alert" | "confirm" | "prompt";

export type DialogAnswer =
  /** `text` is what a prompt is given; without it, what it suggests. */
  { readonly kind: "accept"; readonly text?: string } | { readonly kind: "dismiss" };

/**
 * A dialog that an action opens stays open, and the action is over; whatever comes next and is not about the dialog
 * dismisses it first, and a failure then tells of it. A dialog that opens while a step looks at the page is dismissed
 * at once.
 */
export interface DialogPort {
  /** How the next dialog is answered that nobody answered yet; several answers are given in turn. */
  expectToAnswer(answer: DialogAnswer): void;
  /** Waits for an open dialog and answers it. */
  answerDialog(answer: DialogAnswer, withinMs?: number): Promise<void>;
  /** Waits for an open prompt and enters the text; it is answered by `answerDialog`. */
  typeInDialog(text: string, withinMs?: number): Promise<void>;
  /** Judges what the dialog says that is open or that the last action opened. `kinds`: which are meant; default all. */
  expectDialog(
    judge: Judge<string>,
    options?: { readonly kinds?: readonly DialogKind[]; readonly withinMs?: number },
  ): Promise<void>;
  /** Throws when the last action opened a dialog, or when one came up that no step was about. */
  expectNoDialog(): void;
  /** Dialogs that no step was about, in words; one that is open is dismissed first. Never throws. */
  surprisingDialogs(): Promise<readonly string[]>;
  /** What the open or latest dialog says; waits for one. */
  dialogText(): Promise<string>;
}
