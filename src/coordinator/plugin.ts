// storyproof's part in cucumber's coordinating process: what must happen once a run, before and after the workers.
import { accessSync, constants, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import type { CoordinatorContext, Plugin, PluginCleanup } from "@cucumber/cucumber/api";
import type { Settings } from "../config/settings.ts";
import type { Preflight } from "../drivers/api/preflight.ts";
import { onInterruption } from "./interruption.ts";
import { PhraseHints, sharePhraseHints } from "./phrase-hints.ts";
import { nothingWasRun, prepareRefusal, type RefuseRun } from "./refused-run.ts";
import { announceRunTier } from "./run-tier.ts";
import { describeRefusal, TagCheck } from "./tag-check.ts";
import { makeTemporaryFolder, removeTemporaryFolder } from "./temporary-folder.ts";

type Context = CoordinatorContext<Settings>;
type Silent = Extract<Preflight, { kind: "silent" }>;

const plugin: Plugin<Settings> = {
  type: "plugin",
  optionsKey: "storyproof",
  coordinator: coordinate,
};

export default plugin;

function coordinate(context: Context): PluginCleanup | undefined {
  if (context.operation !== "runCucumber") return undefined;
  const { options } = context;
  demandReportFolder(options.reports.folder);
  const tier = announceRunTier(process, options.tier);
  const folder = makeTemporaryFolder(tmpdir(), process.pid);
  const cleanUp = (): void => removeTemporaryFolder(folder);
  // Workers inherit the environment, and read these before they are given any settings.
  process.env["STORYPROOF_TEMPORARY_FOLDER"] = folder;
  process.env["STORYPROOF_LOADING"] = JSON.stringify({
    prefix: options.prefix,
    stepMs: options.timeouts.stepMs,
    locators: options.locators,
  });
  process.once("exit", cleanUp);
  const interruption = onInterruption(process, (line) => context.logger.error(line), cleanUp);
  const refuse = prepareRefusal(context, process);
  if (tier.problem !== undefined) demandTier(context, refuse, tier.problem);
  demandRightTags(context, refuse);
  context.transform("pickles:filter", (pickles) =>
    pickles.filter(({ pickle }) => !pickle.tags.some(({ name }) => name === "@planned")),
  );
  if (asksFirst(options)) demandAnswer(context, refuse);
  const hints = new PhraseHints(options.prefix);
  sharePhraseHints(hints);
  // Plugins come before every formatter, so what is added here reaches them all.
  context.on("message", (envelope) => hints.add(envelope));
  const tellMore = onUnreadableFile(context);
  return () => {
    tellMore();
    tier.takeBack();
    interruption.end();
    process.off("exit", cleanUp);
    cleanUp();
  };
}

/** Cucumber tells what is wrong in Gherkin's own words; plugins are closed after that. */
function onUnreadableFile({ on, logger }: Context): () => void {
  let isUnreadable = false;
  on("message", ({ parseError }) => {
    if (parseError !== undefined) isUnreadable = true;
  });
  return () => {
    if (isUnreadable) logger.error("storyproof: `storyproof lint` says more about it.");
  };
}

/** Found out before the run: afterwards it would cost what the run has found. */
function demandReportFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const error = new Error(
      `storyproof cannot write its reports to the folder "${folder}" (reports.folder in cucumber.js): ${reason}\n` +
        "Make room for a folder of that name, or name another place.",
    );
    error.stack = error.message;
    throw error;
  }
}

function asksFirst({ preflight, dryRun, environment }: Settings): boolean {
  const hasAddress = environment.baseUrl !== undefined || environment.apiUrl !== undefined;
  return (
    hasAddress &&
    preflight &&
    !dryRun &&
    !process.argv.some((word) => word === "--dry-run" || word === "-d")
  );
}

/** Runs nothing when it is not known how hard to measure. */
function demandTier({ transform }: Context, refuse: RefuseRun, problem: string): void {
  transform("pickles:filter", (pickles) => [
    ...refuse(`${problem}\n  ${nothingWasRun(pickles.length)}`),
  ]);
}

/** Runs nothing when a tag says nothing that it can say: a gate that is not understood is a gate that is not kept. */
function demandRightTags({ transform, on }: Context, refuse: RefuseRun): void {
  const check = new TagCheck();
  on("message", (envelope) => check.add(envelope));
  transform("pickles:filter", (pickles) => {
    const findings = check.finish();
    if (findings.count === 0) return pickles;
    const [message, shown] = describeRefusal(findings, pickles.length);
    return [...refuse(message, shown)];
  });
}

/** Runs nothing when the product is silent: one message instead of a failure for every scenario. */
function demandAnswer({ options, transform }: Context, refuse: RefuseRun): void {
  transform("pickles:filter", async (pickles) => {
    if (pickles.length === 0) return pickles;
    const { preflight } = await import("../drivers/api/preflight.ts");
    const result = await preflight(options.environment, options.timeouts.preflightMs);
    if (result.kind === "answers") return pickles;
    return [...refuse(silentMessage(result, options.environmentName, pickles.length))];
  });
}

function silentMessage(
  { url, reason, setting }: Silent,
  environment: string,
  count: number,
): string {
  return [
    `storyproof: the product does not answer at ${url}: ${reason}.`,
    `  Is it running? The address is environments.${environment}.${setting} in cucumber.js;`,
    "  another environment is chosen with STORYPROOF_ENV.",
    `  ${nothingWasRun(count)}`,
  ].join("\n");
}
