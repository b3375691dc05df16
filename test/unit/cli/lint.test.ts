import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { CommandIo } from "../../../src/cli/io.ts";
import { lintProject } from "../../../src/cli/lint-project.ts";
import { runStoryproof } from "../../../src/cli/main.ts";
import { defineConfig } from "../../../src/config/define-config.ts";
import type { StoryproofOptions } from "../../../src/config/options.ts";
import { recordIo } from "./command-io.ts";

interface Project {
  readonly folder: string;
  run(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }>;
  read(path: string): string;
}

function makeProject(
  files: Readonly<Record<string, string | Uint8Array>>,
  more: Partial<CommandIo> = {},
): Project {
  const folder = mkdtempSync(join(tmpdir(), "lint-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return {
    folder,
    read: (path) => readFileSync(join(folder, path), "utf8"),
    async run(...args) {
      const io = recordIo({ cwd: folder, env: {}, ...more });
      const code = await runStoryproof(["lint", ...args], io);
      return { code, ...io.written };
    },
  };
}

const structure = ["--rule", "structure/*"];
const good = "@smoke\nFeature: A\n\n  Scenario: B\n    Then c\n";
const noOutcome = "@smoke\nFeature: A\n\n  Scenario: B\n    When c\n";
const broken = "Feature: A\n\n  Scenario: B\n    Given a\n    Givn b\n";

/** A configuration as defineConfig makes it, from the sources. */
function configOf(options: object): string {
  const url = new URL("../../../src/config/define-config.ts", import.meta.url).href;
  return `import { defineConfig } from "${url}";\nexport default defineConfig(${JSON.stringify(options)});\n`;
}

describe("what is found", () => {
  test("all files, all problems, in one pass; a broken file hides no other", async () => {
    const project = makeProject({
      "features/a.feature": broken,
      "features/b/c.feature": noOutcome,
      "features/latin.feature": Buffer.from("Feature: Gr\xfc\xdfe\n", "latin1"),
      "features/d.feature": good.replace("Feature: A", "Feature: D"),
    });
    const { code, stdout, stderr } = await project.run(...structure);
    expect(stderr).toBe("");
    expect(code).toBe(1);
    expect(stdout).toContain("features/a.feature\n  5:5  error  ");
    expect(stdout).toContain("      Givn b\n      ^");
    expect(stdout).toContain("features/b/c.feature\n  4:3  warning  ");
    expect(stdout).toContain("features/latin.feature\n  1:12  error  ");
    expect(stdout).toMatch(/\n2 errors and 1 warning in 3 of 4 files\.\n$/);
    expect(stdout).not.toContain("\u001b");
  });

  test("nothing weighs as an error: 0", async () => {
    const project = makeProject({ "features/a.feature": noOutcome });
    const { code, stdout } = await project.run(...structure);
    expect(code).toBe(0);
    expect(stdout).toContain("1 warning in 1 of 1 file.");
    expect((await project.run(...structure, "--max-warnings", "1")).code).toBe(0);
    const tooMany = await project.run(...structure, "--max-warnings", "0");
    expect(tooMany).toMatchObject({ code: 1, stderr: "storyproof: 1 warning is more than 0.\n" });
  });

  test("files, folders and globs can be named", async () => {
    const project = makeProject({ "a.feature": noOutcome, "x/b.feature": noOutcome });
    const { stdout } = await project.run(...structure, "x");
    expect(stdout).toMatch(/in 1 of 1 file\./);
    expect((await project.run(...structure, "*.feature", "x/b.feature")).stdout).toMatch(
      /in 2 of 2 files\./,
    );
  });

  test("--severity and --quiet leave out what weighs less", async () => {
    const project = makeProject({ "features/a.feature": noOutcome });
    expect((await project.run(...structure, "--quiet")).stdout).toBe(
      "Nothing to say about 1 file.\n",
    );
    const { stdout } = await project.run("--rule", "intent/no-owner", "--severity", "warning");
    expect(stdout).toBe("Nothing to say about 1 file.\n");
  });
});

describe("formats", () => {
  const project = () => makeProject({ "features/a.feature": broken });

  test("json, sarif and github go to the standard output", async () => {
    const json = JSON.parse((await project().run(...structure, "--format", "json")).stdout);
    expect(json).toMatchObject({ summary: { errors: 1 }, findings: [{ line: 5 }] });
    const sarif = JSON.parse((await project().run(...structure, "--format", "sarif")).stdout);
    expect(sarif.runs[0].results[0].ruleId).toBe("structure/unreadable-file");
    const { stdout, stderr } = await project().run(...structure, "--format", "github");
    expect(stdout).toMatch(/^::error file=features\/a\.feature,line=5,col=5,/);
    expect(stderr).toBe("1 error in 1 of 1 file.\n");
  });

  test("--output writes the file, with its folder, and tells the summary", async () => {
    const one = project();
    const { stdout, stderr } = await one.run(...structure, "--format=sarif", "-o", "out/l.sarif");
    expect({ stdout, stderr }).toEqual({
      stdout: "",
      stderr: "1 error in 1 of 1 file. Written to out/l.sarif.\n",
    });
    expect(JSON.parse(one.read("out/l.sarif")).version).toBe("2.1.0");
  });

  test.each([
    [{ FORCE_COLOR: "1" }, false, true],
    [{}, true, true],
    [{ NO_COLOR: "1" }, true, false],
    [{ TERM: "dumb" }, true, false],
    [{}, false, false],
  ])("%j on a terminal: %s, coloured: %s", async (env, isTTY, coloured) => {
    let stdout = "";
    const sink = { isTTY, write: (text: string) => (stdout += text) };
    await makeProject({ "features/a.feature": broken }, { env, stdout: sink }).run(...structure);
    expect(stdout.includes("\u001b[31merror")).toBe(coloured);
  });
});

describe("configuration", () => {
  const rules = { "structure/no-outcome": "error", "structure/no-steps": "off" };

  test("says what a rule weighs, how many warnings there may be, and which words are vague", async () => {
    const project = makeProject({
      "features/a.feature": `${noOutcome}  Scenario: C\n`,
      "cucumber.mjs": configOf({ lint: { rules, maxWarnings: 0 } }),
    });
    const { code, stdout } = await project.run(...structure);
    expect(code).toBe(1);
    expect(stdout).toContain("4:3  error  ");
    expect(stdout).not.toContain("no-steps");
    expect((await project.run("--rules")).stdout).toMatch(/structure\/no-steps +off /);
  });

  test("with a rule that does not exist is refused, with the nearest", async () => {
    const project = makeProject({
      "features/a.feature": good,
      "cucumber.mjs": configOf({ lint: { rules: { "structure/no-outcom": "off" } } }),
    });
    const { code, stderr } = await project.run(...structure);
    expect(code).toBe(2);
    expect(stderr).toContain('lint.rules["structure/no-outcom"]');
    expect(stderr).toContain('Did you mean "structure/no-outcome"?');
  });

  test("that cannot be read is refused, and not passed over", async () => {
    const project = makeProject({ "features/a.feature": good, "cucumber.mjs": "export default {" });
    const { code, stderr } = await project.run(...structure);
    expect(code).toBe(2);
    expect(stderr).toContain("cucumber.mjs cannot be read");
  });

  test("that would silence what cucumber-js refuses is refused, with the reason", async () => {
    const wrong = good.replace("@smoke", "@smoke @latency:p95<300");
    const project = (name: string) =>
      makeProject({
        "features/a.feature": wrong,
        "cucumber.mjs": configOf({ lint: { rules: { [name]: "off" } } }),
      });
    const refused = await project("tags/malformed").run("--rule", "tags/*");
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('"error": cucumber-js refuses a run with such a tag');
    const { code, stdout } = await project("tags/*").run("--rule", "tags/*");
    expect(code).toBe(1);
    expect(stdout).toContain("tags/malformed");
  });
});

describe("wrong usage", () => {
  test.each([
    [["--formt", "json"], "unknown option --formt. Did you mean --format?"],
    [["--format", "xml"], "--format xml: there are text, json, sarif and github."],
    [["--severity", "high"], "--severity high: there are error, warning and note."],
    [["--max-warnings", "many"], "--max-warnings many: this is no whole number."],
    [
      ["--rule", "structure/no-outcom"],
      "there is no rule structure/no-outcom. Did you mean structure/no-outcome?",
    ],
    [["--rule", "vague-words"], "Did you mean language/vague-words?"],
    [["--rule", "langage/no-outcome"], "Did you mean structure/no-outcome?"],
    [["--explain", "x"], "there is no rule x."],
    [["nowhere"], "nowhere: there is no such file or folder."],
    [["--config", "none.js"], "--config none.js: there is no such file."],
    [["--output", "features", ...structure], "features"],
    [["empty", ...structure], "no feature file matches empty."],
  ])("%j", async (args, message) => {
    const project = makeProject({ "features/a.feature": good, "empty/x.txt": "" });
    const { code, stdout, stderr } = await project.run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("    at ");
  });

  test("a stopped command ends with 130 and writes nothing", async () => {
    const controller = new AbortController();
    controller.abort();
    const project = makeProject({ "features/a.feature": good }, { signal: controller.signal });
    expect(await project.run(...structure)).toEqual({ code: 130, stdout: "", stderr: "" });
  });
});

test("the rules are listed and explained", async () => {
  const project = makeProject({});
  expect((await project.run("--help")).stdout).toContain("Usage: storyproof lint");
  expect((await project.run("--rules")).stdout).toMatch(
    /^structure\/no-outcome +warning +a scenario without an outcome step$/m,
  );
  const { stdout } = await project.run("--explain", "structure/no-outcome");
  expect(stdout).toContain("structure/no-outcome (warning): a scenario without an outcome step");
  expect(stdout).toContain("Bad:\n\n  Feature: Sign in");
  const { stdout: ofSteps } = await project.run("--explain", "steps/undefined");
  expect(ofSteps).toContain(
    "With these step definitions:\n\n  I add {string} to the cart\n  the cart should show {string}\n\nBad:\n",
  );
});

describe("--fix", () => {
  const fixable =
    "\ufeff@a @a\r\nFeature: A\t\r\n\r\n  Background:\r\n\r\n  Scenario: B\r\n    Then c \r\n";
  const fixed = "\ufeff@a\r\nFeature: A\r\n\r\n\r\n  Scenario: B\r\n    Then c\r\n";

  test("mends what is safe, and nothing else; twice is the same as once", async () => {
    const project = makeProject({ "features/a.feature": fixable, "features/b.feature": broken });
    const { stdout } = await project.run(
      "--fix",
      "--rule",
      "layout/*",
      "--rule",
      "tags/*",
      ...structure,
    );
    expect(project.read("features/a.feature")).toBe(fixed);
    expect(project.read("features/b.feature")).toBe(broken);
    expect(stdout).toMatch(/\nMended 3 problems\. .* in 2 of 2 files\.\n$/);
    const again = await project.run("--fix", "--rule", "layout/*");
    expect(again.stdout).toBe("Nothing to say about 2 files.\n");
    expect(readdirSync(join(project.folder, "features"))).toEqual(["a.feature", "b.feature"]);
  });

  test("what is mended brings up what was hidden: a comment that is needed no more", async () => {
    const comment = "# storyproof-disable tags/repeated -- an old tool needs them";
    const project = makeProject({
      "features/a.feature": `Feature: A\n${comment}\nScenario: B\nThen c\n`,
    });
    await project.run("--fix", "--rule", "tags/*", "--rule", "suppression/*");
    expect(project.read("features/a.feature")).toBe("Feature: A\nScenario: B\nThen c\n");
  });

  test("without it, no file is touched", async () => {
    const project = makeProject({ "features/a.feature": fixable });
    expect((await project.run("--rule", "layout/*")).stdout).toContain("--fix mends 1 of them.");
    expect(project.read("features/a.feature")).toBe(fixable);
  });

  test("rights stay, and a link stays a link", async () => {
    const project = makeProject({ "real/a.feature": fixable, "features/x": "" });
    chmodSync(join(project.folder, "real/a.feature"), 0o640);
    symlinkSync("../real/a.feature", join(project.folder, "features/a.feature"));
    await project.run("--fix", "features/a.feature", "--rule", "layout/*");
    expect(lstatSync(join(project.folder, "features/a.feature")).isSymbolicLink()).toBe(true);
    expect(statSync(join(project.folder, "real/a.feature")).mode & 0o777).toBe(0o640);
    expect(project.read("real/a.feature")).toContain("Then c\r\n");
  });
});

describe("step definitions of the project", () => {
  const own = 'import { Then } from "@cucumber/cucumber";\nThen("c {int}", () => {});\n';
  const story = (step: string) => `@a @a\nFeature: A\n  Scenario: B\n    Then ${step}\n`;
  const withSteps = (steps: string, step = "c 1") => {
    const project = makeProject({
      "features/a.feature": story(step),
      "steps/own.mjs": steps,
      "cucumber.mjs": 'export default { import: ["steps/*.mjs"] };\n',
    });
    symlinkSync(join(process.cwd(), "node_modules"), join(project.folder, "node_modules"));
    return project;
  };

  test("are loaded once, and known after something was mended too", async () => {
    const project = withSteps(own);
    const { code, stdout } = await project.run("--fix", "--rule", "steps/*", "--rule", "tags/*");
    expect(stdout).toBe("Mended 1 problem. Nothing to say about 1 file.\n");
    expect(code).toBe(0);
  });

  test("that cannot be loaded end it where there is a configuration, unless no rule is about steps", async () => {
    const project = withSteps('import "./not-there.mjs";\n');
    const lint = async (options: StoryproofOptions) => {
      const settings = await defineConfig(options).settings();
      const config = { kind: "read", file: "cucumber.mjs", settings, options } as const;
      const io = recordIo({ cwd: project.folder, env: {} });
      return await lintProject(io, { paths: ["features"], config });
    };
    await expect(lint({})).rejects.toThrow(
      /^The step definitions of this project cannot be loaded:\n.*not-there\.mjs[\s\S]*"steps\/\*": "off"/,
    );
    const { findings } = await lint({ lint: { rules: { "steps/*": "off" } } });
    expect(findings.map(({ rule }) => rule)).toContain("tags/repeated");
    // Without one nobody asked for these rules.
    const { code, stderr } = await project.run();
    expect(code).toBe(0);
    expect(stderr).toMatch(/^storyproof: the rules steps\/\* were left out: The step definitions/);
  });

  const three = ["the cart holds 1 things", "the carts hold 2 things", "the cart holds 3 things"];
  const steps = three.join("\n    Then ");

  test("are known to one rule as to all", async () => {
    const both = own.replace('"c {int}"', "/^the carts? holds? . things$/");
    const { stdout, stderr } = await withSteps(both, steps).run("--rule", "language/near-phrase");
    expect({ stdout, stderr }).toEqual({ stdout: "Nothing to say about 1 file.\n", stderr: "" });
  });

  test("lack for a step that is also nearly another: one finding, the error that says more", async () => {
    const one = own.replace("c {int}", "the cart holds {int} things");
    const { stdout } = await withSteps(one, steps).run();
    expect(stdout).toContain("steps/undefined");
    expect(stdout).not.toContain("language/near-phrase");
  });
});

test("warnings that are not shown are counted all the same", async () => {
  const project = makeProject({ "features/a.feature": noOutcome });
  const { code, stdout, stderr } = await project.run(
    "--quiet",
    "--max-warnings",
    "0",
    ...structure,
  );
  expect(code).toBe(1);
  expect(stdout).toBe("Nothing to say about 1 file.\n");
  expect(stderr).toContain("1 warning is more than 0.");
});

test("a person who waits is told how far it is, and the line is gone at the end", async () => {
  const { showProgress } = await import("../../../src/cli/lint-progress.ts");
  const run = async (isTTY: boolean) => {
    let written = "";
    let clock = 0;
    const items = (async function* () {
      yield* [1, 2, 3, 4];
    })();
    const sink = { isTTY, write: (text: string) => (written += text) };
    const seen: number[] = [];
    for await (const item of showProgress(items, sink, () => (clock += 350))) seen.push(item);
    expect(seen).toEqual([1, 2, 3, 4]);
    return written;
  };
  expect(await run(true)).toBe("\r3 files read\r4 files read\r\u001b[K");
  expect(await run(false)).toBe("");
});
