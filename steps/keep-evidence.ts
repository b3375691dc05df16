// What a scenario leaves behind for the report, and the end of its sessions whatever happened.
// Evidence that cannot be kept is told, and changes nothing about the verdict.
import { mkdirSync, rmSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { CapturePolicy } from "../src/config/options.ts";
import {
  exchangesAttachment,
  fileAttachment,
  pageAttachment,
} from "../src/evidence/attachment-kinds.ts";
import type { Actor } from "../src/journey/actor.ts";
import type { BrowserSession } from "../src/journey/browser-port.ts";
import type { StoryWorld } from "../src/journey/world.ts";
import { keepArrivals } from "./keep-arrivals.ts";

/** Statuses after which nobody needs to look closer. */
const quiet = new Set<string | undefined>(["PASSED", "SKIPPED"]);

/** Attaches what helps to understand a failure, then closes every session. */
export async function keepEvidence(world: StoryWorld, status: string | undefined): Promise<void> {
  const failed = !quiet.has(status);
  for (const actor of world.actors) {
    if (failed) await tellTrouble(world, actor.name, () => keepExchanges(world, actor));
    const browser = await actor.openBrowser();
    if (browser !== undefined) await keepBrowser(world, actor, browser, failed);
    await actor.openApi?.close();
    await tellTrouble(world, actor.name, () => actor.resources.close());
  }
  if (failed) await tellTrouble(world, "the scenario", () => keepArrivals(world));
  await tellTrouble(world, "the scenario", () => world.resources.close());
}

async function keepBrowser(
  world: StoryWorld,
  actor: Actor,
  browser: BrowserSession,
  failed: boolean,
): Promise<void> {
  try {
    await tellTrouble(world, actor.name, () => keepPage(world, actor, browser, failed));
    if (!failed) await tellTrouble(world, actor.name, () => noteDialogs(world, actor, browser));
    await tellTrouble(world, actor.name, () => keepFiles(world, actor, browser, failed));
  } finally {
    await browser.close();
  }
}

async function tellTrouble(
  world: StoryWorld,
  owner: string,
  keep: () => void | Promise<void>,
): Promise<void> {
  try {
    await keep();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    world.log(`storyproof could not keep some evidence of ${owner}: ${reason}`);
  }
}

function keepExchanges(world: StoryWorld, actor: Actor): void {
  const exchanges = actor.openApi?.exchanges ?? [];
  if (exchanges.length === 0) return;
  const { data, mediaType } = exchangesAttachment(exchanges, world.secrets);
  world.attach(data, mediaType);
}

async function keepPage(
  world: StoryWorld,
  actor: Actor,
  browser: BrowserSession,
  failed: boolean,
): Promise<void> {
  const wantsScreenshot = wanted(world.settings.browser.screenshot, failed);
  if (!failed && !wantsScreenshot) return;
  const page = await browser.failure();
  if (failed) {
    const { data, mediaType } = pageAttachment(actor.name, page, world.secrets);
    world.attach(data, mediaType);
  }
  if (wantsScreenshot && page.screenshot !== undefined) {
    world.attach(Buffer.from(page.screenshot), {
      mediaType: "image/png",
      fileName: `screenshot-${fileNameOf(actor.name)}.png`,
    });
  }
}

/** A failure tells of them anyway; where all went well nobody would know what was dismissed. */
async function noteDialogs(
  world: StoryWorld,
  actor: Actor,
  browser: BrowserSession,
): Promise<void> {
  const dialogs = await browser.surprisingDialogs();
  if (dialogs.length === 0) return;
  const lines = dialogs.map((dialog) => `  ${dialog}`).join("\n");
  world.log(
    `In the browser of ${actor.name}:\n${lines}\nSay what to do with it: I accept the dialog, or before it comes: I will accept the next dialog`,
  );
}

/** Closes the session, since traces and videos are complete only then. */
async function keepFiles(
  world: StoryWorld,
  actor: Actor,
  browser: BrowserSession,
  failed: boolean,
): Promise<void> {
  const { trace, video } = world.settings.browser;
  const folder = resolve(world.settings.reports.folder, "evidence");
  const name = `${fileNameOf(actor.name)}-${Date.now().toString(36)}-${process.pid}`;
  const tracePath = wanted(trace, failed) ? join(folder, `${name}.trace.zip`) : undefined;
  const videoPath = wanted(video, failed) ? join(folder, `${name}.webm`) : undefined;
  if (tracePath !== undefined || videoPath !== undefined) mkdirSync(folder, { recursive: true });
  await browser.close({
    ...(tracePath !== undefined && { keepTraceAs: tracePath }),
    ...(videoPath !== undefined && { keepVideoAs: videoPath }),
  });
  if (tracePath !== undefined) {
    await redactTrace(world, tracePath);
    attachFile(world, actor, "trace", tracePath);
  }
  if (videoPath !== undefined) attachFile(world, actor, "video", videoPath);
}

/** A trace holds everything that was typed and sent; one that cannot be redacted does not stay. */
async function redactTrace(world: StoryWorld, path: string): Promise<void> {
  if (sizeOf(path) === undefined) return;
  try {
    const { redactZip } = await import("../src/evidence/redact-zip.ts");
    world.learnSecrets();
    await redactZip(path, world.secrets);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

function attachFile(world: StoryWorld, actor: Actor, role: "trace" | "video", path: string): void {
  const sizeBytes = sizeOf(path);
  if (sizeBytes === undefined) return;
  const below = relative(resolve(world.settings.reports.folder), path);
  const { data, mediaType } = fileAttachment({ role, actor: actor.name, path: below, sizeBytes });
  world.attach(data, mediaType);
}

function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size;
}

function wanted(policy: CapturePolicy, failed: boolean): boolean {
  return policy === "always" || (policy === "on-failure" && failed);
}

function fileNameOf(actor: string): string {
  const name = actor.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  return name.toLowerCase() || "actor";
}
