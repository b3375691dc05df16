// What the browser driver's tests share: a server of pages on loopback, and drivers on the real browser.
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type BrowserSettings,
  defaultBrowser,
  defaultTimeouts,
  type Timeouts,
} from "../../../src/config/settings.ts";
import {
  type BrowserDriver,
  type BrowserDriverOptions,
  createBrowserDriver,
} from "../../../src/drivers/browser.ts";
import { findBrowser } from "../../../src/drivers/browser-installation.ts";
import { currentMachine } from "../../../src/drivers/installation/machine.ts";
import { findPlaywright } from "../../../src/drivers/installation/playwright.ts";
import type { SecretKeeper } from "../../../src/journey/secret-keeper.ts";

export type Page = string | ((request: IncomingMessage, response: ServerResponse) => void);

export interface PageServer {
  readonly url: string;
  /** Shown at a path from now on: the inside of a body, or a handler. */
  show(path: string, page: Page): void;
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** A server whose pages each test says; unknown paths are 404. */
export async function servePages(): Promise<PageServer> {
  const pages = new Map<string, Page>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    requests.push(`${request.method} ${request.url}`);
    const page = pages.get(pathname);
    if (typeof page === "function") return page(request, response);
    response.statusCode = page === undefined ? 404 : 200;
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<!doctype html><title>Page ${pathname}</title><body>${page ?? "Nothing here"}`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    show: (path, page) => void pages.set(path, page),
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export interface DriverFixture {
  readonly driver: BrowserDriver;
  readonly folder: string;
  close(): Promise<void>;
}

export interface FixtureOptions
  extends Partial<Omit<BrowserDriverOptions, "settings" | "timeouts">> {
  readonly baseUrl?: string;
  readonly settings?: Partial<BrowserSettings>;
  readonly timeouts?: Partial<Timeouts>;
}

/** A driver on the browser of this machine, without traces and with short deadlines unless asked otherwise. */
export function createFixture({
  baseUrl,
  settings,
  timeouts,
  ...options
}: FixtureOptions = {}): DriverFixture {
  const folder = mkdtempSync(join(tmpdir(), "storyproof-browser-"));
  const driver = createBrowserDriver({
    settings: { ...defaultBrowser, trace: "off", ...settings },
    timeouts: { ...defaultTimeouts, ...timeouts },
    environment: baseUrl === undefined ? {} : { baseUrl },
    environmentName: "test",
    resolveExecutable: findExecutable,
    temporaryFolder: join(folder, "tmp"),
    ...options,
  });
  return {
    driver,
    folder,
    async close() {
      await driver.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The browser that this project's tests are run with. */
export async function findExecutable(): Promise<{
  readonly executablePath: string;
  readonly args: readonly string[];
}> {
  const wish = { engine: "chromium", headless: true } as const;
  const found = await findBrowser(wish, currentMachine(process.env), findPlaywright());
  if (found.kind === "found") return found;
  throw new Error("These tests need a browser: `npx storyproof browser --install` gets one.");
}

/** A keeper that replaces what it has learnt, whole. */
export function createKeeper(): SecretKeeper & { readonly learnt: readonly string[] } {
  const learnt: string[] = [];
  return {
    learnt,
    learn: (value) => void (value.length > 3 && learnt.push(value)),
    tellOpen: () => {},
    learnFrom: () => {},
    isSecretName: (name) => /session|token/i.test(name),
    redact: (text) => learnt.reduce((all, one) => all.replaceAll(one, "[redacted]"), text),
  };
}

/** The message of what the promise throws; fails when it does not. */
export async function messageOf(promise: Promise<unknown>): Promise<string> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof Error) return outcome.message;
  throw new Error(`expected an error, but got ${String(outcome)}`);
}
