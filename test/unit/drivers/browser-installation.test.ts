import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findBrowser, findBrowserOrExplain } from "../../../src/drivers/browser-installation.ts";
import type { BrowserSearch } from "../../../src/drivers/installation/answer.ts";
import { currentMachine } from "../../../src/drivers/installation/machine.ts";
import { findPlaywright, findShellBeside } from "../../../src/drivers/installation/playwright.ts";
import { openTestMachine, playwrightWith, type TestMachine } from "./browser-machine.ts";

const headless = { engine: "chromium", headless: true } as const;
const headed = { engine: "chromium", headless: false } as const;

let own: TestMachine;

beforeEach(() => {
  own = openTestMachine();
});
afterEach(() => own.remove());

function expectFound(search: BrowserSearch): Extract<BrowserSearch, { kind: "found" }> {
  if (search.kind !== "found") throw new Error(`not found: ${JSON.stringify(search)}`);
  return search;
}

describe("the order in which a browser is found", () => {
  it("takes the path in STORYPROOF_BROWSER before everything else", async () => {
    const named = own.browser("anywhere/mine", "1.2.3.4");
    const configured = own.browser("configured/chrome");
    own.browser("bin/chromium");
    const wish = { ...headless, executablePath: configured };
    const machine = own.with({ STORYPROOF_BROWSER: named, CHROME_PATH: configured });
    const found = expectFound(await findBrowser(wish, machine, undefined));
    expect(found).toMatchObject({
      executablePath: named,
      version: "1.2.3.4",
      source: "environment",
      why: "STORYPROOF_BROWSER names it",
      tried: [],
    });
  });

  it.each(["PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH", "CHROME_PATH"])("reads %s too", async (name) => {
    const named = own.browser("anywhere/mine");
    const machine = own.with({ [name]: named });
    const found = expectFound(await findBrowser(headless, machine, undefined));
    expect(found).toMatchObject({ executablePath: named, why: `${name} names it` });
  });

  it("takes the configured path before Playwright's build", async () => {
    const configured = own.browser("configured/chrome");
    const build = own.browser("builds/chrome");
    const playwright = playwrightWith([{ executablePath: build, headlessShell: false }]);
    const wish = { ...headless, executablePath: configured };
    const found = expectFound(await findBrowser(wish, own.machine, playwright));
    expect(found).toMatchObject({ executablePath: configured, source: "configuration" });
  });

  it("takes Playwright's build before an installed browser, and says what was not there", async () => {
    own.browser("bin/chromium-headless-shell");
    const shell = join(own.folder, "builds/shell");
    const build = own.browser("builds/chrome", "159.0.1.2");
    const playwright = playwrightWith([
      { executablePath: shell, headlessShell: true },
      { executablePath: build, headlessShell: false },
    ]);
    const found = expectFound(await findBrowser(headless, own.machine, playwright));
    expect(found).toMatchObject({
      executablePath: build,
      source: "playwright",
      version: "159.0.1.2",
      why: "it is the build that Playwright 1.65.1 was made with",
      tried: [{ place: shell, problem: "is not there" }],
    });
  });

  it("takes an installed headless shell before an installed Chrome", async () => {
    own.browser("bin/google-chrome");
    const shell = own.browser("bin/chromium-headless-shell");
    const found = expectFound(await findBrowser(headless, own.machine, undefined));
    expect(found).toMatchObject({ executablePath: shell, headlessShell: true, source: "system" });
    expect(found.why).toContain("the fastest");
  });

  it("passes a headless shell over when a window is wanted", async () => {
    own.browser("bin/chromium-headless-shell");
    const chromium = own.browser("bin/chromium");
    const found = expectFound(await findBrowser(headed, own.machine, undefined));
    expect(found).toMatchObject({ executablePath: chromium, headlessShell: false });
  });

  it("passes over a program that is there and does not start", async () => {
    const stub = own.program("bin/chromium", "echo 'Install the snap first' >&2; exit 1");
    const edge = own.browser("bin/microsoft-edge");
    const found = expectFound(await findBrowser(headed, own.machine, undefined));
    expect(found.executablePath).toBe(edge);
    expect(found.tried).toContainEqual({
      place: stub,
      problem: "ends with code 1 when asked for its version: Install the snap first",
    });
  });

  it("passes over a program that does not answer", async () => {
    const path = own.browser("bin/chromium");
    const machine = own.with({}, { run: async () => ({ kind: "timed-out", afterMs: 20_000 }) });
    const search = await findBrowser(headed, machine, undefined);
    expect(search).toMatchObject({
      kind: "missing",
      tried: expect.arrayContaining([
        { place: path, problem: "did not answer --version within 20 s" },
      ]),
    });
  });

  it("names the system library that a browser lacks", async () => {
    const message =
      "error while loading shared libraries: libnss3.so: cannot open shared object file";
    const build = own.program("builds/chrome", `echo "chrome: ${message}" >&2; exit 127`);
    const playwright = playwrightWith([{ executablePath: build, headlessShell: false }]);
    const search = await findBrowser(headless, own.machine, playwright);
    expect(search).toMatchObject({
      kind: "missing",
      tried: expect.arrayContaining([
        { place: build, problem: "lacks the system library libnss3.so" },
      ]),
    });
  });
});

describe("a browser that somebody named and that cannot be used", () => {
  it("is an error and not passed over", async () => {
    own.browser("bin/chromium");
    const machine = own.with({ STORYPROOF_BROWSER: "/nowhere/chrome" });
    expect(await findBrowser(headless, machine, undefined)).toEqual({
      kind: "wrong-path",
      engine: "chromium",
      setting: "STORYPROOF_BROWSER",
      path: "/nowhere/chrome",
      problem: "is not there",
    });
  });

  it("is an error in the configuration too", async () => {
    const wish = { ...headless, executablePath: own.folder };
    expect(await findBrowser(wish, own.machine, undefined)).toMatchObject({
      kind: "wrong-path",
      setting: "browser.executablePath",
      problem: "is not an executable file",
    });
  });

  it("is an error when a headless shell should show a window", async () => {
    const machine = own.with({ CHROME_PATH: own.browser("any/chrome-headless-shell") });
    expect(await findBrowser(headed, machine, undefined)).toMatchObject({
      kind: "wrong-path",
      problem: "is a headless shell, which cannot show a window",
    });
  });
});

describe("no browser", () => {
  it("lists where it looked and the commands for this machine, as a user without rights", async () => {
    own.program("bin/apt-get", "true");
    const search = await findBrowser(headless, own.machine, playwrightWith([]));
    expect(search).toMatchObject({
      kind: "missing",
      commands: [
        "npx playwright install --with-deps chromium-headless-shell",
        "sudo apt-get install -y --no-install-recommends chromium-headless-shell",
      ],
    });
    const tried = search.kind === "missing" ? search.tried.map(({ place }) => place) : [];
    expect(tried).toContain("chromium on PATH");
    expect(tried).toContain("/opt/google/chrome/chrome");
  });

  it("needs no sudo as root, and Playwright first when it is not installed", async () => {
    own.program("bin/apt-get", "true");
    const machine = own.with({}, { isRoot: true });
    const search = await findBrowser(headed, machine, undefined);
    expect(search).toMatchObject({
      commands: [
        "npm install --save-dev @playwright/test",
        "npx playwright install --with-deps chromium",
        "apt-get install -y --no-install-recommends chromium",
      ],
    });
  });

  it("takes no installed Firefox: Playwright cannot drive it", async () => {
    own.browser("bin/firefox");
    own.program("bin/apt-get", "true");
    const wish = { engine: "firefox", headless: true } as const;
    expect(await findBrowser(wish, own.machine, playwrightWith([]))).toEqual({
      kind: "missing",
      engine: "firefox",
      tried: [],
      commands: ["npx playwright install --with-deps firefox"],
    });
  });
});

describe("the arguments to start it with", () => {
  const argsFor = async (isRoot: boolean, platform: NodeJS.Platform, wish = headless) => {
    const machine = own.with({ CHROME_PATH: own.browser("any/chrome") }, { isRoot, platform });
    return expectFound(await findBrowser(wish, machine, undefined)).args;
  };

  it("leave the sandbox out as root on Linux only", async () => {
    expect(await argsFor(true, "linux")).toContain("--no-sandbox");
    expect(await argsFor(false, "linux")).not.toContain("--no-sandbox");
    expect(await argsFor(true, "darwin")).not.toContain("--no-sandbox");
  });

  it("are quiet, and keep the GPU for a window", async () => {
    expect(await argsFor(false, "linux")).toEqual([
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ]);
    const machine = own.with({ CHROME_PATH: own.browser("any/chrome") });
    expect(expectFound(await findBrowser(headed, machine, undefined)).args).not.toContain(
      "--disable-gpu",
    );
  });
});

describe("WebKit", () => {
  it("is not started to ask for its version: it would stay open", async () => {
    const executablePath = own.program("builds/pw_run.sh", `touch ${own.folder}/started`);
    const wish = { engine: "webkit", headless: true } as const;
    const playwright = playwrightWith([{ executablePath, headlessShell: false }]);
    const found = expectFound(await findBrowser(wish, own.machine, playwright));
    expect(found).toMatchObject({ executablePath, version: "159.0", args: [] });
    expect(own.machine.exists(join(own.folder, "started"))).toBe(false);
  });
});

describe("other systems", () => {
  it("finds Chrome in a Mac's applications", async () => {
    const machine = own.with({ HOME: own.folder }, { platform: "darwin" });
    const path = own.browser("Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    expect(await findBrowser(headless, machine, undefined)).toMatchObject({
      executablePath: path,
      source: "system",
    });
  });

  it("reads the version on Windows beside the program, without starting it", async () => {
    const files = new Map([["C:\\Local\\Google\\Chrome\\Application\\chrome.exe", true]]);
    const machine = own.with(
      { LOCALAPPDATA: "C:\\Local" },
      {
        platform: "win32",
        exists: (path) => files.has(path),
        isExecutable: (path) => files.has(path),
        listFolder: () => ["155.0.1.2", "156.0.8078.79", "chrome.exe"],
        run: () => Promise.reject(new Error("was started")),
      },
    );
    expect(await findBrowser(headless, machine, undefined)).toMatchObject({
      kind: "found",
      version: "156.0.8078.79",
    });
  });
});

describe("Playwright's headless shell", () => {
  it("lies beside the full build, whatever its folder is called on this system", () => {
    const name = "builds/chromium_headless_shell-1255/any-platform/chrome-headless-shell";
    const shell = own.browser(name);
    const full = join(own.folder, "builds/chromium-1255/chrome-linux64/chrome");
    expect(findShellBeside(full, own.machine.listFolder)).toBe(shell);
  });

  it("is named by its folder when it is not there", () => {
    const full = "/cache/chromium-1255/chrome-linux64/chrome";
    expect(findShellBeside(full, () => [])).toBe("/cache/chromium_headless_shell-1255");
  });

  it("is looked for where the installed Playwright expects it", async () => {
    const playwright = findPlaywright();
    const builds = await playwright?.listBuilds("chromium", true, () => []);
    expect(playwright?.version).toMatch(/^1\./);
    expect(builds?.map((build) => build.headlessShell)).toEqual([true, false]);
    expect(builds?.[1]?.executablePath).toMatch(/chromium-\d+/);
  });
});

describe("this machine", () => {
  it("explains to the driver why a named browser cannot be started", async () => {
    const env = { STORYPROOF_BROWSER: "/nowhere/chrome" };
    await expect(findBrowserOrExplain(headless, env)).rejects.toThrow(
      /^STORYPROOF_BROWSER names a browser that cannot be used:\n {2}\/nowhere\/chrome is not there\nCorrect/,
    );
  });

  it("has a browser that answers for itself", async () => {
    const machine = currentMachine(process.env);
    const found = expectFound(await findBrowser(headless, machine, findPlaywright()));
    expect(found.version).toMatch(/^\d+\.\d+/);
    expect(machine.isExecutable(found.executablePath)).toBe(true);
  });
});
