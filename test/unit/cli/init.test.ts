import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UsageError } from "../../../src/cli/errors.ts";
import { runInit } from "../../../src/cli/init.ts";
import { recordIo } from "./command-io.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "storyproof-init-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: unknown): void {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  writeFileSync(join(folder, name), text);
}

const read = (name: string) => readFileSync(join(folder, name), "utf8");

function listFiles(): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
}

async function init(args: readonly string[] = [], node = "20.19.0", agent?: string) {
  const env = agent === undefined ? {} : { npm_config_user_agent: agent };
  const io = recordIo({ cwd: folder, env });
  const ended = await runInit(args, io, node).catch((error: unknown) => error);
  return { ended, ...io.written };
}

describe("what storyproof init writes", () => {
  it("is JavaScript that runs in a folder without a package.json", async () => {
    const { ended, stdout } = await init();
    expect(ended).toBe(0);
    expect(listFiles()).toEqual([
      "cucumber.mjs",
      "example/reading-list.mjs",
      "features/reading-list.feature",
      "features/steps/reading-list.mjs",
    ]);
    for (const file of listFiles()) expect(stdout).toContain(`  ${file}\n`);
  });

  it("is named as the project's ES modules are", async () => {
    write("package.json", { type: "module" });
    await init();
    expect(listFiles()).toEqual([
      "cucumber.js",
      "example/reading-list.mjs",
      "features/reading-list.feature",
      "features/steps/reading-list.js",
      "package.json",
    ]);
  });

  it("is TypeScript when asked for, with a typed step and a loader", async () => {
    await init(["--typescript", "--yes"]);
    expect(listFiles()).toContain("features/steps/reading-list.mts");
    expect(read("features/steps/reading-list.mts")).toContain("this: StoryWorld");
    expect(read("cucumber.mjs")).toContain('loader: ["ts-node/esm"]');
    expect(JSON.parse(read("features/tsconfig.json")).compilerOptions.strict).toBe(true);
  });

  it("is TypeScript in a TypeScript project, whose compiler options stay", async () => {
    write("package.json", { type: "module" });
    write("tsconfig.json", "{}");
    const { ended } = await init();
    expect(ended).toBe(0);
    expect(listFiles()).toContain("features/steps/reading-list.ts");
    expect(read("tsconfig.json")).toBe("{}");
  });

  it("is JavaScript in a TypeScript project when asked for", async () => {
    write("package.json", { devDependencies: { typescript: "6.0.3" } });
    await init(["--javascript"]);
    expect(listFiles()).toContain("features/steps/reading-list.mjs");
  });

  it("cannot be both", async () => {
    const { ended } = await init(["--javascript", "--typescript"]);
    expect(ended).toBeInstanceOf(UsageError);
    expect(listFiles()).toEqual([]);
  });

  it("is nothing at all when one file is in its way", async () => {
    write("cucumber.json", "{}");
    const { ended } = await init();
    expect(ended).toBeInstanceOf(UsageError);
    expect((ended as Error).message).toMatch(/nothing was written:\n {2}cucumber\.json\nMove/);
    expect(listFiles()).toEqual(["cucumber.json"]);
  });

  it("names the file that cannot be written", async () => {
    write("example", "a file where a folder should be");
    const { ended } = await init();
    expect(ended).toBeInstanceOf(UsageError);
    expect((ended as Error).message).toMatch(/^example\/reading-list\.mjs cannot be written: /);
  });

  it("replaces an example with --force, and never another configuration", async () => {
    await init();
    write("features/reading-list.feature", "changed");
    expect((await init()).ended).toBeInstanceOf(UsageError);
    expect(read("features/reading-list.feature")).toBe("changed");
    expect((await init(["--force"])).ended).toBe(0);
    expect(read("features/reading-list.feature")).toMatch(/^@story:reading-list/);
    write("cucumber.cjs", "module.exports = {}");
    expect(((await init(["--force"])).ended as Error).message).toContain("  cucumber.cjs\n");
  });
});

describe("what storyproof init says to type next", () => {
  const commands = (stdout: string) =>
    stdout.split("Now type:\n")[1]?.split("\n\n")[0]?.split("\n");

  it("adds what is missing, with a cucumber for this Node", async () => {
    expect(commands((await init()).stdout)).toEqual([
      "  npm init --yes",
      "  npm install --save-dev storyproof @cucumber/cucumber@12 @playwright/test",
      "  npx storyproof browser --install",
      "  npx cucumber-js --tags @smoke",
    ]);
  });

  it("takes the newest cucumber on a newer Node", async () => {
    const { stdout } = await init([], "24.1.0");
    expect(stdout).toContain("storyproof @cucumber/cucumber @playwright/test");
  });

  it("leaves out what package.json has, and adds what TypeScript needs", async () => {
    const names = ["storyproof", "@cucumber/cucumber", "@playwright/test", "typescript"];
    write("package.json", {
      devDependencies: Object.fromEntries(names.map((name) => [name, "*"])),
    });
    expect(commands((await init()).stdout)?.[0]).toBe(
      "  npm install --save-dev ts-node @types/node",
    );
  });

  it.each([
    ["pnpm-lock.yaml", "pnpm add --save-dev", "pnpm exec cucumber-js"],
    ["yarn.lock", "yarn add --dev", "yarn cucumber-js"],
    ["bun.lock", "bun add --dev", "bunx cucumber-js"],
  ])("speaks the language of the project's %s", async (lock, add, run) => {
    write(lock, "");
    const { stdout } = await init([], "20.19.0", "npm/10.8.2 node/v20.19.0");
    expect(stdout).toContain(`  ${add} storyproof`);
    expect(stdout).toContain(`  ${run} --tags @smoke`);
  });

  it("speaks the language of who started it when there is no lock file", async () => {
    const { stdout } = await init([], "20.19.0", "pnpm/9.1.0 npm/? node/v20.19.0");
    expect(stdout).toContain("  pnpm add --save-dev storyproof");
  });
});

describe("the example's product", () => {
  it("shows hostile titles as text", async () => {
    await init();
    const { startReadingList } = await import(join(folder, "example/reading-list.mjs"));
    const url: string = await startReadingList();
    const title = `<img src=x onerror="alert(1)">`;
    const noted = await fetch(`${url}/api/books`, {
      method: "POST",
      body: JSON.stringify({ title }),
    });
    expect(noted.status).toBe(201);
    const page = await (await fetch(url)).text();
    expect(page).toContain("&#60;img src=x onerror=&#34;alert(1)&#34;&#62;");
    expect(page).not.toContain("<img");
  });
});
