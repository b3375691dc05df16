// Where browsers lie on a machine when somebody installed them, by platform. Only names and paths, in the order in
// which they are tried; whether they exist is asked elsewhere.
import { win32 } from "node:path";

export interface InstalledPlace {
  /** A name on PATH, or an absolute path. */
  readonly at: string;
  readonly headlessShell: boolean;
}

/** Chromium family only: Playwright cannot drive an installed Firefox or Safari. */
export function listInstalledPlaces(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  headless: boolean,
): readonly InstalledPlace[] {
  const full = fullBrowsers(platform, env).map((at) => ({ at, headlessShell: false }));
  if (!headless) return full;
  // A third of the time of a full browser for the same scenarios, so it goes first.
  return [...headlessShells(platform).map((at) => ({ at, headlessShell: true })), ...full];
}

/** Whether a path looks like a headless shell, which cannot show a window. */
export function isHeadlessShell(path: string): boolean {
  return /headless[-_]shell(\.exe)?$/i.test(path);
}

function headlessShells(platform: NodeJS.Platform): readonly string[] {
  const names = ["chromium-headless-shell", "chrome-headless-shell", "headless_shell"];
  if (platform !== "linux") return names;
  return [
    ...names,
    "/usr/lib/chromium/chromium-headless-shell",
    "/usr/lib64/chromium-browser/headless_shell",
    "/headless-shell/headless-shell",
  ];
}

function fullBrowsers(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  if (platform === "darwin") return macBrowsers(env["HOME"]);
  if (platform === "win32") return windowsBrowsers(env);
  return [
    "google-chrome",
    "google-chrome-stable",
    "chromium",
    "chromium-browser",
    "microsoft-edge",
    "microsoft-edge-stable",
    "/opt/google/chrome/chrome",
    "/usr/lib/chromium/chromium",
    "/usr/lib64/chromium-browser/chromium-browser",
    "/snap/bin/chromium",
    "/opt/microsoft/msedge/msedge",
  ];
}

function macBrowsers(home: string | undefined): readonly string[] {
  const folders = ["/Applications", ...(home === undefined ? [] : [`${home}/Applications`])];
  const names = ["Google Chrome", "Chromium", "Microsoft Edge"];
  return [
    ...names.flatMap((name) =>
      folders.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    ),
    "chromium",
  ];
}

function windowsBrowsers(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const folders = ["LOCALAPPDATA", "PROGRAMFILES", "PROGRAMFILES(X86)"]
    .map((name) => env[name])
    .filter((folder) => folder !== undefined);
  const tails = [
    "Google\\Chrome\\Application\\chrome.exe",
    "Chromium\\Application\\chrome.exe",
    "Microsoft\\Edge\\Application\\msedge.exe",
  ];
  return tails.flatMap((tail) => folders.map((folder) => win32.join(folder, tail)));
}
