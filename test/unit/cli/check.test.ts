import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it, onTestFinished, test } from "vitest";
import { runCheck } from "../../../src/cli/check.ts";
import { runStoryproof } from "../../../src/cli/main.ts";
import { policySchema } from "../../../src/config/policy-schema.ts";
import { storyOf } from "../story/parse-feature.ts";
import { recordIo } from "./command-io.ts";

const sources = new URL("../../../src/index.ts", import.meta.url).href;

function makeProject(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "check-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** A configuration with this policy, given as JavaScript. */
function configOf(policy: string): string {
  const imports = `import { defineConfig, definePolicy } from "${sources}";`;
  return `${imports}\nvoid definePolicy;\nexport default defineConfig({ policy: ${policy} });\n`;
}

async function check(folder: string, ...args: readonly string[]) {
  const io = recordIo({ cwd: folder, env: {} });
  try {
    const code = await runCheck(args, io, () => new Date("2026-11-21T23:59:59Z"));
    return { code, ...io.written };
  } catch (error) {
    const { name, message } = error as Error;
    return { code: name, ...io.written, stderr: message };
  }
}

const feature = `@story:pay @owner:shop @repo:payments
Feature: Paying
  As a customer
  I want to pay by card
  so that the book is mine

  @smoke
  Scenario: A card is charged
    When I press "Pay"
    Then I should see "Thanks"
`;

const comply = `{ id: "comply", reason: "Auditors ask", for: "stories", where: "@repo:payments", require: { tags: ["@compliance:*"] } }`;
const short = `{ id: "short", reason: "People wait", for: "project", where: "@smoke", limit: { runningTime: "5s" } }`;
const broken = `definePolicy({ id: "broken", reason: "Because", check: () => { throw new Error("oh"); } })`;
const waivers = `waivers: [
  { rule: "comply", story: "pay", who: "Ada", why: "until March", until: "2026-11-21" },
  { rule: "comply", story: "pay", scenario: "pay/x", who: "Ada", why: "until March", until: "2026-11-20" },
]`;

function schemaOf(name: string): object {
  return JSON.parse(readFileSync(`schemas/${name}.schema.json`, "utf8"));
}

test("findings of lint and of policy come together, and an error ends with 1", async () => {
  const folder = makeProject({
    "cucumber.js": configOf(`{ rules: [${comply}] }`),
    "features/pay.feature": feature,
    "features/bad.feature": "Feature: A\n  Scenario: B\n    Given b\n    Givn c\n",
  });
  const { code, stdout } = await check(folder);
  expect(code).toBe(1);
  expect(stdout).toContain("structure/unreadable-file");
  expect(stdout).toContain("policy/comply");
  expect(stdout).toMatch(/\nPolicy: 1 rule judged\.\n$/);
});

test("what keeps everything ends with 0, and a waiver's last day is covered to its end in UTC", async () => {
  const folder = makeProject({
    "cucumber.js": configOf(`{ rules: [${comply}], ${waivers.replace(/\n.*pay\/x.*/, "")} }`),
    "features/pay.feature": feature,
  });
  const { code, stdout } = await check(folder, "--rule", "policy/*");
  expect(stdout).toContain("waived until 2026-11-21 by Ada: until March.");
  expect({ code, last: stdout.split("\n").at(-2) }).toEqual({
    code: 0,
    last: "Policy: 1 rule judged; 1 waiver: 1 used.",
  });
});

describe("formats", () => {
  const files = {
    "cucumber.js": configOf(`{ rules: [${comply}, ${short}, ${broken}], ${waivers} }`),
    "features/pay.feature": feature,
  };

  it("JSON is as its schema says, with rules and waivers", async () => {
    const { stdout } = await check(makeProject(files), "--format", "json");
    const ajv = new Ajv2020({ allErrors: true, strict: false });
    ajv.addSchema(schemaOf("lint"));
    const validate = ajv.compile(schemaOf("check"));
    const report = JSON.parse(stdout);
    expect(validate(report) ? [] : validate.errors).toEqual([]);
    expect(report.policy.rules.map(({ id, state }: never) => [id, state])).toEqual([
      ["comply", "judged"],
      ["short", "judged"],
      ["broken", "broken"],
    ]);
    expect(report.policy.waivers.map(({ state, excused }: never) => [state, excused])).toEqual([
      ["used", 1],
      ["expired", 0],
    ]);
  });

  it("SARIF describes the policy's rules without examples", async () => {
    const { stdout } = await check(makeProject(files), "--format", "sarif", "--rule", "policy/*");
    const [run] = JSON.parse(stdout).runs;
    const rule = run.tool.driver.rules.find(({ id }: { id: string }) => id === "policy/comply");
    expect(rule.fullDescription.text).toBe("Auditors ask");
    expect(rule).not.toHaveProperty("help");
    expect(run.results.every(({ ruleIndex }: { ruleIndex: number }) => ruleIndex >= 0)).toBe(true);
  });

  it("GitHub shows each at its line", async () => {
    const { stdout, stderr } = await check(makeProject(files), "--format", "github");
    expect(stdout).toContain("::notice file=features/pay.feature,line=1,endLine=1,col=24");
    expect(stdout).toContain("::error file=cucumber.js,line=5,");
    expect(stderr).toContain("Policy: 3 rules judged");
  });

  it("Markdown lists findings, what is waived, and waivers", async () => {
    const folder = makeProject(files);
    const { stderr } = await check(folder, "--format", "markdown", "--output", "out/check.md");
    const markdown = readFileSync(join(folder, "out/check.md"), "utf8");
    expect(markdown).toMatch(/^# Stories checked\n/);
    expect(markdown).toContain("\n## Waived\n");
    expect(markdown).toContain("| `comply` | `pay` | Ada | until March | 2026-11-21 | used |");
    expect(stderr).toContain("out/check.md");
  });

  it("a rule that is broken ends with 2, whatever the others say", async () => {
    const { code, stderr } = await check(makeProject(files));
    expect(code).toBe(2);
    expect(stderr).toContain("rules that could not be judged: broken.");
  });
});

test("what is wrong in a policy is told at once, before stories are read", async () => {
  const policy = `{ rules: [
    { id: "a", reason: "Because", for: "scenarios", where: "@a and", require: { guarantees: { unhapy: 1 } } },
    "./none.js", "./empty.js", "./wrong.js",
  ], waivers: [{ rule: "b", story: "s", who: "Ada", why: "moving", until: "2027-02-30" }] }`;
  const folder = makeProject({
    "cucumber.js": configOf(policy),
    "empty.js": "export const a = 1;\n",
    "wrong.js": "export const a = ;\n",
    "package.json": '{ "type": "module" }',
  });
  const { code, stderr } = await check(folder);
  expect(code).toBe("ConfigError");
  for (const told of [
    '"./none.js", a file that is not there',
    '"./empty.js", which exports no rule',
    '"./wrong.js", which cannot be loaded: ',
    "             @a and\n                   ^\n",
    "Did you mean unhappy?",
    "Did you mean a?",
    '"2027-02-30"',
  ]) {
    expect(stderr).toContain(told);
  }
});

describe("running times", () => {
  const story = storyOf(feature, "features/pay.feature");
  const one = story.scenarios[0]?.cases[0];
  const files = (more: Readonly<Record<string, string>> = {}) =>
    makeProject({
      "cucumber.js": configOf(`{ rules: [${short}] }`),
      "features/pay.feature": feature,
      ...more,
    });
  const counts = { proven: 1, refuted: 0, unproven: 0, notSelected: 0, planned: 0 };
  const part = { verdict: "proven", title: "T", description: "", line: 1, tags: [], counts };
  const run = {
    durationMs: 1,
    runs: 1,
    interrupted: false,
    problems: [],
    environments: [],
    evidence: [],
  };
  const attempt = {
    attempt: 1,
    status: "passed",
    startedAt: "2026-11-21T00:00:00Z",
    steps: [],
    evidence: [],
  };
  const hashes = { contentHash: one?.contentHash ?? "", links: {} };
  const report = (durationMs: number) =>
    JSON.stringify({
      version: 1,
      verdict: "proven",
      run,
      counts,
      storyCounts: counts,
      stories: [
        {
          ...part,
          ...hashes,
          id: "pay",
          uri: "features/pay.feature",
          language: "en",
          keyword: "Feature",
          rules: [],
          scenarios: [
            {
              ...part,
              ...hashes,
              id: "pay/a",
              keyword: "Scenario",
              cases: [
                {
                  verdict: "proven",
                  id: one?.id,
                  title: "T",
                  line: 8,
                  tags: [],
                  contentHash: one?.contentHash,
                  flaky: false,
                  guarantees: [{ id: "g", kind: "behaviour", text: "T", verdict: "proven" }],
                  attempts: [{ ...attempt, durationMs }],
                },
              ],
            },
          ],
        },
      ],
    });
  const only = ["--rule", "policy/*"];

  it("come from the report that a run leaves, without being asked for", async () => {
    const kept = await check(files({ "reports/truth.json": report(4000) }), ...only);
    expect(kept.stderr).toBe("");
    expect(kept).toMatchObject({ code: 0, stdout: expect.stringContaining("Nothing to say") });
    const long = await check(files({ "reports/truth.json": report(6000) }), ...only);
    expect(long).toMatchObject({ code: 1, stdout: expect.stringContaining("1 run takes 6 s") });
  });

  it("come from the files that are named, pretty or not", async () => {
    const pretty = JSON.stringify(JSON.parse(report(6000)), null, 2);
    const { code } = await check(
      files({ "saved.json": pretty }),
      "--evidence",
      "saved.json",
      ...only,
    );
    expect(code).toBe(1);
  });

  it("are unknown without them, which is a warning", async () => {
    const { code, stdout } = await check(files(), ...only);
    expect(stdout).toContain("the running time of 1 of 1 run is not known: 1 in no saved run");
    expect(code).toBe(0);
  });

  it.each([
    ["none.json", undefined, "there is no such file"],
    ["empty.json", "", "the file is empty"],
    ["odd.json", '{\n"a": 1, "b": 2 }', "this is no truth report"],
    ["text.json", "hello", "neither a truth report nor cucumber messages"],
    ["odd.ndjson", '{"meta":{}}\nhello\n', "is no cucumber message"],
  ])("%s is refused", async (name, content, problem) => {
    const folder = files(content === undefined ? {} : { [name]: content });
    const { code, stderr } = await check(folder, "--evidence", name);
    expect(code).toBe("UsageError");
    expect(stderr).toContain(`--evidence ${name}`);
    expect(stderr).toContain(problem);
  });
});

test("named paths leave out rules over all stories, which is told", async () => {
  const folder = makeProject({
    "cucumber.js": configOf(`{ rules: [${comply}, ${short}] }`),
    "features/pay.feature": feature,
  });
  const { stdout } = await check(folder, "features/pay.feature", "--rule", "policy/*");
  expect(stdout).toMatch(
    /Policy: 1 rule judged\.\nLeft out: short; they need all stories, and only some were read\.\n$/,
  );
});

test("a comment in a feature does not silence a policy", async () => {
  const silenced = feature.replace(
    "@smoke",
    "# storyproof-disable policy/comply -- I may\n  @smoke",
  );
  const folder = makeProject({
    "cucumber.js": configOf(`{ rules: [${comply}] }`),
    "features/pay.feature": `# storyproof-disable policy/comply -- I may\n${silenced}`,
  });
  const { code, stdout } = await check(folder);
  expect(code).toBe(1);
  expect(stdout).toContain("policy/comply");
});

test("an unreadable file is told even when only policies are asked for", async () => {
  const folder = makeProject({
    "cucumber.js": configOf(`{ rules: [${comply}] }`),
    "features/bad.feature": "Feature: A\n  Scenario: B\n    Given b\n    Givn c\n",
  });
  const { code, stdout } = await check(folder, "--rule", "policy/comply");
  expect(code).toBe(1);
  expect(stdout).toContain("structure/unreadable-file");
});

test("without a policy only lint is checked, which is told", async () => {
  const { stderr } = await check(makeProject({ "features/pay.feature": feature }));
  expect(stderr).toContain("so only the rules of lint are checked");
});

test.each([
  [["--formt", "json"], "Did you mean --format?"],
  [["--format", "xml"], "--format xml: there are text, json, sarif, github, markdown."],
  [["--rule", "policy/complly"], "there is no rule policy/complly. Did you mean policy/comply?"],
  [["--max-warnings", "few"], "--max-warnings few: this is no whole number."],
  [["--severity", "bad"], "--severity bad: there are error, warning, note."],
  [["nowhere.feature"], "nowhere.feature: there is no such file or folder."],
])("%j is wrong usage", async (args, problem) => {
  const folder = makeProject({
    "cucumber.js": configOf(`{ rules: [${comply}] }`),
    "features/pay.feature": feature,
  });
  const io = recordIo({ cwd: folder, env: {} });
  expect(await runStoryproof(["check", ...args], io)).toBe(2);
  expect(io.written.stderr).toContain(problem);
});

test("the published schema of a policy is the one that is checked", () => {
  expect(schemaOf("policy")).toEqual(JSON.parse(JSON.stringify(policySchema)));
});
