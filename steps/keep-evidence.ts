// What a scenario leaves behind for the report, and the end of its sessions whatever happened.
import { mkdirSync, statSync } from "node:fs";
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

/** Statuses after which nobody needs to look closer. */
const quiet = new Set<string | undefined>(["PASSED", "SKIPPED"]);

/** Attaches what helps to understand a failure, then closes every session. */
export async function keepEvidence(world: StoryWorld, status: string | undefined): Promise<void> {
  const failed = !quiet.has(status);
  for (const actor of world.actors) {
    try {
      if (failed) keepExchanges(world, actor);
      const browser = await actor.openBrowser();
      if (browser !== undefined) await keepPage(world, actor, browser, failed);
    } finally {
      await actor.openApi?.close();
    }
  }
}

function keepExchanges(world: StoryWorld, actor: Actor): void {
  const exchanges = actor.openApi?.exchanges ?? [];
  if (exchanges.length === 0) return;
  actor.openApi?.learnSecrets();
  const { data, mediaType } = exchangesAttachment(exchanges, world.secrets);
  world.attach(data, mediaType);
}

async function keepPage(
  world: StoryWorld,
  actor: Actor,
  browser: BrowserSession,
  failed: boolean,
): Promise<void> {
  const { screenshot: screenshotPolicy, trace, video } = world.settings.browser;
  if (wanted(screenshotPolicy, failed)) {
    const page = await browser.failure();
    const { data, mediaType } = pageAttachment(actor.name, page, world.secrets);
    if (failed) world.attach(data, mediaType);
    if (page.screenshot !== undefined) {
      world.attach(Buffer.from(page.screenshot), {
        mediaType: "image/png",
        fileName: `${fileNameOf(actor.name)}.png`,
      });
    }
  }
  await keepFiles(world, actor, browser, {
    trace: wanted(trace, failed),
    video: wanted(video, failed),
  });
}

async function keepFiles(
  world: StoryWorld,
  actor: Actor,
  browser: BrowserSession,
  want: { readonly trace: boolean; readonly video: boolean },
): Promise<void> {
  const folder = resolve(world.settings.reports.folder, "evidence");
  const name = `${fileNameOf(actor.name)}-${Date.now().toString(36)}-${process.pid}`;
  if (want.trace || want.video) mkdirSync(folder, { recursive: true });
  const trace = want.trace ? join(folder, `${name}.trace.zip`) : undefined;
  const video = want.video ? join(folder, `${name}.webm`) : undefined;
  await browser.close({
    ...(trace !== undefined && { keepTraceAs: trace }),
    ...(video !== undefined && { keepVideoAs: video }),
  });
  if (trace !== undefined) await attachFile(world, actor, "trace", trace);
  if (video !== undefined) await attachFile(world, actor, "video", video);
}

async function attachFile(
  world: StoryWorld,
  actor: Actor,
  role: "trace" | "video",
  path: string,
): Promise<void> {
  if (role === "trace") {
    const { redactZip } = await import("../src/evidence/redact-zip.ts");
    await redactZip(path, world.secrets);
  }
  const sizeBytes = statSync(path, { throwIfNoEntry: false })?.size;
  if (sizeBytes === undefined) return;
  const { data, mediaType } = fileAttachment({
    role,
    actor: actor.name,
    path: relative(resolve(world.settings.reports.folder), path),
    sizeBytes,
  });
  world.attach(data, mediaType);
}

function wanted(policy: CapturePolicy, failed: boolean): boolean {
  return policy === "always" || (policy === "on-failure" && failed);
}

function fileNameOf(actor: string): string {
  return (
    actor
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "")
      .toLowerCase() || "actor"
  );
}
