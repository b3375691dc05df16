// What a journey asks of mouse and keyboard beyond clicking and pressing one key.
import type { Target } from "../target.ts";

export type ScrollTo =
  | { readonly kind: "edge"; readonly edge: "top" | "bottom" }
  /** In CSS pixels; down and right are positive. */
  | { readonly kind: "by"; readonly x: number; readonly y: number }
  /** By what the window shows, as the keys Page Up and Page Down do. */
  | { readonly kind: "page"; readonly direction: "up" | "down" };

export interface HandPort {
  /** With the mouse, in steps, so that pages that follow the pointer and those with HTML's drag and drop both notice. */
  drag(from: Target, to: Target): Promise<void>;
  /** Holds the left button down on it for so long. */
  pressAndHold(target: Target, forMs: number): Promise<void>;
  /** Takes the pointer to the corner of the window, where nothing is hovered over. */
  moveMouseAway(): Promise<void>;
  /** Types into what has the focus, key by key. */
  typeText(text: string): Promise<void>;
  /** The key stays down until it is released, also while the mouse is used. */
  holdKey(key: string): Promise<void>;
  releaseKey(key: string): Promise<void>;
  /** Scrolls the window, or what scrolls at the target. */
  scroll(to: ScrollTo, within?: Target): Promise<void>;
  scrollTo(target: Target): Promise<void>;
  /** Waits until some of it is within the window (or, with `not`, none). */
  expectInWindow(target: Target, options?: { readonly not?: boolean }): Promise<void>;
}
