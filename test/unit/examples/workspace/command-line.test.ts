import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";

const MAIN = ["--import", "./scripts/typescript.mjs", "examples/workspace/app/main.ts"];

function run(...args: string[]) {
  return spawn(process.execPath, [...MAIN, ...args], { stdio: ["ignore", "pipe", "pipe"] });
}

test.each(["SIGINT", "SIGTERM"] as const)("says where it runs and ends at %s", async (signal) => {
  const child = run("--test-controls");
  const [line] = await once(createInterface(child.stdout), "line");
  expect(line).toMatch(/^Workspace is running at http:\/\/127\.0\.0\.1:\d+$/);
  const url = String(line).split(" ").at(-1);
  expect((await fetch(`${url}/test/behaviour`)).status).toBe(200);
  child.kill(signal);
  expect(await once(child, "exit")).toEqual([0, null]);
});

test.each([
  [["--help"], 0],
  [["--port", "many"], 2],
  [["--colour"], 2],
])("%s ends with %d and shows how it is used", async (args, code) => {
  const child = run(...args);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => (output += chunk));
  expect(await once(child, "close")).toEqual([code, null]);
  expect(output).toContain("Usage: main.ts");
});
