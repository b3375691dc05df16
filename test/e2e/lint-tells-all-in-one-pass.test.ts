import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { configFor } from "./product.ts";
import { makeProject } from "./project.ts";

const story = `@owner:shop @smoke
Feature: Orders
  As a customer
  I want to order
  so that I can read

  Scenario: An order is kept
    Given Ada has ordered 2 of "tea"
    When I opn "/orders"
    Then I should see "tea"
`;

const ownSteps = `import { Given } from "@cucumber/cucumber";

Given("{actor} has ordered {int} of {text}", async function () {});
`;

const bin = "node_modules/storyproof/dist/src/cli/bin.js";

test("a project of one's own is linted with its configuration and its steps", async () => {
  const project = makeProject({
    "cucumber.js": configFor("http://127.0.0.1:1", { lint: { rules: { "steps/unused": "off" } } }),
    "features/orders.feature": story,
    "features/broken.feature": "Feature: A\n\n  Scenario: B\n    Given a\n    Givn b\n",
    "features/steps/shop.js": ownSteps,
  });
  const { code, stdout, stderr } = await project.storyproof(["lint", "--format", "json"]);
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  const { findings, summary } = JSON.parse(stdout);
  expect(summary).toMatchObject({ files: 2, stories: 1 });
  const places = findings.map((one: { rule: string; uri: string; line: number }) => {
    return `${one.uri}:${one.line} ${one.rule}`;
  });
  expect(places).toEqual([
    "features/broken.feature:5 structure/unreadable-file",
    "features/orders.feature:9 steps/undefined",
  ]);
  const text = await project.storyproof(["lint", "features/orders.feature"]);
  expect(text.stdout).toContain('      When I opn "/orders"');
});

test("a reader that goes away is no defect, and a long answer comes whole", () => {
  const scenarios = Array.from({ length: 2_000 }, (_, index) => {
    return `  Scenario: Case ${index}\n    When I wait\n`;
  });
  const { folder } = makeProject({ "features/a.feature": `Feature: A\n${scenarios.join("")}` });
  const lint = `"${process.execPath}" "${join(folder, bin)}" lint --rule structure/no-outcome`;
  const run = (command: string) =>
    spawnSync("sh", ["-c", command], { cwd: folder, encoding: "utf8", maxBuffer: 1e8 });
  const cut = run(`${lint} | head -1`);
  expect(cut).toMatchObject({ stdout: "features/a.feature\n", stderr: "" });
  const whole = run(`${lint} | cat`);
  expect(whole.stdout).toMatch(/\n2000 warnings in 1 of 1 file\.\n$/);
});

test("many files are shared out among threads, and told in their order", async () => {
  const uris = Array.from({ length: 1_200 }, (_, index) => `features/${1_000 + index}.feature`);
  const project = makeProject({
    ...Object.fromEntries(uris.map((uri) => [uri, "Feature: A\n  Scenario: B\n    When c\n"])),
  });
  const rules = ["--rule", "structure/no-outcome", "--rule", "structure/duplicate-story"];
  const { code, stdout } = await project.storyproof(["lint", "--format", "json", ...rules]);
  const { findings, summary } = JSON.parse(stdout);
  expect({ code, ...summary }).toMatchObject({ code: 0, files: 1_200, stories: 1_200 });
  const told = findings.map((one: { rule: string; uri: string }) => `${one.uri} ${one.rule}`);
  const expected = uris.flatMap((uri) => [
    `${uri} structure/duplicate-story`,
    `${uri} structure/no-outcome`,
  ]);
  expect(told).toEqual(expected.slice(1));
  expect(findings.at(-2).related[0].uri).toBe(uris[0]);
});

test("Ctrl-C ends it at once, with nothing half told", async () => {
  const many = Array.from({ length: 3_000 }, (_, index) => {
    return [
      `features/${index}.feature`,
      `Feature: ${index}\n${"  Scenario: A\n    When b\n".repeat(40)}`,
    ];
  });
  const { folder } = makeProject({
    ...Object.fromEntries(many),
    "cucumber.js": `process.stderr.write("begun\\n");\n${configFor("http://127.0.0.1:1")}`,
  });
  const child = spawn(process.execPath, [join(folder, bin), "lint", "--rule", "structure/*"], {
    cwd: folder,
  });
  let stdout = "";
  child.stdout.on("data", (text) => {
    stdout += text;
  });
  child.stderr.once("data", () => child.kill("SIGINT"));
  const [code] = await once(child, "close");
  expect({ code, stdout }).toEqual({ code: 130, stdout: "" });
});
