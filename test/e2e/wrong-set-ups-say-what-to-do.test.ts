import { cpSync, existsSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { configFor } from "./product.ts";
import { makeProject } from "./project.ts";

const feature = 'Feature: F\n  Scenario: S\n    Given I remember "1" as "a"\n';

test("wrong options: every problem, its path, what is allowed, and no stack of ours", async () => {
  const project = makeProject({
    "cucumber.js": configFor("localhost", { browser: { engine: "chrome" } }),
    "features/f.feature": feature,
  });
  const { code, stderr, stdout } = await project.cucumber();
  expect(code).not.toBe(0);
  expect(`${stdout}${stderr}`).toContain(
    [
      "2 problems in the options of defineConfig (cucumber.js):",
      "  environments.local.baseUrl",
      '    found:   "localhost"',
      "    allowed: an absolute http:// or https:// address, without user name and password",
      "  browser.engine",
      '    found:   "chrome"',
      '    allowed: one of "chromium", "firefox", "webkit"',
    ].join("\n"),
  );
});

test("two copies of cucumber: both are named, with the way out", async () => {
  const project = makeProject({
    "cucumber.js": configFor("http://127.0.0.1:1"),
    "features/f.feature": feature,
  });
  installOwnCucumber(project.folder);
  const { code, stderr, stdout } = await project.cucumber();
  expect(code).not.toBe(0);
  expect(`${stdout}${stderr}`).toContain(
    "There are two copies of @cucumber/cucumber, and storyproof's steps belong to the one that is not running.",
  );
  expect(`${stdout}${stderr}`).toContain("npm dedupe");
});

/** A copy of cucumber that is the project's own, with links to what it needs. */
function installOwnCucumber(folder: string): void {
  const shared = join(process.cwd(), "node_modules");
  const own = join(folder, "node_modules");
  rmSync(join(own, "@cucumber/cucumber"));
  cpSync(join(shared, "@cucumber/cucumber"), join(own, "@cucumber/cucumber"), { recursive: true });
  for (const base of ["", "@cucumber", "@playwright"]) {
    for (const name of readdirSync(join(shared, base))) {
      const link = join(own, base, name);
      if (!existsSync(link)) symlinkSync(join(shared, base, name), link, "dir");
    }
  }
}

test("storyproof's World replaced by one that is not: the phrase says what to extend", async () => {
  const project = makeProject({
    "cucumber.js": configFor("http://127.0.0.1:1", { preflight: false }),
    "features/f.feature": feature,
    "features/world.js": `import { setWorldConstructor, World } from "@cucumber/cucumber";
setWorldConstructor(class extends World {});
`,
  });
  const { stdout } = await project.cucumber();
  expect(stdout).toContain('Let yours extend it:  import { StoryWorld } from "storyproof";');
});

test("steps without defineConfig: what to put into cucumber.js", async () => {
  const project = makeProject({
    "cucumber.js": "export default { import: ['features/steps.js'] };\n",
    "features/steps.js": 'import "storyproof/steps/api";\n',
    "features/f.feature": 'Feature: F\n  Scenario: S\n    When I send a GET request to "/"\n',
  });
  const { stdout, stderr, code } = await project.cucumber();
  expect(code).not.toBe(0);
  expect(`${stdout}${stderr}`).toContain("storyproof is not set up in this run.");
});
