// A worker must not outlive the run it works for, nor leave its browser behind.
import { removeTemporaryFolder } from "../src/coordinator/temporary-folder.ts";

/** In a parallel worker: ends the process on a signal, or when the coordinator is gone. Elsewhere does nothing. */
export function endWithCoordinator(): void {
  if (process.env["CUCUMBER_PARALLEL"] !== "true") return;
  process.once("disconnect", () => endNow(1));
  process.once("SIGINT", () => endSoon(130));
  process.once("SIGTERM", () => endSoon(143));
}

/** What was measured until now is still to be sent; the coordinator waits twice as long. */
const sendMs = 50;

function endSoon(exitCode: number): void {
  setTimeout(() => endNow(exitCode), sendMs);
}

function endNow(exitCode: number): void {
  const folder = process.env["STORYPROOF_TEMPORARY_FOLDER"];
  // Added last, so it runs after Playwright's own exit listener, which kills the browser that writes there.
  if (folder !== undefined) process.once("exit", () => removeTemporaryFolder(folder));
  process.exit(exitCode);
}
