import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { commands } from "../../../src/cli/commands.ts";
import { runStoryproof } from "../../../src/cli/main.ts";
import { recordIo } from "./command-io.ts";

async function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const io = recordIo();
  const code = await runStoryproof(args, io);
  return { code, ...io.written };
}

describe("storyproof", () => {
  it("prints the version of its package", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(await run("--version")).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  it.each([[[]], [["help"]], [["--help"]], [["-h"]]])(
    "shows every command for %j",
    async (args) => {
      const { code, stdout } = await run(...args);
      expect(code).toBe(0);
      for (const { name, summary } of commands)
        expect(stdout).toMatch(`${name.padEnd(7)}  ${summary}`);
    },
  );

  it("shows the options of one command", async () => {
    expect(await run("help", "browser")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Usage: storyproof browser/),
    });
  });

  it("names the nearest command for an unknown one, with the usage", async () => {
    const { code, stdout, stderr } = await run("brwoser");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(
      /^storyproof: unknown command brwoser\. Did you mean browser\?\n\nUsage:/,
    );
  });

  it("guesses nothing for a word that is near none", async () => {
    const { stderr } = await run("frobnicate");
    expect(stderr).toMatch(/^storyproof: unknown command frobnicate\.\n/);
  });

  it("names the nearest option of a command, with that command's usage", async () => {
    const { code, stderr } = await run("browser", "--instal");
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^storyproof: unknown option --instal\. Did you mean --install\?\n\nUsage: storyproof browser/,
    );
  });

  it("refuses an argument where none is taken, and an option without its value", async () => {
    expect((await run("browser", "firefox")).stderr).toMatch(
      /^storyproof: Unexpected argument 'firefox'/,
    );
    expect((await run("browser", "--engine")).stderr).toMatch(/--engine.* argument missing/);
  });
});
