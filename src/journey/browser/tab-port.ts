// What a journey asks of tabs and windows, which are the same to a browser context.

export type TabChoice =
  /** The newest that the page opened and that nobody has switched to yet. */
  | { readonly kind: "new" }
  /** 1 is the first; -1 the last. */
  | { readonly kind: "nth"; readonly nth: number }
  /** By its title or a part of it, else by a part of its address. */
  | { readonly kind: "named"; readonly name: string }
  /** That in front before this one. */
  | { readonly kind: "previous" };

/**
 * A tab that the actor's own click or key opened comes to the front, as in a browser on a desk; one that a page
 * opened by itself stays behind, and a failure tells of it.
 */
export interface TabPort {
  /** An empty tab in front. */
  openTab(): Promise<void>;
  /** Waits for the tab and puts it in front. */
  switchTab(choice: TabChoice): Promise<void>;
  /** Closes the tab in front; the one before it comes back. */
  closeTab(): Promise<void>;
  /** Waits until a page has opened a tab that no `expectNewTab` has counted yet. */
  expectNewTab(withinMs?: number): Promise<void>;
  /** Throws when a page has opened a tab that no `expectNewTab` has counted. */
  expectNoNewTab(): void;
  /** Waits until so many are open. */
  expectTabCount(count: number, withinMs?: number): Promise<void>;
  /** Waits until the tab that opened last is closed again. */
  expectTabClosed(withinMs?: number): Promise<void>;
}
