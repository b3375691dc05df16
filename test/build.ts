// Before any test: the package as it is shipped, compiled from what the tests are about.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const sources = ["src", "steps", "reporters", "tsconfig.json", "tsconfig.build.json"];
const result = "dist/src/index.js";

export function setup(): void {
  if (existsSync(result) && sources.every((path) => newest(path) <= statSync(result).mtimeMs))
    return;
  execFileSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" });
}

function newest(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
