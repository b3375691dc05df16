// Makes a fresh clone ready: the right Node, the packages, a browser. It installs only what is missing, says what it
// does, and says nothing when there is nothing to do. Plain Node, no packages: there may be none yet.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { runChild } from "./children.mjs";
import { runScript, SetUpProblem } from "./interruption.mjs";
import { withSetUpLock } from "./setup-lock.mjs";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Makes the clone ready, or throws a SetUpProblem that says what to do.
 * @param {{ folder?: string, env?: NodeJS.ProcessEnv, nodeVersion?: string, signal: AbortSignal, say?: (line: string) => void }} options
 */
export async function setUp({
  folder = root,
  env = process.env,
  nodeVersion = process.versions.node,
  signal,
  say = console.log,
}) {
  checkNode(folder, nodeVersion);
  if (isReady(folder, env)) return;
  const lock = join(folder, ".storyproof", "setup.lock");
  await withSetUpLock(lock, { say, signal }, async () => {
    await installPackages({ folder, env, signal, say });
    await installBrowser({ folder, env, signal, say });
  });
}

/** The example projects with packages of their own: only the tests need them. */
const exampleNames = ["json-api", "registry"];

/** Installs the packages of the example projects as `setUp` does those of the clone, which must be ready. */
export async function setUpExamples({
  folder = root,
  env = process.env,
  signal,
  say = console.log,
}) {
  const folders = exampleNames.map((name) => join(folder, "examples", name));
  if (folders.every((each) => readStamp(each).lock === hashLock(each))) return;
  const lock = join(folder, ".storyproof", "setup.lock");
  await withSetUpLock(lock, { say, signal }, async () => {
    for (const [at, each] of folders.entries()) {
      const whose = `examples/${exampleNames[at]}/package-lock.json`;
      await installPackages({ folder: each, whose, env, signal, say });
    }
  });
}

function checkNode(folder, nodeVersion) {
  const { engines } = readJson(join(folder, "package.json"));
  const needed = engines.node.replace(/^>=/, "");
  const [major, minor] = needed.split(".").map(Number);
  const [hasMajor, hasMinor] = nodeVersion.split(".").map(Number);
  if (hasMajor > major || (hasMajor === major && hasMinor >= minor)) return;
  throw new SetUpProblem(
    `storyproof needs Node ${needed} or newer; this is ${nodeVersion}. Newer ones: https://nodejs.org/en/download`,
  );
}

function isReady(folder, env) {
  const stamp = readStamp(folder);
  return stamp.lock === hashLock(folder) && hasBrowser(stamp, env);
}

function hasBrowser(stamp, env) {
  const { browser } = stamp;
  return browser !== undefined && browser.named === namedBrowser(env) && existsSync(browser.path);
}

/** What the environment says of browsers: with another word there, another browser may be meant. */
function namedBrowser(env) {
  const names = ["STORYPROOF_BROWSER", "PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH", "CHROME_PATH"];
  return names.map((name) => env[name] ?? "").join("|");
}

async function installPackages({ folder, whose = "package-lock.json", env, signal, say }) {
  const lock = hashLock(folder);
  if (readStamp(folder).lock === lock) return;
  if (!isInstalled(folder)) {
    say(`Installing the packages of ${whose}: npm ci`);
    // Development packages are what this is for, whatever NODE_ENV says.
    const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
    const own = { ...env, STORYPROOF_SET_UP: "1" };
    const code = await runNpm(args, { cwd: folder, env: own, signal });
    signal.throwIfAborted();
    if (code !== 0) throw new SetUpProblem(npmFailed(code));
  }
  writeStamp(folder, { lock });
}

function npmFailed(code) {
  return [
    `npm ci failed with code ${code}; its own message is above.`,
    "When it says that package.json and package-lock.json differ: run npm install, and commit package-lock.json.",
    "When it could not reach its registry: check npm config get registry, and run this again.",
  ].join("\n");
}

function runNpm(args, options) {
  const script = options.env.npm_execpath;
  // Started by npm itself, npm says where it is; other package managers use the same variable.
  if (script?.endsWith("npm-cli.js")) return runChild(process.execPath, [script, ...args], options);
  return runChild("npm", args, { ...options, shell: process.platform === "win32" });
}

/** Whether somebody ran npm by hand: npm's own record in node_modules has every package that the lock file wants. */
function isInstalled(folder) {
  const installed = readJson(join(folder, "node_modules", ".package-lock.json"))?.packages;
  if (installed === undefined) return false;
  const { "": _own, ...wanted } = readJson(join(folder, "package-lock.json")).packages;
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    return optional || link || installed[path]?.version === version;
  });
}

async function installBrowser({ folder, env, signal, say }) {
  const stamp = readStamp(folder);
  if (hasBrowser(stamp, env)) return;
  say("Looking for a browser: storyproof browser --install");
  let answer = "";
  const args = ["--import", "./scripts/typescript.mjs", "src/cli/bin.ts", "browser"];
  const code = await runChild(process.execPath, [...args, "--install", "--json"], {
    cwd: folder,
    env,
    signal,
    onOutput: (text) => {
      answer += text;
    },
  });
  signal.throwIfAborted();
  if (code !== 0) throw new SetUpProblem("Without a browser the stories cannot be proven.");
  const { executablePath, version } = JSON.parse(answer);
  say(`Using ${executablePath}, version ${version}.`);
  writeStamp(folder, { ...stamp, browser: { path: executablePath, named: namedBrowser(env) } });
}

function hashLock(folder) {
  const text = readFileSync(join(folder, "package-lock.json"));
  return createHash("sha256").update(text).digest("hex");
}

// In node_modules, so that whoever removes that removes the stamp with it.
function stampPath(folder) {
  return join(folder, "node_modules", ".storyproof-setup");
}

function readStamp(folder) {
  return readJson(stampPath(folder)) ?? {};
}

function writeStamp(folder, stamp) {
  // npm makes no node_modules where there are no packages.
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  writeFileSync(stampPath(folder), `${JSON.stringify(stamp)}\n`);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await runScript(async (signal) => {
    await setUp({ signal });
    if (process.argv.includes("examples")) await setUpExamples({ signal });
    return 0;
  });
}
