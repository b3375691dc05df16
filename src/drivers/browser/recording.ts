// Trace and video of one session: started when the policy may want them, kept only when asked for.
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import type { BrowserSettings } from "../../config/settings.ts";
import { withTemporaryFolder } from "./temporary-folder.ts";

export interface Recording {
  /** Before the context is closed: writes the trace to the path, or throws it away. */
  endTrace(path: string | undefined): Promise<void>;
  /** After the context is closed: a video is complete only then. */
  endVideo(path: string | undefined): Promise<void>;
}

/** Why a context could not be made, where it is the video; else the error as it came. */
export function explainRecordingError(error: unknown): unknown {
  if (!/Video rendering requires ffmpeg/.test(String(error))) return error;
  return new Error(
    "browser.video needs ffmpeg, which is not installed with this browser.\n" +
      'Get it with `npx playwright install ffmpeg`, or set browser.video to "off" in cucumber.js.',
    { cause: error },
  );
}

export async function startRecording(
  context: BrowserContext,
  settings: BrowserSettings,
  actor: string,
  temporaryFolder: string,
): Promise<Recording> {
  const traced = settings.trace !== "off";
  const pages: Page[] = [];
  if (settings.video !== "off") context.on("page", (page) => pages.push(page));
  // Snapshots show the page at every step already; a film strip beside them doubles what a trace costs.
  const start = () => context.tracing.start({ screenshots: false, snapshots: true, title: actor });
  // It makes a folder of its own, which an interrupted run would leave behind elsewhere.
  if (traced) await withTemporaryFolder(temporaryFolder, start);
  return {
    async endTrace(path) {
      if (!traced) return;
      if (path !== undefined) await mkdir(dirname(path), { recursive: true });
      await context.tracing.stop(path === undefined ? {} : { path });
    },
    async endVideo(path) {
      const [first, ...others] = pages.flatMap((page) => page.video() ?? []);
      await Promise.all(others.map((video) => video.delete()));
      if (path === undefined) await first?.delete();
      else await first?.saveAs(path);
    },
  };
}
