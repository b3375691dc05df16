// The searches for a browser in words, for people: the `browser` command and the driver's errors say the same.
import type { MissingBrowser, TriedPlace, WrongBrowserPath } from "./answer.ts";
import { notThere } from "./probe.ts";

/**
 * What stands in the way, and what to do; several lines, no line end after the last.
 * @param tryInstall whether to name our own installer: not when it has just failed
 */
export function describeBrowserProblem(
  search: MissingBrowser | WrongBrowserPath,
  tryInstall = true,
): string {
  return search.kind === "missing"
    ? describeMissing(search, tryInstall)
    : describeWrongPath(search);
}

/** A line for each place that has something unusable, and one for all the places that have nothing. */
export function describeTried(tried: readonly TriedPlace[]): readonly string[] {
  const isAbsent = ({ problem }: TriedPlace) => problem === notThere;
  const absent = tried.filter(isAbsent).map(({ place }) => place);
  return [
    ...tried.filter((one) => !isAbsent(one)).map(({ place, problem }) => `  ${place} ${problem}`),
    ...(absent.length === 0 ? [] : [`  nothing at: ${absent.join(", ")}`]),
  ];
}

function describeMissing(missing: MissingBrowser, tryInstall: boolean): string {
  const { engine } = missing;
  const note =
    engine === "chromium"
      ? []
      : [`An installed ${nameOf(engine)} cannot be used: Playwright drives only its own build.`];
  return [
    `There is no ${nameOf(engine)} to prove stories in.`,
    ...note,
    ...(missing.tried.length === 0 ? [] : ["Looked at:", ...describeTried(missing.tried)]),
    ...(tryInstall ? ["Get one with:", "  npx storyproof browser --install"] : []),
    tryInstall ? "or by hand, with one of:" : "Get one by hand, with one of:",
    ...missing.commands.map((command) => `  ${command}`),
    "or name one that you have: STORYPROOF_BROWSER=/path/to/browser",
  ].join("\n");
}

function describeWrongPath(wrong: WrongBrowserPath): string {
  return [
    `${wrong.setting} names a browser that cannot be used:`,
    `  ${wrong.path} ${wrong.problem}`,
    `Correct the path, or remove ${wrong.setting} to have a browser found.`,
  ].join("\n");
}

const names = { chromium: "Chromium or Chrome", firefox: "Firefox", webkit: "WebKit" };

function nameOf(engine: keyof typeof names): string {
  return names[engine];
}
