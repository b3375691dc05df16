// Ways to get a browser: Playwright's installer and the package managers of systems, as data. Nothing is run here.
import type { BrowserEngine } from "../../config/options.ts";
import { findOnPath, type Machine } from "./machine.ts";
import type { Playwright } from "./playwright.ts";

export interface PackageManager {
  readonly name: string;
  /** Whether it must be run as root. */
  readonly asRoot: boolean;
  /** Brings the list of packages up to date; run once before installing. */
  readonly refresh?: readonly string[];
  /** Arguments before the package's name. */
  readonly install: readonly string[];
  /** Packages that hold a Chromium or Chrome, best first. */
  readonly headless: readonly string[];
  readonly headed: readonly string[];
}

// Several tools install at once on a fresh machine, so apt waits for its lock instead of failing.
const waitForLock = ["-o", "DPkg::Lock::Timeout=120"];

const packageManagers: readonly PackageManager[] = [
  {
    name: "apt-get",
    asRoot: true,
    refresh: [...waitForLock, "update"],
    install: [...waitForLock, "install", "-y", "--no-install-recommends"],
    headless: ["chromium-headless-shell", "chromium"],
    headed: ["chromium"],
  },
  {
    name: "dnf",
    asRoot: true,
    install: ["install", "-y"],
    headless: ["chromium-headless", "chromium"],
    headed: ["chromium"],
  },
  {
    name: "zypper",
    asRoot: true,
    install: ["--non-interactive", "install"],
    headless: ["chromium"],
    headed: ["chromium"],
  },
  {
    name: "pacman",
    asRoot: true,
    install: ["-Sy", "--noconfirm", "--needed"],
    headless: ["chromium"],
    headed: ["chromium"],
  },
  {
    name: "apk",
    asRoot: true,
    install: ["add", "--no-cache"],
    headless: ["chromium-headless-shell", "chromium"],
    headed: ["chromium"],
  },
  {
    name: "brew",
    asRoot: false,
    install: ["install", "--cask"],
    headless: ["google-chrome"],
    headed: ["google-chrome"],
  },
  {
    name: "winget",
    asRoot: false,
    install: [
      "install",
      "--exact",
      "--silent",
      "--accept-package-agreements",
      "--accept-source-agreements",
      "--id",
    ],
    headless: ["Google.Chrome"],
    headed: ["Google.Chrome"],
  },
];

/** The package manager of this machine that has a browser for the engine, with where it is; Chromium only. */
export function findPackageManager(
  engine: BrowserEngine,
  machine: Machine,
): { readonly manager: PackageManager; readonly path: string } | undefined {
  if (engine !== "chromium") return undefined;
  for (const manager of packageManagers) {
    const path = findOnPath(manager.name, machine);
    if (path !== undefined) return { manager, path };
  }
  return undefined;
}

/** Name of Playwright's build, as its installer takes it. */
export function playwrightBuildName(engine: BrowserEngine, headless: boolean): string {
  return engine === "chromium" && headless ? "chromium-headless-shell" : engine;
}

/** What a person can type here to get a browser, best first. */
export function listInstallCommands(
  wish: { readonly engine: BrowserEngine; readonly headless: boolean },
  machine: Machine,
  playwright: Playwright | undefined,
): readonly string[] {
  const build = playwrightBuildName(wish.engine, wish.headless);
  const packages = playwright === undefined ? ["npm install --save-dev @playwright/test"] : [];
  const found = findPackageManager(wish.engine, machine);
  return [
    ...packages,
    // On Linux a browser needs system libraries, which Playwright installs with it when told to.
    `npx playwright install ${machine.platform === "linux" ? "--with-deps " : ""}${build}`,
    ...(found === undefined ? [] : describeManager(found.manager, wish.headless, machine)),
  ];
}

function describeManager(
  manager: PackageManager,
  headless: boolean,
  machine: Machine,
): readonly string[] {
  const sudo = manager.asRoot && !machine.isRoot ? "sudo " : "";
  const name = (headless ? manager.headless : manager.headed)[0] ?? "chromium";
  return [`${sudo}${manager.name} ${withoutLock(manager.install).join(" ")} ${name}`];
}

function withoutLock(args: readonly string[]): readonly string[] {
  return args.filter((arg) => !waitForLock.includes(arg));
}
