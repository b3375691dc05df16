// Runs this project's own Story Specs with plain cucumber-js, and reads what the run left.
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { runChild } from "./children.mjs";
import { root } from "./setup.mjs";

const cucumber = join(root, "node_modules", "@cucumber", "cucumber", "bin", "cucumber.js");

/**
 * Runs cucumber-js with the arguments against the product at `url`; gives its exit code. Its standard output is shown,
 * or given to `onOutput`.
 */
export function runStories(args, { url, signal, onOutput, env = process.env }) {
  const own = { ...env, WORKSPACE_URL: url };
  // The configuration itself is made with this repository's TypeScript, before cucumber knows of any loader.
  const program = ["--import", "./scripts/typescript.mjs", cucumber];
  return runChild(process.execPath, [...program, ...args], {
    cwd: root,
    env: own,
    signal,
    onOutput,
  });
}

/**
 * How many scenarios passed and failed, from a file of cucumber messages. A scenario that was tried again counts as
 * it ended; a skipped one counts as neither.
 */
export async function countScenarios(path) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  if (!existsSync(path)) return counts;
  const worst = new Map();
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const { testStepFinished: step, testCaseFinished: end } = parseLine(line);
    if (step) addStatus(worst, step);
    if (end && !end.willBeRetried) counts[worst.get(end.testCaseStartedId) ?? "passed"] += 1;
  }
  return counts;
}

/** The last line of a run that was ended may be cut off. */
function parseLine(line) {
  try {
    return JSON.parse(line);
  } catch {
    return {};
  }
}

function addStatus(worst, { testCaseStartedId: id, testStepResult: { status } }) {
  const kind = { PASSED: "passed", SKIPPED: "skipped" }[status] ?? "failed";
  const order = ["passed", "skipped", "failed"];
  const before = worst.get(id) ?? "passed";
  if (order.indexOf(kind) >= order.indexOf(before)) worst.set(id, kind);
}

/** The verdict of every story from the truth report, one line each; nothing when this run wrote no report. */
export function describeVerdicts(since) {
  const path = join(root, "reports", "truth.json");
  const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (written < since) return undefined;
  const { stories } = JSON.parse(readFileSync(path, "utf8"));
  const width = Math.max(0, ...stories.map(({ verdict }) => verdict.length));
  return stories.map(({ title, verdict, counts }) => {
    return `  ${verdict.padEnd(width)}  ${title} (${describeCounts(counts)})`;
  });
}

/** What was left out counts as unproven in the report; people want to see it apart. */
function describeCounts({ proven, refuted, unproven, notSelected, planned }) {
  const parts = { proven, refuted, unproven: unproven - notSelected - planned, planned };
  const named = { ...parts, "not in this run": notSelected };
  const told = Object.entries(named).filter(([name, count]) => count > 0 || name === "proven");
  return told.map(([name, count]) => `${count} ${name}`).join(", ");
}
