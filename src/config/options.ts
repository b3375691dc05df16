// Everything a team can set, with its meaning and default. The JSON Schema beside it says the same to machines;
// a test keeps the two together.

import type { GapsOptions } from "./gaps-options.ts";
import type { PolicyOptions } from "./policy-options.ts";

export type BrowserEngine = "chromium" | "firefox" | "webkit";
export type CapturePolicy = "off" | "on-failure" | "always";
export type StepPack =
  | "api"
  | "browser"
  | "data"
  | "accessibility"
  | "streams"
  | "mail"
  | "invariants";

export const stepPacks: readonly StepPack[] = [
  "api",
  "browser",
  "data",
  "accessibility",
  "streams",
  "mail",
  "invariants",
];

/** Where one copy of the product lives. */
export interface EnvironmentOptions {
  /** Where pages live: `I open "/sign-in"` opens this address plus the path. Example: `"http://localhost:3000"`. */
  readonly baseUrl?: string;
  /** Where the API lives. Default: `baseUrl`. Example: `"http://localhost:3000/v2"`. */
  readonly apiUrl?: string;
  /** Headers sent with every API request. Default: `{}`. Example: `{ "x-tenant": "acme" }`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly tls?: TlsOptions;
}

export interface TlsOptions {
  /** Accept certificates that cannot be verified. Default: `false`. */
  readonly allowInvalid?: boolean;
  /** Path of a PEM file with further authorities to trust. Example: `"certs/ca.pem"`. */
  readonly caFile?: string;
  /** Path of the client's certificate (PEM). */
  readonly certFile?: string;
  /** Path of the client's key (PEM). */
  readonly keyFile?: string;
}

export interface BrowserOptions {
  /** Default: `"chromium"`. */
  readonly engine?: BrowserEngine;
  /** Without a window. Default: `true`. */
  readonly headless?: boolean;
  /** Default: `{ width: 1280, height: 720 }`. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Default: `"en-GB"`. */
  readonly locale?: string;
  /** IANA name. Default: the machine's. Example: `"Europe/Berlin"`. */
  readonly timezone?: string;
  /** When a page counts as opened. Default: `"domcontentloaded"`: pages that never fire `load` are common. */
  readonly waitUntil?: "commit" | "domcontentloaded" | "load" | "networkidle";
  /** Hosts outside the product that pages may reach, `*` as wildcard; all others are blocked. Default: `["*"]`. Example: `["*.stripe.com"]`. */
  readonly allowedHosts?: readonly string[];
  /** Path of the browser to start. Default: found by `storyproof browser`. */
  readonly executablePath?: string;
  /** Address of a remote browser (`ws://…`): Playwright's server, or `cdp+ws://…` for any Chromium. */
  readonly wsEndpoint?: string;
  /** More command-line arguments for the browser. Default: `[]`. */
  readonly args?: readonly string[];
  /** Playwright trace. Default: `"on-failure"`. */
  readonly trace?: CapturePolicy;
  /** Video. Default: `"off"`. */
  readonly video?: CapturePolicy;
  /** Screenshot of the page at the end. Default: `"on-failure"`. */
  readonly screenshot?: CapturePolicy;
  /** The attribute that test ids stand in. Default: `"data-testid"`. */
  readonly testIdAttribute?: string;
}

/** All in milliseconds. */
export interface TimeoutOptions {
  /** A whole step. Default: `30000`. */
  readonly stepMs?: number;
  /** One API request, redirects included. Default: `10000`. */
  readonly requestMs?: number;
  /** How long a page may take to show what is expected, or to let an action be done. Default: `5000`. */
  readonly expectMs?: number;
  /** Opening a page. Default: `15000`. */
  readonly navigationMs?: number;
  /** How long the product may take to answer at all before the run begins. Default: `5000`. */
  readonly preflightMs?: number;
}

export interface MailOptions {
  /** Where the mail server of a story listens: an address of this machine. Default: `"127.0.0.1"`. Example: `"0.0.0.0"`. */
  readonly host?: string;
  /** Its port; `0` lets the system choose one for each worker. Default: `0`. Example: `2525`. */
  readonly port?: number;
}

/** How invariants are tried: docs/invariants.md. */
export interface InvariantOptions {
  /** The folder that counterexamples are kept in, for git; `false` keeps none. Default: `"counterexamples"`. */
  readonly counterexamples?: string | false;
  /** How many generated inputs prove an invariant without `@runs`. Default: by the tier, 200 or 1000. Example: `500`. */
  readonly runs?: number;
  /** Where generated values start from without `@seed`. Default: another one in each run. Example: `42`. */
  readonly seed?: number;
}

export interface SecretOptions {
  /** Names of headers, cookies, body fields and query keys whose values are secrets, beside the built-in ones. Example: `["x-signing-key"]`. */
  readonly names?: readonly string[];
  /** Environment variables whose values are secrets; what `{{env.NAME}}` reads is one already. Example: `["DB_PASSWORD"]`. */
  readonly environment?: readonly string[];
  /** Regular expressions; what they match is a secret. Example: `["sk_live_[A-Za-z0-9]+"]`. */
  readonly patterns?: readonly string[];
}

export interface StepsOptions {
  /** Which packs to load. Default: all. */
  readonly packs?: readonly StepPack[];
  /** Put before every phrase of ours, where phrases collide with your own. Default: `""`. Example: `"storyproof: "`. */
  readonly prefix?: string;
  /** Your own step definitions and hooks (globs). Default: JavaScript below `features/`, TypeScript too when a loader is set. */
  readonly own?: readonly string[];
}

export interface ReportOptions {
  /** Where reports and evidence files go. Default: `"reports"`. */
  readonly folder?: string;
  /** File names below `folder`; `false` leaves one out. Defaults: `"truth.html"`, `"truth.json"`, `"truth.md"`, `"messages.ndjson"`. */
  readonly html?: string | false;
  readonly json?: string | false;
  readonly markdown?: string | false;
  readonly messages?: string | false;
}

/** Ordinary cucumber-js settings, added to every profile. */
export interface CucumberOptions {
  readonly parallel?: number;
  readonly retry?: number;
  readonly retryTagFilter?: string;
  readonly failFast?: boolean;
  readonly dryRun?: boolean;
  readonly strict?: boolean;
  readonly language?: string;
  readonly loader?: readonly string[];
  readonly import?: readonly string[];
  readonly format?: readonly (string | readonly [string, string])[];
  readonly formatOptions?: Readonly<Record<string, unknown>>;
  readonly worldParameters?: Readonly<Record<string, unknown>>;
  readonly tags?: string;
}

/** The request that signs somebody in. Texts in it may hold `{{env.NAME}}`, whose value is kept out of all output. */
export interface SignInRequest {
  /** Default: `"POST"`. */
  readonly method?: string;
  /** Below the API's address, or an absolute one. Example: `"/api/sessions"`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The body as JSON. Example: `{ "email": "ada@example.com", "password": "{{env.OWNER_PASSWORD}}" }`. */
  readonly json?: unknown;
  /** The body as a form. */
  readonly form?: Readonly<Record<string, string>>;
}

/** How somebody signs in as a role, once for each worker. */
export interface SignInOptions {
  /** Default: none; then the team's own code does it (`defineSignIn`). */
  readonly request?: SignInRequest;
  /** Where the answer has a token that is sent as bearer token from then on. Cookies are kept anyway. Example: `"data.token"`. */
  readonly token?: string;
  /** Asked (GET) before a sign-in is used again, and after a new one: 2xx says that it is good. Example: `"/api/me"`. */
  readonly check?: string;
  /** Milliseconds after which it is made anew. Default: `600000`. */
  readonly maxAgeMs?: number;
}

/** What a finding of a lint rule weighs: only errors make `storyproof lint` fail by themselves. */
export type LintSeverity = "error" | "warning" | "note" | "off";

export interface LintOptions {
  /** What the findings of a rule weigh, by the rule's id, or by group as `"language/*"`. Default: each rule's own. Example: `{ "structure/no-tier": "error", "language/*": "off" }`. */
  readonly rules?: Readonly<Record<string, LintSeverity>>;
  /** Words that say too little, beside the built-in ones. Default: `[]`. Example: `["robust", "state of the art"]`. */
  readonly vagueWords?: readonly string[];
  /** With more warnings than these, `storyproof lint` fails. Default: any number is accepted. Example: `0`. */
  readonly maxWarnings?: number;
}

/** How a thing on your pages is found. All that is given must hold. */
export interface LocatorOptions {
  /** A CSS selector. Example: `"aside.basket"`. */
  readonly css?: string;
  /** An ARIA role. Example: `"row"`. */
  readonly role?: string;
  /** The accessible name; with `role`. */
  readonly name?: string;
  /** The label of a field. */
  readonly label?: string;
  /** What it says, or a part of it. */
  readonly text?: string;
  /** The test id, in the attribute `browser.testIdAttribute`. */
  readonly testId?: string;
}

export interface StoryproofOptions {
  /** The copies of the product by name. Default: one named `local` without addresses. */
  readonly environments?: Readonly<Record<string, EnvironmentOptions>>;
  /** Which of them to use. Default: `STORYPROOF_ENV`, else the first. */
  readonly environment?: string;
  /** Feature files (globs). Default: `["features/**\/*.{feature,feature.md}"]`. */
  readonly features?: readonly string[];
  readonly steps?: StepsOptions;
  readonly browser?: BrowserOptions;
  readonly timeouts?: TimeoutOptions;
  readonly mail?: MailOptions;
  readonly secrets?: SecretOptions;
  readonly invariants?: InvariantOptions;
  readonly reports?: ReportOptions;
  /** The roles that actors are signed in as, each with its way. Default: `{}`. */
  readonly signIn?: Readonly<Record<string, SignInOptions>>;
  /** Your own names for things on your pages, in the singular. Default: `{}`. Example: `{ "the basket": "css=aside.basket", "order": { role: "row" } }`. */
  readonly locators?: Readonly<Record<string, string | LocatorOptions>>;
  /** Your own names for pages; `{…}` stands for any words. Default: `{}`. Example: `{ "sign-in": "/sign-in", "product {id}": "/products/{id}" }`. */
  readonly pages?: Readonly<Record<string, string>>;
  /** Ask the product for an answer before the run, and run nothing without one. Default: `true`. */
  readonly preflight?: boolean;
  readonly lint?: LintOptions;
  /** How kinds of guarantee are recognised: docs/gaps.md. */
  readonly gaps?: GapsOptions;
  /** What an architect states over stories: docs/policy.md. */
  readonly policy?: PolicyOptions;
  readonly cucumber?: CucumberOptions;
}
