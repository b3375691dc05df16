// A dry run of 2,000 scenarios of five steps with the whole catalogue, against bare cucumber-js with the same number of
// plain definitions. Reports are off on both sides: what is compared is finding the definition of a step.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { alternate, verdict } from "./rounds.mjs";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const [files, scenariosPerFile] = [100, 20];

export async function benchMatching(rounds = 7) {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const definitions = makeProject(folder);
    const seconds = await alternate(
      { bare: () => timed(folder, "bare"), storyproof: () => timed(folder, "storyproof") },
      rounds,
    );
    console.log(
      `  ${definitions} definitions; seconds: bare ${seconds.bare.toFixed(2)}, storyproof ${seconds.storyproof.toFixed(2)}`,
    );
    const title = `dry run with the whole catalogue (${definitions}) / bare cucumber-js with as many`;
    return [verdict(title, seconds.storyproof / seconds.bare, 1.1, "at most")];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timed(folder, name) {
  const start = performance.now();
  const { status, stdout, stderr } = dryRun(folder, name, ["--format", "summary:out.txt"]);
  if (status !== 0) throw new Error(`cucumber-js ended with ${status}: ${stdout}${stderr}`);
  return (performance.now() - start) / 1000;
}

function dryRun(folder, name, args) {
  const bin = "node_modules/@cucumber/cucumber/bin/cucumber.js";
  return spawnSync(process.execPath, [bin, "--dry-run", "--config", `${name}.js`, ...args], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1e9,
    env: { ...process.env, CUCUMBER_PUBLISH_QUIET: "true" },
  });
}

/** Answers how many definitions the catalogue has. */
function makeProject(folder) {
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [name, target] of [
    ["storyproof", repository],
    ["@cucumber/cucumber", join(repository, "node_modules/@cucumber/cucumber")],
  ]) {
    mkdirSync(dirname(join(folder, "node_modules", name)), { recursive: true });
    symlinkSync(target, join(folder, "node_modules", name), "dir");
  }
  write("package.json", '{ "type": "module" }');
  write(
    "storyproof.js",
    `import { defineConfig } from "storyproof";
export default defineConfig({
  features: ["ours/*.feature"],
  preflight: false,
  reports: { html: false, json: false, markdown: false, messages: false },
});
`,
  );
  write("ours/0.feature", feature(0, ourSteps));
  const { stdout } = dryRun(folder, "storyproof", ["--format", "message"]);
  const definitions = stdout
    .split("\n")
    .filter((line) => line.startsWith('{"stepDefinition"')).length;
  if (definitions === 0) throw new Error(`no definitions: ${stdout}`);
  write("bare.js", 'export default { paths: ["bare/*.feature"], import: ["plain.js"] };\n');
  write("plain.js", plainDefinitions(definitions));
  const plainSteps = (at) =>
    spread(definitions).map((n) => `I do the thing number ${n} with "${at}"`);
  for (let file = 0; file < files; file += 1) {
    write(`ours/${file}.feature`, feature(file, ourSteps));
    write(`bare/${file}.feature`, feature(file, plainSteps));
  }
  return definitions;
}

/** Five of them, from the first to the last. */
function spread(definitions) {
  return [0, 0.25, 0.5, 0.75, 1].map((part) => Math.floor(part * (definitions - 1)));
}

function plainDefinitions(count) {
  const lines = Array.from(
    { length: count },
    (_, index) => `Given("I do the thing number ${index} with {string}", function (text) {});`,
  );
  return `import { Given } from "@cucumber/cucumber";\n${lines.join("\n")}\n`;
}

const ourSteps = (at) => [
  `I open "/orders/${at}"`,
  `I fill in "Email" with "customer-${at}@example.com"`,
  'I press "Sign in"',
  "the response status should be 200",
  `I should see the heading "Order ${at}"`,
];

function feature(file, stepsOf) {
  const scenarios = Array.from({ length: scenariosPerFile }, (_, index) => {
    const steps = stepsOf(`${file}-${index}`).map((step) => `    * ${step}\n`);
    return `\n  Scenario: Order ${index}\n${steps.join("")}`;
  });
  return `Feature: Orders ${file}\n${scenarios.join("")}`;
}
