// The configuration with every default filled in: what travels to the workers as cucumber world parameters,
// so it is plain JSON and holds no secret's value.
import type {
  BrowserOptions,
  EnvironmentOptions,
  InvariantOptions,
  LintOptions,
  LocatorOptions,
  SignInOptions,
  StepPack,
} from "./options.ts";

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

export interface MailSettings {
  readonly host: string;
  /** 0: chosen by the system. */
  readonly port: number;
}

export type InvariantSettings = Filled<InvariantOptions, "runs" | "seed">;

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

export type LintSettings = Filled<LintOptions, "maxWarnings">;

/** A team's own names for things on its pages. */
export type LocatorSettings = Readonly<Record<string, LocatorOptions>>;

export interface Settings {
  readonly environmentName: string;
  readonly environment: EnvironmentOptions;
  readonly packs: readonly StepPack[];
  readonly prefix: string;
  readonly browser: BrowserSettings;
  readonly timeouts: Timeouts;
  readonly mail: MailSettings;
  readonly secrets: SecretSettings;
  readonly invariants: InvariantSettings;
  readonly reports: ReportSettings;
  readonly signIn: Readonly<Record<string, SignInOptions>>;
  readonly locators: LocatorSettings;
  /** A team's own names for pages, with their paths or addresses. */
  readonly pages: Readonly<Record<string, string>>;
  readonly preflight: boolean;
  readonly lint: LintSettings;
  readonly dryRun: boolean;
  /** Of the profile; absent where each scenario's own tier says how hard it is measured. */
  readonly tier?: "smoke" | "regression" | "full";
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

export const defaultLint: LintSettings = { rules: {}, vagueWords: [] };

export const defaultMail: MailSettings = { host: "127.0.0.1", port: 0 };
