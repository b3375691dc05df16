// npm run bench: every benchmark against its peer in the same run; prints ratios, exits 1 when one misses its limit.
import { spawnSync } from "node:child_process";

if (spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" }).status !== 0)
  process.exit(1);

const { benchScenarios } = await import("../test/bench/scenarios.mjs");
const { benchApi } = await import("../test/bench/api.mjs");
const { benchImports } = await import("../test/bench/imports.mjs");

const verdicts = [];
for (const bench of [benchScenarios, benchApi, benchImports]) {
  console.log(`${bench.name} …`);
  verdicts.push(...(await bench()));
}
console.table(verdicts);
if (verdicts.some(({ kept }) => !kept)) process.exitCode = 1;
