import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runBrowser } from "../../../src/cli/browser.ts";
import { EnvironmentError, reportFailure, UsageError } from "../../../src/cli/errors.ts";
import type { Machine } from "../../../src/drivers/installation/machine.ts";
import { openTestMachine, type TestMachine } from "../drivers/browser-machine.ts";
import { recordIo } from "./command-io.ts";

let own: TestMachine;

beforeEach(() => {
  own = openTestMachine();
});
afterEach(() => own.remove());

async function run(machine: Machine, ...args: string[]) {
  const io = recordIo({ cwd: own.folder });
  const surroundings = { machine, playwright: undefined };
  const ended = await runBrowser(args, io, surroundings).catch((error: unknown) => error);
  return { ended, ...io.written };
}

describe("storyproof browser", () => {
  it("says which browser, its version, why, and what was there before it", async () => {
    const stub = own.program("bin/google-chrome", "exit 1");
    const path = own.browser("bin/chromium");
    const { ended, stdout } = await run(own.machine, "--headed");
    expect(ended).toBe(0);
    expect(stdout.split("\n")).toEqual([
      path,
      "  version 156.0.8078.79 (chromium)",
      "  used because chromium is on PATH",
      "  started with --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync",
      "Looked at before:",
      `  ${stub} ends with code 1 when asked for its version: `,
      "  nothing at: google-chrome-stable on PATH",
      "",
    ]);
  });

  it("gives the same as JSON", async () => {
    const path = own.browser("bin/chromium-headless-shell");
    const { stdout } = await run(own.machine, "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      kind: "found",
      engine: "chromium",
      executablePath: path,
      source: "system",
      headlessShell: true,
    });
  });

  it("is silent with --quiet when there is one", async () => {
    own.browser("bin/chromium");
    expect(await run(own.machine, "--quiet")).toEqual({ ended: 0, stdout: "", stderr: "" });
  });

  it("lists what to type when there is none", async () => {
    own.program("bin/apt-get", "true");
    const { ended, stdout } = await run(own.machine);
    expect(stdout).toBe("");
    expect(ended).toBeInstanceOf(EnvironmentError);
    const lines = (ended as Error).message.split("\n");
    expect(lines[0]).toBe("There is no Chromium or Chrome to prove stories in.");
    expect(lines.slice(-7)).toEqual([
      "Get one with:",
      "  npx storyproof browser --install",
      "or by hand, with one of:",
      "  npm install --save-dev @playwright/test",
      "  npx playwright install --with-deps chromium-headless-shell",
      "  sudo apt-get install -y --no-install-recommends chromium-headless-shell",
      "or name one that you have: STORYPROOF_BROWSER=/path/to/browser",
    ]);
  });

  it("calls a wrong path in the environment the user's mistake", async () => {
    const machine = own.with({ STORYPROOF_BROWSER: "/nowhere/chrome" });
    const { ended } = await run(machine, "--install");
    expect(ended).toBeInstanceOf(UsageError);
    expect((ended as Error).message).toContain("/nowhere/chrome is not there");
  });

  it("knows three engines", async () => {
    const { ended } = await run(own.machine, "--engine", "opera");
    expect(ended).toEqual(
      new UsageError("--engine opera: there are chromium, firefox and webkit."),
    );
  });

  it("installs with --install, and keeps stdout for the answer", async () => {
    const target = `${own.folder}/bin/chromium-headless-shell`;
    own.program(
      "bin/apt-get",
      `echo working; printf '#!/bin/sh\\necho Chromium 156.0\\n' > ${target}; chmod +x ${target}`,
    );
    const machine = own.with({}, { isRoot: true });
    const { ended, stdout, stderr } = await run(machine, "--install", "--json", "--quiet");
    expect(ended).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ kind: "found", executablePath: target });
    expect(stderr).toMatch(/^Getting a browser: apt-get .*update\n {2}working\n/);
  });

  it("says what was tried when nothing could be installed, and does not advise it again", async () => {
    own.program("bin/apt-get", "echo no network >&2; exit 100");
    const machine = own.with({}, { isRoot: true });
    const { ended, stderr } = await run(machine, "--install");
    expect(stderr).toContain("No browser could be installed:\n  apt-get");
    expect(stderr).toContain("chromium: exit code 100");
    expect(ended).toBeInstanceOf(EnvironmentError);
    expect((ended as Error).message).not.toContain("storyproof browser --install");
  });
});

describe("the project's configuration", () => {
  const write = (options: unknown, name = "cucumber.mjs") => {
    const address = pathToFileURL(resolve("src/config/define-config.ts")).href;
    const text = `import { defineConfig } from "${address}";\nexport default defineConfig(${JSON.stringify(options)});\n`;
    writeFileSync(join(own.folder, name), text);
  };

  it("says which browser and how it is shown", async () => {
    const path = own.browser("configured/chromium");
    write({ browser: { headless: false, executablePath: path } });
    const { stdout } = await run(own.machine);
    expect(stdout).toContain(`${path}\n`);
    expect(stdout).toContain("used because browser.executablePath names it");
    expect(stdout).not.toContain("--disable-gpu");
  });

  it("counts less than the options", async () => {
    write({ browser: { engine: "firefox", executablePath: own.browser("configured/firefox") } });
    const path = own.browser("bin/chromium");
    const { stdout } = await run(own.machine, "--engine", "chromium");
    expect(stdout).toContain(`${path}\n`);
  });

  it("may name a browser elsewhere, and then nothing is looked for", async () => {
    write(
      { browser: { wsEndpoint: "ws://me:hidden@browsers.example:3000/?token=hidden" } },
      "other.mjs",
    );
    const { ended, stdout } = await run(own.machine, "--config", "other.mjs", "--install");
    expect(ended).toBe(0);
    expect(stdout).toBe(
      "The browser at ws://browsers.example:3000/: browser.wsEndpoint names it.\n",
    );
  });

  it("is the user's to mend when its options are wrong", async () => {
    write({ browser: { engine: "opera" } });
    const { ended } = await run(own.machine);
    expect(ended).toMatchObject({ name: "ConfigError" });
    expect(reportFailure(ended, recordIo().stderr, undefined)).toBe(2);
  });

  it("is told of and passed over when it cannot be loaded", async () => {
    writeFileSync(join(own.folder, "cucumber.mjs"), 'import "not-installed-here";');
    own.browser("bin/chromium");
    const { ended, stderr } = await run(own.machine);
    expect(ended).toBe(0);
    expect(stderr).toMatch(
      /^cucumber\.mjs cannot be read, so its browser settings do not count:\n/,
    );
    expect(stderr).toContain("not-installed-here");
  });

  it("may be plain cucumber's", async () => {
    writeFileSync(join(own.folder, "cucumber.mjs"), "export default { paths: [] };");
    const path = own.browser("bin/chromium");
    expect((await run(own.machine)).stdout).toContain(`${path}\n`);
  });

  it("must be there when it is named", async () => {
    const { ended } = await run(own.machine, "--config", "nowhere.js");
    expect(ended).toEqual(new UsageError("--config nowhere.js: there is no such file."));
  });
});
