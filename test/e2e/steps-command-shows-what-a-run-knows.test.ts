import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { configFor } from "./product.ts";
import { makeProject, type Project } from "./project.ts";

const ownSteps = `import { Given, Then } from "@cucumber/cucumber";

Given("{actor} has ordered {int} of {text}", async function () {});
Then(/^the order costs (\\d+) €$/, function () {});
`;

function project(options: object = {}, more: Readonly<Record<string, string>> = {}): Project {
  return makeProject({
    "cucumber.js": configFor("http://127.0.0.1:1", options),
    "features/steps/shop.js": ownSteps,
    ...more,
  });
}

interface ShownPhrase {
  readonly pack?: string;
  readonly topic: string;
  readonly pattern: string;
  readonly example: string;
  readonly place: string;
}

async function list(from: Project, ...words: string[]): Promise<readonly ShownPhrase[]> {
  const { code, stdout, stderr } = await from.storyproof(["steps", "--json", ...words]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout).phrases;
}

test("all phrases are shown by topic, the team's own with their place", async () => {
  const phrases = await list(project());
  const packs = [...new Set(phrases.map(({ pack }) => pack))];
  expect(packs).toEqual(expect.arrayContaining(["api", "browser", "data"]));
  expect(packs.at(-1)).toBeUndefined();
  expect(phrases.slice(-2)).toEqual([
    {
      topic: "features/steps/shop.js",
      pattern: "{actor} has ordered {int} of {text}",
      reading: "Alice has ordered … of …",
      example: "",
      place: "features/steps/shop.js:3",
    },
    {
      topic: "features/steps/shop.js",
      pattern: "/^the order costs (\\d+) €$/",
      reading: "/^the order costs (\\d+) €$/",
      example: "",
      place: "features/steps/shop.js:4",
    },
  ]);
  expect(phrases.find(({ pattern }) => pattern.startsWith("{actor} clear(s)"))).toMatchObject({
    example: expect.stringMatching(/^When .*clear/),
  });
});

test("what the team makes up for invariants is among its phrases", async () => {
  const arbitraries = `import { defineArbitrary } from "storyproof";

defineArbitrary("valid coupon", () => undefined);
`;
  const phrases = await list(project({}, { "features/steps/values.js": arbitraries }), "coupon");
  expect(phrases).toMatchObject([
    {
      pattern: "any valid coupon as {text}",
      reading: "any valid coupon as …",
      place: "features/steps/values.js:3",
    },
  ]);
});

test("words find phrases, whatever their order and slips, in every form", async () => {
  const shop = project();
  const [found, markdown, nothing] = await Promise.all([
    list(shop, "emial", "fill"),
    shop.storyproof(["steps", "ordered", "of", "--markdown"]),
    shop.storyproof(["steps", "zebra"]),
  ]);
  expect(found[0]?.pattern).toMatch(/^\{actor\} fill\(s\)/);
  expect(markdown.stdout).toContain("- **Alice has ordered … of …**\n");
  expect(nothing).toMatchObject({ code: 0, stdout: "" });
  expect(nothing.stderr).toContain('no phrase has "zebra"');
});

test("packs and prefix hold, in the examples too", async () => {
  const phrases = await list(project({ steps: { packs: ["data"], prefix: "sp: " } }));
  const ours = phrases.filter(({ pack }) => pack !== undefined);
  expect(new Set(ours.map(({ pack }) => pack))).toEqual(new Set(["data"]));
  expect(ours.filter(({ pattern }) => !pattern.startsWith("sp: "))).toEqual([]);
  const wrong = ours.filter(({ example }) => !/^$|^\S+ sp: /.test(example));
  expect(wrong.map(({ example }) => example)).toEqual([]);
});

test("where nothing is configured, the packaged phrases are shown", async () => {
  const { code, stdout, stderr } = await makeProject({}).storyproof(["steps", "press"]);
  expect(code).toBe(0);
  expect(stdout).toContain("# browser/");
  expect(stderr).toContain("no configuration made with defineConfig is in this folder");
});

test("a terminal gets the best fifteen, in its width; with --all it gets them all", async () => {
  const shop = makeProject({});
  const terminal = encodeURIComponent("process.stdout.isTTY = true; process.stdout.columns = 60;");
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${terminal}` };
  const [few, all] = await Promise.all([
    shop.storyproof(["steps", "wait"], env),
    shop.storyproof(["steps", "wait", "--all"], env),
  ]);
  const readings = few.stdout.split("\n").filter((line) => /^ {2}\S/.test(line));
  expect(readings).toHaveLength(15);
  expect(readings[0]).toBe("  I wait/pause (for) …");
  expect(Math.max(...readings.map(({ length }) => length))).toBeLessThanOrEqual(60);
  expect(few.stdout).toMatch(/\n… and \d+ more, say --all\n$/);
  expect(all.stdout.split("\n").filter((line) => /^ {2}\S/.test(line)).length).toBeGreaterThan(15);
  expect(all.stdout).not.toContain("say --all");
});

test.each([
  [
    "a configuration that is no JavaScript",
    { "cucumber.js": "export default {;" },
    /^storyproof: The configuration of cucumber cannot be read:\n.*cucumber\.js.*\n.*Unexpected token/,
  ],
  [
    "options that there are not",
    { "cucumber.js": configFor("http://127.0.0.1:1", { stpes: {} }) },
    /^storyproof: .*stpes/s,
  ],
  [
    "a step file that throws",
    { "features/steps/shop.js": "\nthrow new Error('no shop today');\n" },
    /^storyproof: The step definitions of this project cannot be loaded:\nno shop today\n {2}in features\/steps\/shop\.js:2\n$/,
  ],
  [
    "a step file with a syntax error",
    { "features/steps/shop.js": "const = 3;\n" },
    /cannot be loaded:\nUnexpected token '='\n {2}in features\/steps\/shop\.js:1\n$/,
  ],
])("%s ends with one message and code 2", async (_, files, message) => {
  const { code, stdout, stderr } = await project({}, files).storyproof(["steps"]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(message);
  expect(stderr).not.toContain("    at ");
});

test("an unknown option is told with the nearest", async () => {
  const { code, stderr } = await makeProject({}).storyproof(["steps", "--markdwon"]);
  expect(code).toBe(2);
  expect(stderr).toContain("unknown option --markdwon. Did you mean --markdown?");
});

test("a reader that goes away is no defect", () => {
  const { folder } = project();
  const bin = "node_modules/storyproof/dist/src/cli/bin.js";
  const { stdout, stderr, status } = spawnSync(
    "bash",
    ["-o", "pipefail", "-c", `${process.execPath} ${bin} steps --json | head -1`],
    { cwd: folder, encoding: "utf8" },
  );
  expect({ stdout, stderr }).toEqual({ stdout: "{\n", stderr: "" });
  expect(status).toBe(0);
});
