import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterEach, beforeEach, expect, it } from "vitest";
import { runStories } from "../../../src/cli/stories.ts";
import { recordIo } from "./command-io.ts";

let cwd = "";

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "storyproof-stories-"));
});

afterEach(async () => {
  await rm(cwd, { recursive: true, force: true });
});

async function write(files: Readonly<Record<string, string | Buffer>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(cwd, path)), { recursive: true });
    await writeFile(join(cwd, path), content);
  }
}

async function run(...args: string[]) {
  const io = recordIo({ cwd, env: {} });
  const code = await runStories(args, io);
  return { code, ...io.written };
}

const shop = {
  "features/pay.feature": `@story:pay @owner:shop
Feature: Paying
  As a customer
  I want to pay by card
  so that the book is mine

  Background:
    Given a basket

  @smoke @latency:p95<300ms
  Scenario: A card is charged
    When I pay
    Then I own the book

  Rule: Refused cards are told
    @regression
    Scenario Outline: A <kind> card
      When I pay with a <kind> card
      Then I am told "<words>"
      Examples:
        | kind    | words |
        | stolen  | no    |
        | expired | late  |
      @planned
      Examples: later
        | kind  | words |
        | wrong | what  |
`,
  "features/empty.feature": "# nothing yet\n",
  "features/wunsch.feature":
    "# language: de\n@story:wunsch\nFunktion: Wünsche\n  @invariant\n  Szenario: Einer\n    Wenn ich wünsche\n",
};

it("shows a tree with the tags that stand there, and counts", async () => {
  await write(shop);
  expect(await run()).toEqual({
    code: 0,
    stderr: "",
    stdout: `Paying  features/pay.feature:2
  pay
  a customer · to pay by card · the book is mine
  @story:pay @owner:shop
  - A card is charged  @smoke @latency:p95<300ms
  Rule: Refused cards are told
    - A <kind> card  3 cases  @regression

Wünsche  features/wunsch.feature:3
  wunsch
  @story:wunsch
  - Einer  @invariant

2 stories, 1 rule, 3 scenarios, 5 cases, 7 guarantees
`,
  });
});

it("shows a table with a line for each scenario", async () => {
  await write(shop);
  const { stdout } = await run("--table");
  expect(stdout).toBe(`TIER        CASES  GATES              PLACE                      SCENARIO
smoke       1      latency:p95<300ms  features/pay.feature:11    pay/a-card-is-charged
regression  3      -                  features/pay.feature:17    pay/refused-cards-are-told/a-kind-card
-           1      -                  features/wunsch.feature:5  wunsch/einer

2 stories, 1 rule, 3 scenarios, 5 cases, 7 guarantees
`);
});

it("gives data that its published schema describes", async () => {
  await write({ ...shop, "features/bad.feature": "huh\n" });
  const { stdout, code } = await run("--json");
  const list = JSON.parse(stdout);
  const validate = new Ajv2020().compile(
    JSON.parse(await readFile("schemas/stories.schema.json", "utf8")),
  );
  expect(validate(list), JSON.stringify(validate.errors)).toBe(true);
  expect(code).toBe(1);
  expect(list.problems).toMatchObject([{ uri: "features/bad.feature", line: 1 }]);
  expect(list.stories[0]).toMatchObject({
    id: "pay",
    links: { story: "pay", owner: "shop" },
    intent: { role: "a customer" },
    background: { steps: [{ text: "a basket", kind: "context" }] },
    scenarios: [
      {
        id: "pay/a-card-is-charged",
        steps: [{ kind: "action" }, { kind: "outcome" }],
        cases: [
          {
            tier: "smoke",
            tags: [{ level: "feature" }, { level: "feature" }, {}, { level: "scenario" }],
            guarantees: [
              { id: "pay/a-card-is-charged", kind: "behaviour" },
              { id: "pay/a-card-is-charged@latency:p95<300ms", kind: "gate", gate: "latency" },
            ],
          },
        ],
      },
    ],
  });
});

it("chooses by the tags that hold for each case", async () => {
  await write(shop);
  const { stdout } = await run("--tags", "@owner:shop and @regression and not @planned");
  expect(stdout).toBe(`Paying  features/pay.feature:2
  pay
  a customer · to pay by card · the book is mine
  @story:pay @owner:shop
  Rule: Refused cards are told
    - A <kind> card  2 cases  @regression

1 story, 1 rule, 1 scenario, 2 cases, 2 guarantees
`);
});

it("says which tags there are when nothing has those asked for", async () => {
  await write(shop);
  expect(await run("--tags", "@smok")).toEqual({
    code: 0,
    stdout: "0 stories, 0 rules, 0 scenarios, 0 cases, 0 guarantees\n",
    stderr:
      "storyproof: nothing has @smok; these tags are there: @invariant @latency:p95<300ms @owner:shop @planned @regression @smoke @story:pay @story:wunsch\n",
  });
});

it("tells unreadable files with their places, shows the rest and fails", async () => {
  await write({ ...shop, "features/b.feature": Buffer.from("Feature: Caf\xe9\n", "latin1") });
  const { code, stdout, stderr } = await run();
  expect(code).toBe(1);
  expect(stderr).toBe(
    "features/b.feature:1:13: the file is not UTF-8: the byte 0xe9 stands here\n    Save the file as UTF-8.\n",
  );
  expect(stdout).toContain("Paying");
  expect(stdout).toContain("7 guarantees; 1 file unreadable\n");
});

it("chooses tags that hold a comma or a tilde", async () => {
  await write({ "features/a.feature": "@a,b @c~d\nFeature: A\n" });
  expect((await run("--tags", "@a,b and @c~d")).stdout).toContain("1 story");
});

it("tells a folder that holds nothing beside one that does, and goes on", async () => {
  await write({ ...shop, "specs/notes.txt": "" });
  const { code, stdout, stderr } = await run("features", "specs");
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: "storyproof: no feature file matches specs.\n",
  });
  expect(stdout).toContain("2 stories");
});

it("names both of two things with one id, and fails", async () => {
  await write({
    "features/a.feature": "@story:x\nFeature: A\n",
    "features/b.feature": "@story:x\nFeature: B\n",
  });
  const { code, stderr } = await run();
  expect(code).toBe(1);
  expect(stderr).toBe(
    'storyproof: 2 stories have the id x: "A" (features/a.feature:1) and "B" (features/b.feature:1)\n    Give each story an id of its own.\n',
  );
});

it("shows hostile names without what would steer a terminal", async () => {
  const name = "\u001b]0;gone\u0007\u001b[2Jred\u202eder\u009b31m";
  await write({
    "features/a.feature": `@${name}\nFeature: ${name}\n  Rule: ${name}\n    Scenario: ${name}\n      Given a\n`,
    "features/b.feature": `${name}\n`,
  });
  for (const args of [[], ["--table"], ["--json"], ["--tags", `@x${name}`]]) {
    const { stdout, stderr } = await run(...args);
    expect(stdout + stderr).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
  }
  const { stdout } = await run("--json");
  expect(JSON.parse(stdout).stories[0].title).toBe(name);
});

it("colours on a terminal only", async () => {
  await write(shop);
  const io = recordIo({ cwd, env: {} });
  const terminal = { ...io, stdout: { ...io.stdout, isTTY: true } };
  await runStories([], terminal);
  expect(io.written.stdout).toContain("\u001b[1mPaying\u001b[22m");
  await runStories([], { ...terminal, env: { NO_COLOR: "1" }, stdout: { ...terminal.stdout } });
  expect((await run()).stdout).not.toContain("\u001b");
});

it.each([
  [["--tabel"], /unknown option --tabel\. Did you mean --table\?/],
  [["--table", "--json"], /cannot be had at once/],
  [["--tags", "@a and"], /--tags: .*\nWrite tags with @/s],
  [["--tags", "@a,@b"], /^--tags: @a,@b is how cucumber wrote it long ago\. Write "@a or @b"\.$/],
  [["--tags", "~@a"], /Write "not @a"\.$/],
  [["--tags", "@a, ~@b and (~@c)"], /Write "@a or not @b and \(not @c\)"\.$/],
  [[""], /a path is empty/],
  [["nope.feature"], /nope\.feature: there is no such file or folder/],
  [["nope*.feature"], /no feature file matches nope\*\.feature\. Name feature files/],
  [[], /no feature file matches features\/\*\*\/\*\.\{feature,feature\.md\}\. Name files/],
])("refuses %j with a way out", async (args, message) => {
  await expect(run(...args)).rejects.toThrow(message);
});

it.each([[[]], [["--config", "cucumber.js"]]])(
  "refuses a broken configuration with %j",
  async (args) => {
    await write({ ...shop, "cucumber.js": 'throw new Error("no such thing");\n' });
    await expect(run(...args)).rejects.toThrow("cucumber.js cannot be read:\nno such thing");
  },
);

it("shows its usage", async () => {
  expect((await run("--help")).stdout).toMatch(/^Usage: storyproof stories/);
});

it("tells malformed tags of every story, and lists the rest all the same", async () => {
  await write({
    ...shop,
    "features/a.feature":
      "@ownr:x\nFeature: A\n  @latency:p95<300 @smoke\n  Scenario: B\n    Then c\n",
  });
  const { code, stdout, stderr } = await run("--tags", "@smoke");
  expect(code).toBe(1);
  expect(stdout).toContain("- B");
  expect(stderr).toContain(
    "features/a.feature:3:16: the time has no unit: ms, s or min\n    Write @latency:p95<300ms.\n",
  );
  expect(stderr).toMatch(/^features\/a\.feature:1:2: .*owner/m);
  expect((await run("features/pay.feature")).code).toBe(0);
});
