// 100 browser scenarios (open, fill two fields, press, see a text) with two workers and the same browser binary:
// cucumber-js with storyproof's steps against playwright-bdd, whose steps are the same five sentences.
import { fork, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { alternate, verdict } from "./rounds.mjs";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const [files, scenariosPerFile] = [20, 5];
const workers = 2;

export async function benchBrowser(rounds = 5) {
  const server = fork(fileURLToPath(new URL("sign-in-server.mjs", import.meta.url)));
  const [port] = await once(server, "message");
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    await makeProject(folder, `http://127.0.0.1:${port}`);
    const seconds = await alternate(
      { peer: () => timed(folder, peer), storyproof: () => timed(folder, ours) },
      rounds,
    );
    console.log(
      `  seconds: playwright-bdd ${seconds.peer.toFixed(2)}, storyproof ${seconds.storyproof.toFixed(2)}`,
    );
    const title = "100 browser scenarios, two workers: time / playwright-bdd";
    return [verdict(title, seconds.storyproof / seconds.peer, 0.8, "at most")];
  } finally {
    rmSync(folder, { recursive: true, force: true });
    server.disconnect();
  }
}

const ours = [["@cucumber/cucumber/bin/cucumber.js", "--parallel", String(workers)]];
// What its users type: generate the tests, then run them.
const peer = [
  ["playwright-bdd/dist/cli/index.js", "test"],
  ["@playwright/test/cli.js", "test"],
];

function timed(folder, commands) {
  const start = performance.now();
  for (const [bin, ...args] of commands) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join("node_modules", bin), ...args],
      {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, CUCUMBER_PUBLISH_QUIET: "true" },
      },
    );
    if (status !== 0) throw new Error(`${bin} ended with ${status}: ${stdout}${stderr}`);
    // A run that ran fewer scenarios would be fast.
    if (args.length > 0 && commands.at(-1)[0] === bin && !/\b100 (?:scenarios|passed)/.test(stdout))
      throw new Error(`${bin} did not run 100 scenarios: ${stdout}`);
  }
  return (performance.now() - start) / 1000;
}

async function makeProject(folder, url) {
  link(folder, "storyproof", repository);
  for (const name of ["@cucumber/cucumber", "@playwright/test", "playwright-bdd"])
    link(folder, name, join(repository, "node_modules", name));
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write("package.json", '{ "type": "module" }');
  write(
    "cucumber.js",
    `import { defineConfig } from "storyproof";
export default defineConfig({ environments: { local: { baseUrl: "${url}" } } });
`,
  );
  write("playwright.config.js", await playwrightConfig(url));
  write("steps/steps.js", peerSteps);
  for (let file = 0; file < files; file += 1) write(`features/f${file}.feature`, feature(file));
}

function link(folder, name, target) {
  const path = join(folder, "node_modules", name);
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path, "dir");
}

/** The same binary with the same arguments as ours. */
async function playwrightConfig(url) {
  const { findBrowserOrExplain } = await import("../../dist/src/drivers/browser-installation.js");
  const { defaultBrowser } = await import("../../dist/src/config/settings.js");
  const { executablePath, args = [] } = await findBrowserOrExplain(defaultBrowser);
  return `import { defineConfig } from "@playwright/test";
import { defineBddConfig } from "playwright-bdd";
export default defineConfig({
  testDir: defineBddConfig({ features: "features/**/*.feature", steps: "steps/*.js" }),
  workers: ${workers},
  fullyParallel: true,
  reporter: [["line"], ["html", { open: "never" }]],
  use: {
    baseURL: "${url}",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: ${JSON.stringify(executablePath)}, args: ${JSON.stringify(args)} },
  },
});
`;
}

const peerSteps = `import { expect } from "@playwright/test";
import { createBdd } from "playwright-bdd";
const { Given, When, Then } = createBdd();
When("I open {string}", async ({ page }, path) => { await page.goto(path, { waitUntil: "domcontentloaded" }); });
When("I fill in {string} with {string}", async ({ page }, name, value) => { await page.getByLabel(name).fill(value); });
When("I press {string}", async ({ page }, name) => { await page.getByRole("button", { name }).click(); });
Then("I should see {string}", async ({ page }, text) => { await expect(page.getByText(text)).toBeVisible(); });
`;

function feature(file) {
  const scenarios = Array.from(
    { length: scenariosPerFile },
    (_, index) => `
  Scenario: Customer ${index} reaches the workspace
    When I open "/"
    And I fill in "Email" with "customer${index}@example.com"
    And I fill in "Password" with "correct horse"
    And I press "Sign in"
    Then I should see "Your workspace"
`,
  );
  return `Feature: Sign in ${file}\n${scenarios.join("")}`;
}
