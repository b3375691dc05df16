// `storyproof browser`: which browser will be used and why; with --install, gets one when there is none.
import type { BrowserEngine } from "../config/options.ts";
import type { BrowserSettings } from "../config/settings.ts";
import { findBrowser } from "../drivers/browser-installation.ts";
import type { BrowserSearch, BrowserWish } from "../drivers/installation/answer.ts";
import { type InstallOutcome, installBrowser } from "../drivers/installation/installer.ts";
import { currentMachine, type Machine } from "../drivers/installation/machine.ts";
import { findPlaywright, type Playwright } from "../drivers/installation/playwright.ts";
import { describeBrowserProblem, describeTried } from "../drivers/installation/text.ts";
import { readArguments } from "./arguments.ts";
import { EnvironmentError, InterruptedError, UsageError } from "./errors.ts";
import { exitCodes } from "./exit-codes.ts";
import type { CommandIo } from "./io.ts";
import { readProjectConfig } from "./project-config.ts";

const usage = `Usage: storyproof browser [options]

Says which browser stories will be proven in, its version, and why it is that one.

  --install         Get one when there is none: Playwright's installer, then the system's package manager.
  --engine ENGINE   chromium, firefox or webkit. Default: what the configuration says, else chromium.
  --headed          The browser with a window. Default: what the configuration says, else without.
  --config FILE     The configuration to read. Default: cucumber.js, .cjs or .mjs in this folder.
  --json            Print the answer as JSON.
  --quiet           Print nothing when a browser is there.
  --help            Show this.

Environment: STORYPROOF_BROWSER names a browser; STORYPROOF_SKIP_BROWSER_DOWNLOAD=1 leaves Playwright's installer out.`;

const options = {
  install: { type: "boolean", default: false },
  engine: { type: "string" },
  headed: { type: "boolean", default: false },
  config: { type: "string" },
  json: { type: "boolean", default: false },
  quiet: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** The machine and the Playwright that are asked; a test passes its own. */
export interface BrowserSurroundings {
  readonly machine: Machine;
  readonly playwright: Playwright | undefined;
}

/** Exit code 0 with a browser; throws UsageError, or EnvironmentError without one. */
export async function runBrowser(
  args: readonly string[],
  io: CommandIo,
  { machine, playwright }: BrowserSurroundings = {
    machine: currentMachine(io.env),
    playwright: findPlaywright(),
  },
): Promise<number> {
  const { values } = readArguments(args, options, usage);
  if (values.help) {
    io.stdout.write(`${usage}\n`);
    return exitCodes.ok.code;
  }
  const settings = await readBrowserSettings(io, values.config);
  if (settings.wsEndpoint !== undefined) return reportRemote(settings.wsEndpoint, values, io);
  const wish = makeWish(values, settings);
  const before = await findBrowser(wish, machine, playwright);
  const wanting = values.install && before.kind === "missing";
  const search = wanting ? await install(wish, { machine, playwright }, io) : before;
  if (values.json) io.stdout.write(`${JSON.stringify(search, null, 2)}\n`);
  else if (search.kind === "found" && (wanting || !values.quiet)) {
    io.stdout.write(describeFound(search));
  }
  if (search.kind === "found") return exitCodes.ok.code;
  if (search.kind === "wrong-path") throw new UsageError(describeBrowserProblem(search));
  throw new EnvironmentError(describeBrowserProblem(search, !wanting));
}

async function readBrowserSettings(
  io: CommandIo,
  file: string | undefined,
): Promise<Partial<BrowserSettings>> {
  const config = await readProjectConfig(io.cwd, file);
  if (config.kind === "read") return config.settings.browser;
  if (config.kind === "unreadable") {
    const { file, problem } = config;
    io.stderr.write(`${file} cannot be read, so its browser settings do not count:\n${problem}\n`);
  }
  return {};
}

function makeWish(
  { engine, headed }: { readonly engine?: string | undefined; readonly headed: boolean },
  settings: Partial<BrowserSettings>,
): BrowserWish {
  const wanted = engine ?? settings.engine ?? "chromium";
  if (!isEngine(wanted)) {
    throw new UsageError(`--engine ${wanted}: there are chromium, firefox and webkit.`);
  }
  const wish = { engine: wanted, headless: !headed && (settings.headless ?? true) };
  // The configured path is one to a browser of the configured engine.
  const sameEngine = wanted === (settings.engine ?? "chromium");
  if (settings.executablePath === undefined || !sameEngine) return wish;
  return { ...wish, executablePath: settings.executablePath };
}

function isEngine(text: string): text is BrowserEngine {
  return ["chromium", "firefox", "webkit"].includes(text);
}

/** Somebody else's machine starts that one, so there is nothing here to find or to install. */
function reportRemote(
  wsEndpoint: string,
  { json, quiet }: { readonly json: boolean; readonly quiet: boolean },
  io: CommandIo,
): number {
  const address = withoutSecrets(wsEndpoint);
  if (json)
    io.stdout.write(`${JSON.stringify({ kind: "remote", wsEndpoint: address }, null, 2)}\n`);
  else if (!quiet) io.stdout.write(`The browser at ${address}: browser.wsEndpoint names it.\n`);
  return exitCodes.ok.code;
}

/** Tokens of browser services stand in the query or before the host. */
function withoutSecrets(address: string): string {
  return address.replace(/\/\/[^/@]*@/, "//").replace(/[?#].*$/s, "");
}

async function install(
  wish: BrowserWish,
  { machine, playwright }: BrowserSurroundings,
  io: CommandIo,
): Promise<BrowserSearch> {
  // On stderr, so that --json stays JSON.
  const outcome = await installBrowser(wish, machine, playwright, {
    say: (line) => io.stderr.write(`${line}\n`),
    show: (line) => io.stderr.write(`  ${line}\n`),
    signal: io.signal,
  });
  if (outcome.kind === "interrupted") throw new InterruptedError("stopped while installing");
  if (outcome.kind === "installed") return outcome.browser;
  io.stderr.write(describeAttempts(outcome));
  return outcome.search;
}

function describeAttempts(outcome: Extract<InstallOutcome, { kind: "failed" }>): string {
  const lines = outcome.attempts.map(({ command, problem }) => `  ${command}: ${problem}\n`);
  if (lines.length === 0) return "There is no installer here that may be used.\n";
  return `No browser could be installed:\n${lines.join("")}`;
}

function describeFound(found: Extract<BrowserSearch, { kind: "found" }>): string {
  const tried =
    found.tried.length === 0 ? [] : ["Looked at before:", ...describeTried(found.tried)];
  return [
    `${found.executablePath}`,
    `  version ${found.version} (${found.engine}${found.headlessShell ? ", headless shell" : ""})`,
    `  used because ${found.why}`,
    ...(found.args.length === 0 ? [] : [`  started with ${found.args.join(" ")}`]),
    ...tried,
    "",
  ].join("\n");
}
