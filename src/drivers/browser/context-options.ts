// What a browser context is made with: the settings, and what the scenario wished for its actor.
import type { BrowserContextOptions } from "@playwright/test";
import type { Devices } from "./launch.ts";
import { nearestNames } from "./outline.ts";
import { PageError } from "./page-error.ts";
import type { SessionOptions } from "./session-options.ts";

/** Throws, with names near it, when the wished device is not known. */
export function contextOptions(options: SessionOptions): BrowserContextOptions {
  const { settings, environment, temporaryFolder, wishes } = options;
  const { video, allowedHosts } = settings;
  const device = wishes.device === undefined ? {} : deviceOptions(wishes.device, options);
  const { viewport = settings.viewport } = device;
  const timezone = wishes.timezone ?? settings.timezone;
  return {
    ...device,
    viewport,
    locale: wishes.locale ?? settings.locale,
    ...(timezone !== undefined && { timezoneId: timezone }),
    ...(environment.baseUrl !== undefined && { baseURL: environment.baseUrl }),
    ignoreHTTPSErrors: environment.tls?.allowInvalid ?? false,
    // What a service worker fetches passes by the rule for hosts.
    serviceWorkers: allowedHosts.includes("*") ? "allow" : "block",
    ...(video !== "off" && {
      recordVideo: { dir: temporaryFolder, ...(viewport && { size: viewport }) },
    }),
  };
}

/** The kinds of device that sentences name, each by one that is common. */
const kinds: Readonly<Record<string, string>> = {
  phone: "iPhone 13",
  tablet: "iPad (gen 7)",
  desktop: "Desktop Chrome",
};

function deviceOptions(name: string, { devices, settings }: SessionOptions): BrowserContextOptions {
  const device = findDevice(kinds[name] ?? name, devices);
  if (device === undefined) {
    const near = nearestNames(name, Object.keys(devices), 3).map((one) => `"${one}"`);
    const hint = near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : "";
    throw new PageError(
      `There is no device "${name}" in Playwright's list.${hint}\n` +
        'Its names are as "iPhone 13", "Pixel 7", "iPad Mini landscape", or say a phone, a tablet, a desktop.',
    );
  }
  const { defaultBrowserType: _, isMobile, ...options } = device;
  // Firefox has no such thing, and refuses.
  return settings.engine === "firefox" ? options : { ...options, isMobile };
}

function findDevice(name: string, devices: Devices): Devices[string] | undefined {
  const wanted = name.toLowerCase();
  const key = Object.keys(devices).find((one) => one.toLowerCase() === wanted);
  return key === undefined ? undefined : devices[key];
}
