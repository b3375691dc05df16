// What a journey asks of a browser to be signed in there later: what its pages have kept.

/** Cookies, local storage and IndexedDB of all origins, as the driver keeps them. It holds secrets: it stays in memory. */
export interface BrowserState {
  readonly kept: unknown;
}

export interface StatePort {
  state(): Promise<BrowserState>;
  /** In place of what pages have kept so far. Throws when this version of the driver cannot. */
  restoreState(state: BrowserState): Promise<void>;
  /**
   * Cookies, and what pages of any origin have kept; session storage only of the pages that are open, and with older
   * versions of the driver local storage as well.
   */
  forgetState(): Promise<void>;
}
