import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it, onTestFinished, test } from "vitest";
import { runCheck } from "../../../src/cli/check.ts";
import { makePolicyHome } from "../../../src/cli/check-policy.ts";
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
  // Cucumber itself would load these sources as Node does, which older ones cannot.
  const lint = `lint: { rules: { "steps/*": "off" } }`;
  return `${imports}\nvoid definePolicy;\nexport default defineConfig({ ${lint}, policy: ${policy} });\n`;
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

  it.each(["", "not json", '{"version":1}', '{"meta":{}}\nhello\n'])(
    "are unknown with a report that nobody named and that says %j, and nothing else is hidden",
    async (content) => {
      const more = "Feature: B\n  Scenario: B\n    When b\n";
      const told = await check(
        files({ "reports/truth.json": content, "features/b.feature": more }),
      );
      expect(told.stderr).toMatch(
        /^storyproof: running times are not known\. reports\/truth\.json:.+\n$/,
      );
      expect(told.stdout).toContain("the running time of 1 of 1 run is not known");
      expect(told.stdout).toContain("structure/no-outcome");
      expect(told.code).toBe(0);
    },
  );

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

describe("what is planned is told as not judged", () => {
  const planned = (title: string) =>
    `\n  @planned\n  Scenario: ${title}\n    When I press "${title}"\n    Then I should see "${title}"\n`;
  const project = (rules: string, more: string) =>
    makeProject({
      "cucumber.js": configOf(`{ rules: ${rules} }`),
      "features/pay.feature": feature + more,
    });
  const too = comply.replace('"comply"', '"too"').replace(" for:", " planned: true, for:");
  const both = planned("A") + planned("B");

  it.each([
    [`[${comply}]`, both, "; 2 planned scenarios were not judged."],
    [`[${comply}]`, planned("A"), "; 1 planned scenario was not judged."],
    [`[${comply}, ${too}]`, both, "; 2 planned scenarios were not judged by 1 of them."],
    [`[${too}]`, both, "1 rule judged."],
    [`[${comply}]`, "", "1 rule judged."],
  ])("%#", async (rules, more, end) => {
    const { stdout } = await check(project(rules, more));
    expect(stdout.trimEnd().endsWith(end)).toBe(true);
  });

  it("in JSON and Markdown too", async () => {
    const folder = project(`[${comply}]`, both);
    const { policy } = JSON.parse((await check(folder, "--format", "json")).stdout);
    expect(policy.planned).toEqual({ notJudged: 2, rules: 1 });
    const { stdout } = await check(folder, "--format", "markdown");
    expect(stdout).toContain("2 planned scenarios were not judged.");
  });
});

describe("what a comment silences is told", () => {
  const outcome = '    Then I should see "Thanks"\n';
  const comment = "  # storyproof-disable-next-line structure/no-outcome -- the page | says it\n";
  const project = () =>
    makeProject({
      "cucumber.js": configOf(`{ rules: [${comply}] }`),
      "features/pay.feature": feature.replace(outcome, "").replace("  @smoke", `${comment}$&`),
    });
  const only = ["--rule", "structure/no-outcome"];

  it("in text and JSON", async () => {
    expect((await check(project(), ...only)).stdout).toContain("1 silenced by a comment.\n");
    const json = JSON.parse((await check(project(), "--format", "json", ...only)).stdout);
    const ajv = new Ajv2020({ allErrors: true, strict: false });
    expect(ajv.validate(schemaOf("check"), json)).toBe(true);
    expect(json.summary).toMatchObject({ silenced: 1, warnings: 0 });
    expect(json.silenced).toMatchObject([
      { line: 7, reason: "the page | says it", finding: { rule: "structure/no-outcome", line: 9 } },
    ]);
  });

  it("in Markdown as a table", async () => {
    const { stdout } = await check(project(), "--format", "markdown", ...only);
    expect(stdout).toContain("\n## Silenced by comments\n");
    expect(stdout).toContain(
      "| `features/pay.feature:9` | warning | `structure/no-outcome` | `features/pay.feature:7` | the page \\| says it |",
    );
  });

  it("but not where less is looked for", async () => {
    const quiet = await check(project(), "--quiet", "--max-warnings", "0", ...only);
    expect(quiet.stdout).not.toContain("silenced");
  });
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

test("a module's rule that lacks its reason is told, not left out", async () => {
  const folder = makeProject({
    "cucumber.js": configOf('{ rules: ["./rules.js"] }'),
    "rules.js":
      'export const a = { id: "a", reason: "Because", check: () => [] };\nexport const b = { id: "b", check: () => [] };\n',
    "package.json": '{ "type": "module" }',
  });
  const { code, stderr } = await check(folder);
  expect(code).toBe("ConfigError");
  expect(stderr).toContain("policy.rules[0].b.reason");
});

test("warnings are counted where they are not shown", async () => {
  const folder = makeProject({
    "features/a.feature": "Feature: A\n  Scenario: B\n    When c\n",
  });
  const { code, stdout, stderr } = await check(folder, "--quiet", "--max-warnings", "0");
  expect(code).toBe(1);
  expect(stdout).not.toContain("structure/no-outcome");
  expect(stderr).toMatch(/\d warnings are more than 0/);
  expect((await check(folder, "--quiet")).code).toBe(0);
});

test("an unreadable file is told though lint has its rule off, for what is in it keeps no policy", async () => {
  const folder = makeProject({
    "cucumber.js": `import { defineConfig } from "${sources}";\nexport default defineConfig({ lint: { rules: { "structure/*": "off", "steps/*": "off" } }, policy: { rules: [${comply}] } });\n`,
    "features/pay.feature": feature.replace("@repo:payments", "@repo:payments @compliance:psd2"),
    "features/bad.feature": "@repo:payments\nFeature: A\n  Scenario: B\n    When b\n    Givn c\n",
  });
  const { code, stdout } = await check(folder, "--quiet");
  expect(stdout).toContain("structure/unreadable-file");
  expect(code).toBe(1);
});

describe("what is said of a waiver stands at that waiver", () => {
  it("though others are about the same story, or end on the same day", async () => {
    const waiver = (rule: string, story: string) => `
    {
      rule: "${rule}",
      story: "${story}",
      who: "Ada",
      why: "until March",
      until: "2026-11-20",
    },`;
    const list = [waiver("comply", "pay"), waiver("owned", "pay"), waiver("comply", "refund")];
    const owned = comply.replace("comply", "owned");
    const config = configOf(`{ rules: [${comply}, ${owned}], waivers: [${list.join("")}\n] }`);
    const folder = makeProject({ "cucumber.js": config, "features/pay.feature": feature });
    const { stdout } = await check(folder, "--format", "json", "--rule", "waiver/*");
    const until = config.split("\n").flatMap((line, at) => (/until:/.test(line) ? [at + 1] : []));
    const found = JSON.parse(stdout).findings.map(({ line }: { line: number }) => line);
    expect(found).toEqual(until);
  });

  it("and thousands of them are told in seconds", { timeout: 60_000 }, () => {
    const lines = Array.from(
      { length: 2000 },
      (_, n) => `{\nrule: "r",\nstory: "s-${n}",\nwho: "Ada",\n},`,
    );
    const folder = makeProject({ "cucumber.js": lines.join("\n") });
    const home = makePolicyHome(folder, { kind: "read", file: "cucumber.js" } as never);
    const start = performance.now();
    for (let n = 0; n < 2000; n += 1) {
      expect(home(`s-${n}`, "2027-01-01", "Ada", "r").line).toBe(n * 5 + 3);
    }
    // Linear: some tenths of a second. Looking at every line for each took half a minute.
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

test("wrong shapes and wrong words of a policy are told at once", async () => {
  const rule = (id: string, more: string) =>
    `{ id: "${id}", reason: "Because", for: "scenarios", ${more} }`;
  const waiver = `{ rule: "a", story: "x", who: "Ada", why: "later", until: "2026-02-30" }`;
  const rules = [rule("a", "demands: {}"), rule("b", `require: { gates: ["latancy"] }`)];
  const lost = `{ rule: "a", story: "x", who: "Ada", until: "2026-02-30" }`;
  const folder = makeProject({
    "cucumber.js": configOf(`{ rules: [${rules}], waivers: [${lost}, ${waiver}] }`),
    "features/pay.feature": feature,
  });
  const { code, stderr } = await check(folder);
  expect(code).toBe("ConfigError");
  expect(stderr.match(/^ {2}\S.*$/gm)).toEqual([
    "  policy.rules[0].demands",
    "  policy.waivers[0].why",
    "  policy.rules[1].require.gates[0]",
    "  policy.waivers[1].until",
  ]);
});

test("a rule of a module, or an imported one, that throws is placed where the list names it", async () => {
  const imports = `import { defineConfig } from "${sources}";\nimport { imported } from "./more.mjs";\n`;
  const throws = (id: string) =>
    `{ id: "${id}", reason: "Because", check() { throw new Error("oh"); } }`;
  const folder = makeProject({
    "cucumber.js": `${imports}\nexport default defineConfig({ policy: {\n rules: [\n  imported,\n  "./rules.mjs",\n ] } });`,
    "more.mjs": `export const imported = ${throws("imported")};`,
    "rules.mjs": `export const own = ${throws("own")};`,
    "features/pay.feature": feature,
  });
  const { code, stdout } = await check(folder, "--rule", "policy/*");
  expect(code).toBe(2);
  expect(stdout).toMatch(/ 5:.*policy\/imported\n/);
  expect(stdout).toMatch(/ 7:.*policy\/own\n/);
});

test("of several waivers on one line each is told by its number", async () => {
  const waive = (story: string) =>
    `{ rule: "comply", story: "${story}", who: "Ada", why: "later", until: "2026-11-20" }`;
  const folder = makeProject({
    "cucumber.js": configOf(`{ rules: [${comply}], waivers: [${waive("pay")}, ${waive("pay")}] }`),
    "features/pay.feature": feature,
  });
  const { stdout } = await check(folder, "--rule", "policy/*");
  expect(stdout).toContain("error  waivers[0], the waiver of comply for pay by Ada ended");
  expect(stdout).toContain("error  waivers[1], the waiver of comply for pay by Ada ended");
});

test("its help names groups as a shell passes them on", async () => {
  const io = recordIo({ cwd: "/", env: {} });
  expect(await runCheck(["--help"], io)).toBe(0);
  expect(io.written.stdout).toContain("'policy/*'");
  expect(io.written.stdout).not.toMatch(/[^'\w-][\w-]+\/\*/);
});
