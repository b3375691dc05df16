// Starts other programs so that none outlives this one. Plain Node: it runs before anything is installed.
import { spawn } from "node:child_process";

const isWindows = process.platform === "win32";
// Long enough for a product to close its database and for a browser to close its pages.
const graceMs = 8_000;

/**
 * Starts a program in a process group of its own, so that what it starts can be ended with it.
 * @returns {{ child: import("node:child_process").ChildProcess, ended: Promise<number>, stop: (how?: NodeJS.Signals) => Promise<number> }}
 *   `ended` gives the exit code; it never rejects.
 */
export function startChild(command, args, options) {
  const child = spawn(command, args, { ...options, detached: !isWindows });
  const ended = new Promise((resolve) => {
    child.on("error", (error) => {
      console.error(`${command} cannot be started: ${error.message}`);
      resolve(127);
    });
    // Whatever it left behind in its group has nobody to report to any more.
    child.on("exit", () => signalGroup(child, "SIGKILL"));
    // Later than "exit": what it wrote last has arrived by now.
    child.on("close", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 143)));
  });
  let killer;
  const stop = async (how = "SIGTERM") => {
    signalGroup(child, how);
    killer ??= setTimeout(() => signalGroup(child, "SIGKILL"), graceMs);
    const code = await ended;
    clearTimeout(killer);
    return code;
  };
  // Somebody ends this process without asking: the child must not stay.
  const onExit = () => signalGroup(child, "SIGKILL");
  process.once("exit", onExit);
  ended.then(() => process.off("exit", onExit));
  return { child, ended, stop };
}

/**
 * Runs a program to its end and ends it when the signal is aborted. Gives the exit code.
 * What it writes is shown, or its standard output given to `onOutput`.
 */
export async function runChild(command, args, { signal, onOutput, ...options }) {
  if (signal.aborted) return 130;
  const stdio = ["ignore", onOutput === undefined ? "inherit" : "pipe", "inherit"];
  const { child, ended, stop } = startChild(command, args, { stdio, ...options });
  child.stdout?.setEncoding("utf8").on("data", onOutput);
  // A run that was interrupted says by what, so it gets the same signal.
  const pass = () => stop(signal.reason);
  signal.addEventListener("abort", pass, { once: true });
  const code = await ended;
  signal.removeEventListener("abort", pass);
  return code;
}

function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(isWindows ? child.pid : -child.pid, signal);
  } catch {
    // It is gone already.
  }
}
