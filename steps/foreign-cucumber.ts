// Two copies of cucumber in one project: our steps would be defined on one and run by the other.
import { fileURLToPath } from "node:url";

/** Runs the first call to cucumber; where that copy is not the one running, says which two there are and what to do. */
export function explainForeignCucumber(firstCall: () => void): void {
  try {
    firstCall();
  } catch (cause) {
    if (!(cause instanceof Error && /isn't running/.test(cause.message))) throw cause;
    const ours = fileURLToPath(import.meta.resolve("@cucumber/cucumber"));
    const error = new Error(
      "There are two copies of @cucumber/cucumber, and storyproof's steps belong to the one that is not running.\n" +
        `  running:            ${process.argv[1] ?? "(unknown)"}\n` +
        `  used by storyproof: ${ours}\n` +
        "Keep one copy: `npm ls @cucumber/cucumber` shows who brings the second, `npm dedupe` usually removes it;\n" +
        "do not start cucumber-js from a global install or from another folder.",
    );
    error.stack = error.message;
    throw error;
  }
}
