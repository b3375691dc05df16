// What happens on an actor's pages while nobody looks: what they log, request, and what goes wrong.
// Kept raw and bounded; redaction is for whoever takes it out.
import type { BrowserContext, ConsoleMessage, Request, Response } from "@playwright/test";
import type { SeenRequest } from "../../journey/browser/witness-port.ts";
import type { AllowedHosts } from "./hosts.ts";
import { deferred } from "./promises.ts";

export interface FailedRequest {
  readonly method: string;
  readonly url: string;
  readonly reason: string;
}

export interface PageLog {
  readonly consoleErrors: readonly string[];
  readonly failedRequests: readonly FailedRequest[];
  /** What pages wrote to the console, errors and uncaught exceptions included, oldest first. */
  readonly console: readonly string[];
  /** The requests of all pages, oldest first. */
  readonly requests: readonly SeenRequest[];
  /** True once a page's own process has crashed. */
  readonly crashed: boolean;
  /** Settles with the next request, answer or line on the console. */
  changed(): Promise<void>;
}

/** A page that logs without end must not fill the memory; the newest say what went wrong last. */
const kept = 50;
const keptRequests = 2_000;
const longestText = 2_000;
// A page that is left aborts what it was loading: nothing went wrong there.
const leaving = /net::ERR_ABORTED|NS_BINDING_ABORTED|Load request cancelled/;
// Chromium says on the console what the list of failed requests says better.
const networkEcho = /^Failed to load resource:/;

/** Listens to every page of the context from now on. */
export function watchPages(context: BrowserContext, hosts: AllowedHosts): PageLog {
  const consoleErrors: string[] = [];
  const failedRequests: FailedRequest[] = [];
  const console: string[] = [];
  const requests: SeenRequest[] = [];
  let crashed = false;
  let change = deferred();
  const tellChange = () => {
    change.resolve();
    change = deferred();
  };

  context.on("console", (message) => {
    keep(console, cut(message.text()));
    tellChange();
    if (message.type() !== "error" || networkEcho.test(message.text())) return;
    keep(consoleErrors, describeConsole(message));
  });
  context.on("weberror", (event) => {
    const text = cut(`Uncaught ${String(event.error())}`);
    keep(consoleErrors, text);
    keep(console, text);
    tellChange();
  });
  context.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "failed";
    if (!hosts.allows(request.url())) keep(failedRequests, failed(request, hosts.reason));
    else if (!leaving.test(reason)) keep(failedRequests, failed(request, reason));
  });
  context.on("response", (response) => {
    if (response.status() >= 400) keep(failedRequests, refused(response));
    tellChange();
  });
  context.on("request", (request) => {
    keep(requests, { method: request.method(), url: cut(request.url()) }, keptRequests);
    tellChange();
    // Playwright's routes see only the first request of a chain of redirects.
    const redirected = request.redirectedFrom() !== null && !hosts.allows(request.url());
    if (redirected) keep(failedRequests, failed(request, hosts.redirectReason));
  });
  context.on("page", (page) => {
    page.on("crash", () => {
      crashed = true;
    });
  });

  return {
    consoleErrors,
    failedRequests,
    console,
    requests,
    get crashed() {
      return crashed;
    },
    changed: () => change.promise,
  };
}

function keep<T>(list: T[], entry: T, most = kept): void {
  list.push(entry);
  if (list.length > most) list.shift();
}

function cut(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}

function describeConsole(message: ConsoleMessage): string {
  const { url, lineNumber } = message.location();
  const place = url === "" ? "" : ` (${url}:${lineNumber + 1})`;
  return cut(message.text()) + place;
}

function failed(request: Request, reason: string): FailedRequest {
  return { method: request.method(), url: request.url(), reason };
}

function refused(response: Response): FailedRequest {
  const reason = `${response.status()} ${response.statusText()}`.trim();
  return failed(response.request(), reason);
}
