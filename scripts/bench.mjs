// npm run bench: every benchmark against its peer in the same run; prints ratios, exits 1 when one misses its limit.
import { spawnSync } from "node:child_process";

if (spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" }).status !== 0)
  process.exit(1);

const { benchScenarios } = await import("../test/bench/scenarios.mjs");
const { benchApi } = await import("../test/bench/api.mjs");
const { benchReplay } = await import("../test/bench/replay.mjs");
const { benchGates } = await import("../test/bench/gates.mjs");
const { benchMatching } = await import("../test/bench/matching.mjs");
const { benchBrowser } = await import("../test/bench/browser.mjs");
const { benchImports } = await import("../test/bench/imports.mjs");
const { benchLint } = await import("../test/bench/lint.mjs");
const { benchPolicy } = await import("../test/bench/policy.mjs");

const all = [
  benchLint,
  benchPolicy,
  benchScenarios,
  benchMatching,
  benchApi,
  benchReplay,
  benchGates,
  benchBrowser,
  benchImports,
];
// `npm run bench -- browser` runs those whose name holds the word.
const words = process.argv.slice(2).map((word) => word.toLowerCase());
const chosen = all.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.toLowerCase().includes(word)),
);

const verdicts = [];
for (const bench of chosen) {
  console.log(`${bench.name} …`);
  verdicts.push(...(await bench()));
}
console.table(verdicts);
if (verdicts.some(({ kept }) => !kept)) process.exitCode = 1;
