import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runGaps } from "../../../src/cli/gaps.ts";
import { recordIo } from "./command-io.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "storyproof-gaps-"));
  write("features/pay.feature", pay);
  write(
    "features/legal.feature",
    "@story:legal\nFeature: Legal\nScenario: A\nWhen I look\nThen I see it\n",
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const pay = `@story:pay
Feature: Pay
  @smoke
  Scenario: Paid
    When I pay
    Then I see "Thank you"

  Scenario: Declined | twice
    When I pay
    Then I should see the alert "Your card was declined"
`;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

async function run(args: readonly string[], columns?: number) {
  const io = recordIo({ cwd: folder, env: {} });
  const stdout = { ...io.stdout, ...(columns && { columns }) };
  const code = await runGaps(args, { ...io, stdout });
  return { code, ...io.written };
}

const three = ["--kind", "happy-path", "--kind", "unhappy-path", "--kind", "smoke"];

test("stories are rows and kinds are columns", async () => {
  expect(await run(three)).toEqual({
    code: 0,
    stdout: `       happy path
       │ unhappy path
       │ │ smoke
legal  ✓ · ·
pay    ✓ ✓ ✓

✓ there   ○ planned, so not proven   · missing   – does not apply

Missing most often
  unhappy path: 1 of 2 stories
  smoke: 1 of 2 stories
`,
    stderr: "",
  });
});

test("no line is wider than the terminal, whether it is a table or a list", async () => {
  write("features/long.feature", `@story:${"a-very-long-name-".repeat(8)}\nFeature: Long\n`);
  for (const columns of [120, 80, 50]) {
    const { stdout } = await run([], columns);
    const listed = stdout.split("\n\n").filter((block) => !block.includes("does not apply"));
    const lines = listed.flatMap((block) => block.split("\n"));
    const wide = lines.filter((line) => line.length > columns && !line.startsWith("a-very"));
    expect(wide).toEqual([]);
    expect(stdout.includes("│")).toBe(columns >= 80);
  }
});

test("why: every mark with its scenario, place, words, reason and signal", async () => {
  const { stdout } = await run(["features/pay.feature", "--why", ...three]);
  expect(stdout).toContain(`pay  Pay  features/pay.feature
  ✓ happy path
      features/pay.feature:6  Paid
        outcome ‘I see "Thank you"’: it has an outcome, and nothing in it is refused, missing or broken (happy-path/outcome)
  ✓ unhappy path
      features/pay.feature:10  Declined | twice
        outcome ‘I should see the alert "Your card was declined’: the outcome is a refusal or a failure (unhappy-path/outcome)
  ✓ smoke
`);
});

test("only stories that lack something, as Markdown for a pull request", async () => {
  const { stdout } = await run([...three, "--missing", "--format", "markdown"]);
  expect(stdout).toBe(`# Missing guarantees

- unhappy path: 1 of 1 story
- smoke: 1 of 1 story

| story | happy path | unhappy path | smoke |
|---|:-:|:-:|:-:|
| legal | ✓ | · | · |

✓ there · ○ planned, so not proven · · missing · – does not apply
`);
  const { stdout: why } = await run([...three, "--why", "--format", "markdown"]);
  expect(why).toContain("Declined \\| twice");
});

test("JSON as the published schema has it, files that cannot be read too", async () => {
  write("features/broken.feature", "Feature: A\nScenario: B\n  Given a\n  hello\n");
  write(
    "cucumber.mjs",
    "export default { settings: async () => ({}), options: { gaps: { notApplicable: [{ stories: 'legal', kinds: ['load'], reason: 'a text' }] } } };",
  );
  const { code, stdout, stderr } = await run(["--format", "json", "--output", "out/gaps.json"]);
  expect([code, stdout]).toEqual([0, ""]);
  expect(stderr).toContain("missing in 2 stories. out/gaps.json");
  expect(stderr).toMatch(/features\/broken\.feature:4: .*; of this file nothing is known\./);
  const report = JSON.parse(readFileSync(join(folder, "out/gaps.json"), "utf8"));
  const schema = readFileSync(
    new URL("../../../schemas/gaps.schema.json", import.meta.url),
    "utf8",
  );
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(schema));
  expect([validate(report), validate.errors]).toEqual([true, null]);
  expect(validate({ ...report, kinds: [{ id: "beauty" }] })).toBe(false);
  expect(report.stories[0].kinds).toContainEqual({
    kind: "load",
    state: "not-applicable",
    reason: "a text",
  });
  expect(report.unread).toMatchObject([{ uri: "features/broken.feature", line: 4 }]);
});

test.each([
  [["--kind", "hapy-path"], /--kind hapy-path: there is no such kind\. Did you mean happy-path\?/],
  [
    ["--kind", "retry and repetitions"],
    /there is no such kind\. Did you mean retry and repetition\?/,
  ],
  [["--format", "html"], /--format html: there are table, json and markdown\./],
  [["--tags", "@a and"], /--tags: /],
  [["--whi"], /unknown option --whi\. Did you mean --why\?/],
  [["nowhere"], /nowhere: there is no such file or folder/],
] as const)("%j is told", async (args, message) => {
  await expect(run(args)).rejects.toThrow(message);
});

test("permission is three kinds, and every kind has a question", async () => {
  const { stdout } = await run(["--kind", "permission"]);
  expect(stdout).toMatch(/signed in\n.*not signed in\n.*wrong role\n/);
  const { stdout: kinds } = await run(["--kinds"]);
  const [list = "", groups = ""] = kinds.trim().split("\n\n");
  expect(list.split("\n")).toHaveLength(20);
  expect(groups.split("\n").map((line) => line.split(":")[0])).toEqual(["unhappy", "permission"]);
  expect(kinds).toContain("expiry           What happens when time has passed?");
});

test("a kind may be named by its title, and unhappy is a group as in policy", async () => {
  const byTitle = await run(["--kind", "retry and repetition"]);
  expect(byTitle).toEqual(await run(["--kind", "repetition"]));
  const { stdout } = await run(["--kind", "unhappy"]);
  expect(stdout).toMatch(/unhappy path\n.*invalid input\n.*missing field\n.*wrong role\n/);
});

test("tags that nothing has are told with those that are there", async () => {
  const { code, stderr } = await run(["--tags", "@smokey"]);
  expect([code, stderr]).toEqual([
    0,
    "storyproof: nothing has @smokey; these tags are there: @smoke @story:legal @story:pay\n",
  ]);
  expect((await run(["--tags", "@smoke"])).stderr).toBe("");
});

test("an exception that no story has is told, but not where only some stories were read", async () => {
  const exceptions = "{ stories: ['legla', 'features/*'], kinds: ['load'], reason: 'a text' }";
  write(
    "cucumber.mjs",
    `export default { settings: async () => ({}), options: { gaps: { notApplicable: [${exceptions}] } } };`,
  );
  const told =
    'storyproof: gaps.notApplicable[0].stories: no story has an id or a path like "legla". Did you mean legal?\n';
  expect((await run([])).stderr).toBe(told);
  expect((await run(["--tags", "@smoke"])).stderr).toBe(told);
  expect((await run(["features/pay.feature"])).stderr).toBe("");
});
