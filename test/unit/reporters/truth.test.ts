// The formatters in real cucumber runs: every way a run can end leaves a report that tells the truth.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { TruthReport } from "../../../src/evidence/truth-report.ts";
import { expectToMatchSchema, verdictsOf } from "../evidence/collect.ts";

const repository = fileURLToPath(new URL("../../..", import.meta.url));
const cucumber = join(repository, "node_modules/@cucumber/cucumber/bin/cucumber.js");
let folder: string;

const feature = `Feature: Shop
  Scenario: works
    Given it works
  Scenario: breaks
    Given it works
    When it fails
`;
const steps = `import { Given, When } from "@cucumber/cucumber";
Given("it works", () => {});
When("it fails", () => { throw new Error("boom"); });
When("it hangs", { timeout: -1 }, () => {
  console.log("hanging");
  return new Promise((resolve) => setTimeout(resolve, 1e8));
});
`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "storyproof-test-"));
  mkdirSync(join(folder, "features"));
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  write("package.json", '{"type":"module"}');
  write("features/shop.feature", feature);
  write("features/steps.js", steps);
  configure([["truth", "reports/truth.json"]]);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(path: string, text: string): void {
  writeFileSync(join(folder, path), text);
}

function read(path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

function readReport(path = "reports/truth.json"): TruthReport {
  const report: TruthReport = JSON.parse(read(path));
  expectToMatchSchema(report, "truth-report");
  return report;
}

function configure(formats: readonly (readonly [string, string])[], html = "truth.html"): void {
  const format = formats.map(([name, target]) => [
    pathToFileURL(join(repository, `reporters/${name}.ts`)).href,
    target,
  ]);
  const reports = { folder: "reports", html, markdown: "truth.md" };
  const config = { format, formatOptions: { storyproof: { reports } } };
  write("cucumber.js", `export default ${JSON.stringify(config)};`);
}

function start(...args: string[]): ChildProcess {
  const loader = pathToFileURL(join(repository, "scripts/typescript.mjs")).href;
  return spawn(process.execPath, ["--import", loader, cucumber, ...args], {
    cwd: folder,
    env: {
      PATH: process.env["PATH"],
      TS_NODE_PROJECT: join(repository, "tsconfig.json"),
    },
  });
}

async function end(child: ChildProcess) {
  const output = { stdout: "", stderr: "" };
  child.stdout?.on("data", (chunk) => {
    output.stdout += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    output.stderr += chunk;
  });
  const [code, signal] = await once(child, "close");
  return { code, signal, ...output };
}

it("writes JSON, HTML and Markdown, and prints one line of verdict", async () => {
  const { code, stderr } = await end(start());
  expect(code).toBe(1);
  expect(stderr).toBe("storyproof: 1 proven, 1 refuted · reports/truth.html\n");
  expect(verdictsOf(readReport())).toEqual(["works proven", "breaks refuted step-failed"]);
  expect(read("reports/truth.html")).toContain("</html>");
  expect(read("reports/truth.md")).toContain("boom");
});

it("works with parallel workers and retries", async () => {
  const { stderr } = await end(start("--parallel", "2", "--retry", "1"));
  expect(stderr).toBe("storyproof: 1 proven, 1 refuted · reports/truth.html\n");
  const attempts = readReport().stories[0]?.scenarios[1]?.cases[0]?.attempts;
  expect(attempts?.map(({ status }) => status)).toEqual(["failed", "failed"]);
});

it("writes one format to its own target", async () => {
  configure([
    ["truth-html", "own.html"],
    ["truth-markdown", "own.md"],
  ]);
  const { stderr } = await end(start());
  expect(stderr).toBe("");
  expect(read("own.html")).toContain("</html>");
  expect(read("own.md")).toContain("### Refuted");
  expect(existsSync(join(folder, "reports/truth.html"))).toBe(false);
});

it("writes to the standard output when it is given no file", async () => {
  const reporter = pathToFileURL(join(repository, "reporters/truth.ts")).href;
  write("cucumber.js", `export default { format: [["${reporter}"]] };`);
  const { stdout, stderr } = await end(start());
  expect(verdictsOf(JSON.parse(stdout))).toEqual(["works proven", "breaks refuted step-failed"]);
  expect(stderr).toBe("storyproof: 1 proven, 1 refuted\n");
});

it("reports a file that does not parse, although cucumber ends the stream first", async () => {
  write("features/bad.feature", "Feature: bad\n  Scenario: a\n    Given b\n  Nonsense\n");
  const { code } = await end(start());
  expect(code).toBe(1);
  const report = readReport();
  expect(verdictsOf(report)).toEqual(["works unproven not-run", "breaks unproven not-run"]);
  expect(report.run.problems).toMatchObject([
    { kind: "parse-error", place: { uri: "features/bad.feature", line: 4 }, source: "  Nonsense" },
  ]);
  expect(read("reports/truth.html")).toContain("Nonsense");
});

it("reports a failed BeforeAll hook, after which cucumber exits without a word to formatters", async () => {
  write(
    "features/hooks.js",
    'import { BeforeAll } from "@cucumber/cucumber"; BeforeAll(() => { throw new Error("no database"); });',
  );
  const { code, stderr } = await end(start());
  expect(code).toBe(1);
  expect(stderr).toContain("storyproof: 0 proven, 2 unproven · reports/truth.html\n");
  const report = readReport();
  expect(verdictsOf(report)).toEqual(["works unproven not-run", "breaks unproven not-run"]);
  expect(report.run.problems[0]?.text).toBe("BeforeAll hook failed: no database");
  expect(read("reports/truth.md")).toContain("no database");
});

it.each(["SIGINT", "SIGTERM"] as const)(
  "counts the rest as unproven on %s, and lets it end the run",
  async (signal) => {
    write(
      "features/shop.feature",
      `${feature}  Scenario: hangs\n    When it hangs\n  Scenario: later\n    Given it works\n`,
    );
    configure([
      ["truth", "reports/truth.json"],
      ["truth-markdown", "own.md"],
    ]);
    const child = start();
    const ended = end(child);
    child.stdout?.on("data", (chunk) => {
      if (String(chunk).includes("hanging")) child.kill(signal);
    });
    expect(await ended).toMatchObject({ code: null, signal });
    expect(verdictsOf(readReport())).toEqual([
      "works proven",
      "breaks refuted step-failed",
      "hangs unproven interrupted",
      "later unproven interrupted",
    ]);
    expect(read("reports/truth.html")).toContain("</html>");
    expect(read("own.md")).toContain("The run stopped before its end");
  },
);

it("leaves ending the run to another listener of the signal", async () => {
  write("features/shop.feature", `${feature}  Scenario: hangs\n    When it hangs\n`);
  write(
    "features/listener.js",
    'process.on("SIGINT", () => setTimeout(() => process.exit(99), 50));',
  );
  const child = start();
  const ended = end(child);
  child.stdout?.on("data", (chunk) => {
    if (String(chunk).includes("hanging")) child.kill("SIGINT");
  });
  expect(await ended).toMatchObject({ code: 99, signal: null });
  expect(readReport().run.interrupted).toBe(true);
});

it("says once that a report cannot be written, and lets the run's result stand", async () => {
  write("features/shop.feature", "Feature: Shop\n  Scenario: works\n    Given it works\n");
  write("blocked", "a file");
  configure([["truth", "truth.json"]], "../blocked/truth.html");
  const { code, stderr } = await end(start());
  expect(code).toBe(0);
  expect(stderr.match(/could not be written/g)).toHaveLength(1);
  expect(stderr).toMatch(/blocked\/truth\.html \(E\w+\)/);
  expect(stderr).toContain("What the run found stands");
  expect(stderr).toMatch(/storyproof: 1 proven\n$/);
  expect(readReport("truth.json").verdict).toBe("proven");
});

it.runIf(existsSync("/dev/full"))(
  "lets a full disk neither break the run nor go unnoticed",
  async () => {
    write("features/shop.feature", "Feature: Shop\n  Scenario: works\n    Given it works\n");
    configure([["truth", "truth.json"]], "/dev/full");
    const { code, stderr } = await end(start());
    expect(code).toBe(0);
    expect(stderr).toContain("(ENOSPC)");
    expect(stderr).toContain("The disk is full");
  },
);
