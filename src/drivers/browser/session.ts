// One actor's browser: a context of its own, with the page in front, put together from its parts.
import type { Browser } from "@playwright/test";
import type { BrowserSession } from "../../journey/browser-port.ts";
import { createActions } from "./actions.ts";
import { createAnswering } from "./answering.ts";
import { createAudits } from "./audit.ts";
import { createChoices } from "./choices.ts";
import { createContent } from "./content.ts";
import { contextOptions } from "./context-options.ts";
import { learnCookies, readCookies, toPageCookie } from "./cookies.ts";
import { createEmulation } from "./emulation.ts";
import { createExpectations } from "./expectations.ts";
import { captureFailure } from "./failure.ts";
import { createFrames } from "./frames.ts";
import { createHand } from "./hand.ts";
import { createNavigation } from "./navigation.ts";
import { orAfter } from "./promises.ts";
import { createDownloads } from "./received-files.ts";
import { explainRecordingError, type Recording, startRecording } from "./recording.ts";
import { createScripts } from "./scripts.ts";
import type { SessionOptions } from "./session-options.ts";
import { setStage } from "./set-stage.ts";
import type { Stage } from "./stage.ts";
import { createState } from "./state.ts";
import { createStorage } from "./storage.ts";
import { watchVitals } from "./vitals.ts";
import { createWindows } from "./windows.ts";
import { createWitness } from "./witness.ts";

/** Saving a trace of a long scenario takes seconds; a browser that is gone never answers. */
const closeMs = 10_000;

/** A session in a fresh context of the browser. */
export async function openSession(
  browser: Browser,
  given: SessionOptions,
): Promise<BrowserSession> {
  const options = given.wishes.unrecorded === true ? unrecorded(given) : given;
  const context = await browser.newContext(contextOptions(options));
  const closing = { done: false };
  try {
    const stage = await setStage(browser, context, options, closing);
    const recording = await startRecording(
      context,
      options.settings,
      options.actor,
      options.temporaryFolder,
    );
    const { vitals = [] } = options.wishes;
    const watched = await watchVitals(stage, vitals, options.readVitalsLibrary);
    await stage.tabs.add();
    const emulation = createEmulation(stage, options);
    return {
      get usedAtMs() {
        return stage.usedAtMs();
      },
      ...createNavigation(stage),
      ...createActions(stage),
      ...createChoices(stage),
      ...createExpectations(stage),
      ...createContent(stage),
      ...createAudits(stage),
      ...createAnswering(stage),
      ...createWindows(stage),
      ...createFrames(stage),
      ...createDownloads(stage),
      ...createHand(stage),
      ...createState(context, options.secrets),
      ...createStorage(stage),
      ...emulation,
      ...createScripts(stage, emulation),
      ...createWitness(stage),
      ...watched,
      cookies: () => readCookies(context, options.secrets),
      async setCookies(cookies) {
        learnCookies(cookies, options.secrets);
        await context.addCookies(cookies.map(toPageCookie));
      },
      failure: () => captureFailure(stage),
      async close({ keepTraceAs, keepVideoAs } = {}) {
        if (closing.done) return;
        closing.done = true;
        await closeSession(stage, recording, keepTraceAs, keepVideoAs);
      },
    };
  } catch (error) {
    await orAfter(
      context.close().catch(() => {}),
      closeMs,
      undefined,
    );
    throw explainRecordingError(error);
  }
}

function unrecorded(options: SessionOptions): SessionOptions {
  return { ...options, settings: { ...options.settings, trace: "off", video: "off" } };
}

async function closeSession(
  { context, secrets }: Stage,
  recording: Recording,
  keepTraceAs: string | undefined,
  keepVideoAs: string | undefined,
): Promise<void> {
  const bounded = (step: Promise<unknown>) =>
    orAfter(
      step.catch(() => {}),
      closeMs,
      undefined,
    );
  // A trace that is kept shows cookies: whoever redacts it must know them.
  if (keepTraceAs !== undefined) await bounded(readCookies(context, secrets));
  await bounded(recording.endTrace(keepTraceAs));
  await bounded(context.close());
  await bounded(recording.endVideo(keepVideoAs));
}
