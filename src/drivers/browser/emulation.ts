// The world around the pages of one session: window, preferences, network, permissions, place, clock.
import type { Page } from "@playwright/test";
import type { BrowserPermission, EmulationPort } from "../../journey/browser/emulation-port.ts";
import { condense } from "./playwright-errors.ts";
import { orAfter } from "./promises.ts";
import { keepRealClock } from "./real-clock.ts";
import { describeSeconds } from "./seconds.ts";
import type { SessionOptions } from "./session-options.ts";
import { createSlowNetwork } from "./slow-network.ts";
import { pageError, type Stage } from "./stage.ts";
import { momentIn } from "./zoned-moment.ts";

type OnPage = (page: Page) => Promise<void>;

export function createEmulation(stage: Stage, { wishes, settings }: SessionOptions): EmulationPort {
  const { context } = stage;
  const granted = new Set<BrowserPermission>();
  const timezone = wishes.timezone ?? settings.timezone;
  const onEveryPage = createEveryPage(stage);
  const slowDown = createSlowNetwork(stage);
  let hasClock = false;
  const installClock = async (epochMs?: number) => {
    if (epochMs === undefined && hasClock) return;
    if (!hasClock) await keepRealClock(context);
    hasClock = true;
    await context.clock.install(epochMs === undefined ? {} : { time: epochMs });
  };
  const bounded = async (what: string, doing: Promise<void>) => {
    const { navigationMs } = stage.timeouts;
    const isDone = await orAfter(
      doing.then(() => true),
      navigationMs,
      false,
    );
    if (!isDone)
      throw pageError(stage, `${what} took longer than ${describeSeconds(navigationMs)}.`);
  };
  return {
    async resize({ width, height }) {
      await onEveryPage("size", (page) => page.setViewportSize({ width, height }));
    },
    async prefer(media) {
      await onEveryPage(Object.keys(media).join(), (page) => page.emulateMedia({ ...media }));
    },
    async setNetwork(state) {
      await context.setOffline(state === "offline");
      await onEveryPage("network", (page) => slowDown(page, state === "slow"));
    },
    async setPermission(permission, allowed) {
      if (allowed) granted.add(permission);
      else granted.delete(permission);
      await grant(stage, [...granted]);
    },
    async setLocation(place) {
      granted.add("geolocation");
      await grant(stage, [...granted]);
      await context.setGeolocation(place);
    },
    async setClock(moment) {
      const epochMs = readMoment(stage, moment, timezone);
      if (hasClock) await context.clock.setSystemTime(epochMs);
      else await installClock(epochMs);
    },
    async stopClock(moment) {
      const epochMs = readMoment(stage, moment, timezone);
      // The clock can only be stopped at a moment that is still to come for it.
      if (hasClock) await context.clock.setSystemTime(epochMs - 1000);
      else await installClock(epochMs - 1000);
      await bounded("Stopping the clock", context.clock.pauseAt(epochMs));
    },
    async passTime(ms, timers) {
      await installClock();
      const { clock } = context;
      const passing = timers === "every" ? clock.runFor(ms) : clock.fastForward(ms);
      await bounded(`Letting ${describeSeconds(ms)} pass on the page`, passing);
    },
  };
}

/** Does something with each page that is open, and with each that comes; of the same topic only the latest. */
function createEveryPage({ context }: Stage): (topic: string, code: OnPage) => Promise<void> {
  const wanted = new Map<string, OnPage>();
  context.on("page", (page) => {
    for (const code of wanted.values()) code(page).catch(() => {});
  });
  return async (topic, code) => {
    wanted.set(topic, code);
    await Promise.all(context.pages().map(code));
  };
}

const permissionNames: Readonly<Record<BrowserPermission, readonly string[]>> = {
  geolocation: ["geolocation"],
  notifications: ["notifications"],
  camera: ["camera"],
  microphone: ["microphone"],
  clipboard: ["clipboard-read", "clipboard-write"],
};

async function grant(stage: Stage, permissions: readonly BrowserPermission[]): Promise<void> {
  const { context } = stage;
  await context.clearPermissions();
  const names = permissions.flatMap((permission) => permissionNames[permission]);
  await context.grantPermissions(names).catch((error: unknown) => {
    const engine = stage.settings.engine;
    throw pageError(
      stage,
      `${permissions.join(", ")} cannot be allowed in ${engine}: ${condense(error)}`,
    );
  });
}

function readMoment(stage: Stage, text: string, timezone: string | undefined): number {
  const epochMs = momentIn(text, timezone);
  if (epochMs !== undefined) return epochMs;
  throw pageError(
    stage,
    `"${text}" is no moment: write it as "2026-03-01 10:00", "2026-03-01" or "2026-03-01T10:00:00Z".`,
  );
}
