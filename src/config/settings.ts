// The configuration with every default filled in: what travels to the workers as cucumber world parameters,
// so it is plain JSON and holds no secret's value.
import type { BrowserOptions, EnvironmentOptions, StepPack } from "./options.ts";

type Filled<T, Optional extends keyof T> = Readonly<
  Required<Omit<T, Optional>> & Pick<T, Optional>
>;

export type BrowserSettings = Filled<BrowserOptions, "timezone" | "executablePath" | "wsEndpoint">;

export interface Timeouts {
  readonly stepMs: number;
  readonly requestMs: number;
  readonly expectMs: number;
  readonly navigationMs: number;
  readonly preflightMs: number;
}

export interface SecretSettings {
  readonly names: readonly string[];
  readonly environment: readonly string[];
  readonly patterns: readonly string[];
}

export interface ReportSettings {
  readonly folder: string;
  readonly html: string | false;
  readonly json: string | false;
  readonly markdown: string | false;
  readonly messages: string | false;
}

export interface Settings {
  readonly environmentName: string;
  readonly environment: EnvironmentOptions;
  readonly packs: readonly StepPack[];
  readonly prefix: string;
  readonly browser: BrowserSettings;
  readonly timeouts: Timeouts;
  readonly secrets: SecretSettings;
  readonly reports: ReportSettings;
  readonly preflight: boolean;
  readonly dryRun: boolean;
}

export const defaultBrowser: BrowserSettings = {
  engine: "chromium",
  headless: true,
  viewport: { width: 1280, height: 720 },
  locale: "en-GB",
  waitUntil: "domcontentloaded",
  allowedHosts: ["*"],
  args: [],
  trace: "on-failure",
  video: "off",
  screenshot: "on-failure",
  testIdAttribute: "data-testid",
};

export const defaultTimeouts: Timeouts = {
  stepMs: 30_000,
  requestMs: 10_000,
  expectMs: 5_000,
  navigationMs: 15_000,
  preflightMs: 5_000,
};
