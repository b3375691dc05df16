// Whether a browser file can be started, and which version it is. It asks the browser itself: a file that is there
// may still be a stub that tells people to install something else, or lack a system library.
import { win32 } from "node:path";
import type { BrowserEngine } from "../../config/options.ts";
import type { Machine, Ran } from "./machine.ts";

export type Probe =
  | { readonly kind: "runs"; readonly version: string }
  | { readonly kind: "unusable"; readonly problem: string };

// A cold disk or a snap's first start takes seconds; a browser that needs longer is not one to test with.
const probeTimeoutMs = 20_000;

/** The problem of a place that has no file. */
export const notThere = "is not there";

/** Begins the problem of a browser that would start if the system had more libraries. */
export const lacksLibrary = "lacks the system library";

/** @param knownVersion told by whoever installed it; used where the browser does not tell. */
export async function probeBrowser(
  engine: BrowserEngine,
  path: string,
  machine: Machine,
  knownVersion?: string,
): Promise<Probe> {
  if (!machine.exists(path)) return unusable(notThere);
  if (!machine.isExecutable(path)) return unusable("is not an executable file");
  // On Windows `--version` opens a window instead of answering.
  if (machine.platform === "win32") return runs(knownVersion ?? windowsVersion(path, machine));
  // Playwright's WebKit is a small browser that knows no such argument and stays open.
  if (engine === "webkit") return runs(knownVersion ?? "unknown");
  const ran = await machine.run(path, ["--version"], { timeoutMs: probeTimeoutMs });
  const version = ran.kind === "exited" && ran.code === 0 ? readVersion(ran.output) : undefined;
  if (version !== undefined) return runs(version);
  return unusable(describeFailure(ran));
}

function readVersion(output: string): string | undefined {
  return /\d+(?:\.\d+)+/.exec(output)?.[0];
}

/** Chrome and Edge on Windows keep a folder named after their version beside the program. */
function windowsVersion(path: string, machine: Machine): string {
  const names = machine.listFolder(win32.dirname(path));
  return names.findLast((name) => /^\d+(?:\.\d+){3}$/.test(name)) ?? "unknown";
}

function describeFailure(ran: Ran): string {
  if (ran.kind === "timed-out") return `did not answer --version within ${ran.afterMs / 1000} s`;
  if (ran.kind === "not-started") return `does not start: ${ran.problem}`;
  if (ran.kind === "interrupted") return "was interrupted";
  const library = /loading shared libraries: ([^:\s]+)/.exec(ran.output)?.[1];
  if (library !== undefined) return `${lacksLibrary} ${library}`;
  const firstLine = ran.output.trim().split("\n")[0] ?? "";
  if (ran.code === 0) return `answers --version without a version: ${firstLine}`;
  return `ends with code ${ran.code} when asked for its version: ${firstLine}`;
}

function runs(version: string): Probe {
  return { kind: "runs", version };
}

function unusable(problem: string): Probe {
  return { kind: "unusable", problem };
}
