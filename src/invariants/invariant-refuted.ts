// Why a scenario whose steps all held fails all the same: its invariant did not, for some input.

/**
 * Thrown by the hook that checks invariants, where one is refuted or a proof that was demanded is missing. Reports know
 * it by its class's name in cucumber's messages: it says nothing against the scenario's behaviour.
 */
export class InvariantRefuted extends Error {
  override readonly name = "InvariantRefuted";

  /** Secrets are taken out before. */
  constructor(lines: readonly string[]) {
    const message = lines.join("\n");
    super(message);
    // A stack leads to our hook, where nobody has anything to look for.
    this.stack = `InvariantRefuted: ${message}`;
  }
}
