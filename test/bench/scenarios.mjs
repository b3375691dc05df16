// 2,000 scenarios of five trivial steps in 100 files: bare cucumber-js against our World, plugin, hooks and truth report.
// No step packs: matching a text with more definitions is cucumber's work, and has a benchmark of its own.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { alternate, verdict } from "./rounds.mjs";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const [files, scenariosPerFile] = [100, 20];

const configs = {
  bare: 'export default { import: ["features/steps.js"] };\n',
  storyproof: `import { defineConfig } from "storyproof";
export default defineConfig({ reports: { messages: false }, steps: { packs: [] } });
`,
};

export async function benchScenarios(rounds = 9) {
  const folder = makeProject();
  const memory = { bare: [], storyproof: [] };
  const run = (name) => () => {
    const { seconds, megabytes } = runOnce(folder, name);
    memory[name].push(megabytes);
    return seconds;
  };
  try {
    const seconds = await alternate({ bare: run("bare"), storyproof: run("storyproof") }, rounds);
    const megabytes = await alternate(
      { bare: () => memory.bare.shift(), storyproof: () => memory.storyproof.shift() },
      rounds,
    );
    console.log(
      `  seconds: bare ${seconds.bare.toFixed(2)}, storyproof ${seconds.storyproof.toFixed(2)};` +
        ` MB: bare ${Math.round(megabytes.bare)}, storyproof ${Math.round(megabytes.storyproof)}`,
    );
    return [
      verdict(
        "2,000 scenarios: time / bare cucumber-js",
        seconds.storyproof / seconds.bare,
        1.25,
        "at most",
      ),
      verdict(
        "2,000 scenarios: peak memory / bare cucumber-js",
        megabytes.storyproof / megabytes.bare,
        1.25,
        "at most",
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runOnce(folder, name) {
  writeFileSync(join(folder, "cucumber.js"), configs[name]);
  const usageFile = join(folder, "usage.json");
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      "--import",
      join(folder, "usage.mjs"),
      "node_modules/@cucumber/cucumber/bin/cucumber.js",
      "--format",
      "summary:out.txt",
    ],
    {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, USAGE_FILE: usageFile, CUCUMBER_PUBLISH_QUIET: "true" },
    },
  );
  if (status !== 0) throw new Error(`cucumber-js ended with ${status}: ${stderr}`);
  const seconds = (performance.now() - start) / 1000;
  return { seconds, ...JSON.parse(readFileSync(usageFile, "utf8")) };
}

function makeProject() {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  mkdirSync(join(folder, "node_modules/@cucumber"), { recursive: true });
  mkdirSync(join(folder, "features"));
  symlinkSync(repository, join(folder, "node_modules/storyproof"), "dir");
  symlinkSync(
    join(repository, "node_modules/@cucumber/cucumber"),
    join(folder, "node_modules/@cucumber/cucumber"),
    "dir",
  );
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(
    join(folder, "usage.mjs"),
    `import { writeFileSync } from "node:fs";
process.on("exit", () => {
  const { maxRSS } = process.resourceUsage();
  writeFileSync(process.env.USAGE_FILE, JSON.stringify({ megabytes: maxRSS / 1024 }));
});
`,
  );
  writeFileSync(
    join(folder, "features/steps.js"),
    `import { Given, Then, When } from "@cucumber/cucumber";
Given("a basket with {int} apples", function (count) { this.count = count; });
When("{int} more are added", function (count) { this.count += count; });
Then("there are {int} apples", function (count) { if (this.count !== count) throw new Error("wrong"); });
`,
  );
  for (let file = 0; file < files; file += 1)
    writeFileSync(join(folder, `features/f${file}.feature`), feature(file));
  return folder;
}

function feature(file) {
  const scenarios = Array.from(
    { length: scenariosPerFile },
    (_, index) => `
  Scenario: Basket ${index}
    Given a basket with ${index} apples
    When 2 more are added
    And 3 more are added
    Then there are ${index + 5} apples
    And there are ${index + 5} apples
`,
  );
  return `Feature: Baskets ${file}\n${scenarios.join("")}`;
}
