// Why a scenario whose steps all held fails all the same: one of its gates did not.

/**
 * Thrown by the hook that measures gates, where one is refuted or a proof that was demanded is missing. Reports know it
 * by its class's name in cucumber's messages: it says nothing against the scenario's behaviour.
 */
export class GateRefuted extends Error {
  override readonly name = "GateRefuted";

  /** A line for each gate that is in the way, and what else is to be told. Secrets are taken out before. */
  constructor(lines: readonly string[]) {
    const message = lines.join("\n");
    super(message);
    // A stack leads to our hook, where nobody has anything to look for.
    this.stack = `GateRefuted: ${message}`;
  }
}
