// Lets one set-up run at a time in a clone: `npm ci` empties node_modules, which a second one would be reading.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

// A set-up that takes longer than this is no longer working.
const staleAfterMs = 30 * 60_000;

/** Runs `work` while no other process does; says so when it has to wait. */
export async function withSetUpLock(folder, { say, signal }, work) {
  let waiting = false;
  while (!takeLock(folder)) {
    if (!waiting) say("Another set-up is running in this clone; waiting for it.");
    waiting = true;
    await wait(200, undefined, { signal });
  }
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function takeLock(folder) {
  mkdirSync(dirname(folder), { recursive: true });
  try {
    mkdirSync(folder);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (isStale(folder)) rmSync(folder, { recursive: true, force: true });
    return false;
  }
  writeFileSync(join(folder, "pid"), String(process.pid));
  return true;
}

function isStale(folder) {
  const made = statSync(folder, { throwIfNoEntry: false })?.mtimeMs;
  if (made === undefined) return false;
  const age = Date.now() - made;
  const pid = readPid(folder);
  // Between making the folder and writing the number lies a moment; after that it was killed there.
  if (pid === undefined) return age > 5_000;
  return age > staleAfterMs || !isRunning(pid);
}

function readPid(folder) {
  try {
    return Number(readFileSync(join(folder, "pid"), "utf8")) || undefined;
  } catch {
    return undefined;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
