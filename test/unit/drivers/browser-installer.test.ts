import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type InstallOutcome,
  installBrowser,
} from "../../../src/drivers/installation/installer.ts";
import type { Machine } from "../../../src/drivers/installation/machine.ts";
import { openTestMachine, playwrightWith, type TestMachine } from "./browser-machine.ts";

const headless = { engine: "chromium", headless: true } as const;

let own: TestMachine;
let said: string[];
let shown: string[];
let stop: AbortController;

beforeEach(() => {
  own = openTestMachine();
  said = [];
  shown = [];
  stop = new AbortController();
});
afterEach(() => own.remove());

function install(
  machine: Machine,
  playwright = undefined as ReturnType<typeof playwrightWith> | undefined,
): Promise<InstallOutcome> {
  return installBrowser(headless, machine, playwright, {
    say: (line) => said.push(line),
    show: (line) => shown.push(line),
    signal: stop.signal,
  });
}

/** An apt-get that writes down its calls and installs the packages it has. */
function aptGet(packages: readonly string[]): void {
  const { folder } = own;
  const cases = packages.map(
    (name) =>
      `${name}) printf '#!/bin/sh\\necho "Chromium 156.0.1.2"\\n' > ${folder}/bin/${name}; chmod +x ${folder}/bin/${name};;`,
  );
  own.program(
    "bin/apt-get",
    [
      `echo "$@ | $DEBIAN_FRONTEND" >> ${folder}/calls`,
      'case "$*" in *update) exit 0;; esac',
      "for last; do :; done",
      `case "$last" in ${cases.join("\n")}`,
      '*) echo "E: Unable to locate package $last" >&2; exit 100;; esac',
    ].join("\n"),
  );
}

/** Playwright's installer as a script; `listBuilds` says that its build would lie at `builds/chrome`. */
function playwright(script: string) {
  const cliPath = join(own.folder, "cli.js");
  writeFileSync(cliPath, script);
  const executablePath = join(own.folder, "builds/chrome");
  return playwrightWith([{ executablePath, headlessShell: false }], cliPath);
}

const downloads = `
  const { mkdirSync, writeFileSync } = require("node:fs");
  const { dirname, join } = require("node:path");
  const path = join(__dirname, "builds/chrome");
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "#!/bin/sh\\necho Chromium 159.0.1.2\\n", { mode: 0o755 });
  console.log("called with", process.argv.slice(2).join(" "));
`;

const cannotDownload = `
  const problem = new Error("getaddrinfo ENOTFOUND cdn.example");
  console.error(problem); console.error(problem);
  process.exitCode = 1;
`;

const root = { isRoot: true };

describe("installing a browser", () => {
  it("asks Playwright first, and shows what its installer writes", async () => {
    aptGet(["chromium-headless-shell"]);
    const outcome = await install(own.with({}, root), playwright(downloads));
    expect(outcome).toMatchObject({
      kind: "installed",
      by: "npx playwright install chromium-headless-shell",
      browser: { version: "159.0.1.2", source: "playwright" },
    });
    expect(said).toEqual(["Getting a browser: npx playwright install chromium-headless-shell"]);
    expect(shown).toEqual(["called with install chromium-headless-shell"]);
    expect(existsSync(join(own.folder, "calls"))).toBe(false);
  });

  it("goes on to the package manager as root, refreshing its list once", async () => {
    aptGet(["chromium"]);
    const outcome = await install(own.with({}, root), playwright(cannotDownload));
    expect(outcome).toMatchObject({ kind: "installed", browser: { version: "156.0.1.2" } });
    const wait = "-o DPkg::Lock::Timeout=120";
    expect(own.read("calls").trim().split("\n")).toEqual([
      `${wait} update | noninteractive`,
      `${wait} install -y --no-install-recommends chromium-headless-shell | noninteractive`,
      `${wait} install -y --no-install-recommends chromium | noninteractive`,
    ]);
  });

  it("shows each line of a failure once, without its stack", async () => {
    aptGet(["chromium-headless-shell"]);
    await install(own.with({}, root), playwright(cannotDownload));
    expect(shown).toEqual(["Error: getaddrinfo ENOTFOUND cdn.example"]);
  });

  it("adds system libraries as root when the downloaded browser lacks them, and only then", async () => {
    const path = join(own.folder, "builds/chrome");
    own.program(
      "builds/chrome",
      `test -f ${own.folder}/library || { echo "error while loading shared libraries: libnss3.so: no" >&2; exit 127; }
       echo Chromium 159.0.1.2`,
    );
    const script = `require("node:fs").writeFileSync(__dirname + "/" + (process.argv[2] === "install-deps" ? "library" : "other"), "")`;
    const outcome = await install(own.with({}, root), playwright(script));
    expect(outcome).toMatchObject({
      kind: "installed",
      by: "npx playwright install-deps chromium-headless-shell",
      browser: { executablePath: path },
    });
  });

  it("leaves Playwright's installer out when told to", async () => {
    aptGet(["chromium-headless-shell"]);
    const machine = own.with({ STORYPROOF_SKIP_BROWSER_DOWNLOAD: "1" }, root);
    const outcome = await install(machine, playwright(downloads));
    expect(outcome).toMatchObject({ kind: "installed", browser: { version: "156.0.1.2" } });
    expect(said.join()).not.toContain("playwright");
  });

  it("uses sudo where it asks for no password", async () => {
    aptGet(["chromium-headless-shell"]);
    own.program("bin/sudo", `shift; echo "sudo $*" >> ${own.folder}/sudo; exec "$@"`);
    const outcome = await install(own.machine);
    expect(outcome).toMatchObject({
      kind: "installed",
      by: expect.stringMatching(/^sudo apt-get/),
    });
    expect(own.read("sudo")).toContain("sudo true");
  });

  it("touches no package manager without the right to", async () => {
    aptGet(["chromium-headless-shell"]);
    own.program("bin/sudo", "echo 'a password is required' >&2; exit 1");
    const outcome = await install(own.machine);
    expect(outcome).toMatchObject({ kind: "failed", attempts: [], search: { kind: "missing" } });
    expect(existsSync(join(own.folder, "calls"))).toBe(false);
  });

  it("does not take an installer's word: what it installed must start", async () => {
    own.program("bin/apt-get", `printf '#!/bin/sh\\nexit 1\\n' > ${own.folder}/bin/chromium`);
    const outcome = await install(own.with({}, root));
    expect(outcome).toMatchObject({
      kind: "failed",
      attempts: [
        { problem: "done, but no browser that starts came of it" },
        { problem: "done, but no browser that starts came of it" },
      ],
    });
  });

  it("installs nothing when a browser is there", async () => {
    own.browser("bin/chromium");
    aptGet(["chromium-headless-shell"]);
    const outcome = await install(own.with({}, root));
    expect(outcome).toMatchObject({ kind: "installed", by: "nothing" });
    expect(said).toEqual([]);
  });

  it("ends the installer and all it started when it is interrupted", async () => {
    own.program("bin/apt-get", `sleep 600 & echo $! > ${own.folder}/pid; echo waiting; wait`);
    const machine = own.with({}, root);
    const outcome = await installBrowser(headless, machine, undefined, {
      say: () => {},
      show: () => stop.abort(),
      signal: stop.signal,
    });
    expect(outcome).toEqual({ kind: "interrupted" });
    const pid = Number(own.read("pid"));
    await expect.poll(() => isRunning(pid)).toBe(false);
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // Ended and not yet collected by its new parent.
  return !/^State:\s+Z/m.test(readStatus(pid));
}

function readStatus(pid: number): string {
  const path = `/proc/${pid}/status`;
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
