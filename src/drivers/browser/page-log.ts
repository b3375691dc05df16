// What goes wrong on an actor's pages while nobody looks: console errors, failed requests, dialogs.
// Kept raw and bounded; redaction is for whoever takes it out.
import type { BrowserContext, ConsoleMessage, Dialog, Request, Response } from "@playwright/test";
import type { AllowedHosts } from "./hosts.ts";

export interface FailedRequest {
  readonly method: string;
  readonly url: string;
  readonly reason: string;
}

export interface PageLog {
  readonly consoleErrors: readonly string[];
  readonly failedRequests: readonly FailedRequest[];
  /** All dialogs so far, in words: `an alert appeared and was dismissed: "Saved"`. */
  readonly dialogs: readonly string[];
  /** The dialogs that no error has mentioned yet. */
  takeUnexpectedDialogs(): readonly string[];
  /** True once a page's own process has crashed. */
  readonly crashed: boolean;
}

/** A page that logs without end must not fill the memory; the newest say what went wrong last. */
const kept = 50;
const longestText = 2_000;
// A page that is left aborts what it was loading: nothing went wrong there.
const leaving = /net::ERR_ABORTED|NS_BINDING_ABORTED|Load request cancelled/;
// Chromium says on the console what the list of failed requests says better.
const networkEcho = /^Failed to load resource:/;

/** Listens to every page of the context from now on. */
export function watchPages(context: BrowserContext, hosts: AllowedHosts): PageLog {
  const consoleErrors: string[] = [];
  const failedRequests: FailedRequest[] = [];
  const dialogs: string[] = [];
  let mentioned = 0;
  let crashed = false;

  context.on("console", (message) => {
    if (message.type() !== "error" || networkEcho.test(message.text())) return;
    keep(consoleErrors, describeConsole(message));
  });
  context.on("weberror", (event) => keep(consoleErrors, cut(`Uncaught ${String(event.error())}`)));
  context.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "failed";
    if (!hosts.allows(request.url())) keep(failedRequests, failed(request, hosts.reason));
    else if (!leaving.test(reason)) keep(failedRequests, failed(request, reason));
  });
  context.on("response", (response) => {
    if (response.status() >= 400) keep(failedRequests, refused(response));
  });
  context.on("request", (request) => {
    // Playwright's routes see only the first request of a chain of redirects.
    const redirected = request.redirectedFrom() !== null && !hosts.allows(request.url());
    if (redirected) keep(failedRequests, failed(request, hosts.redirectReason));
  });
  context.on("dialog", (dialog) => {
    const described = describeDialog(dialog);
    if (described !== undefined) keep(dialogs, described);
  });
  context.on("page", (page) => {
    page.on("crash", () => {
      crashed = true;
    });
  });

  return {
    consoleErrors,
    failedRequests,
    dialogs,
    takeUnexpectedDialogs() {
      const fresh = dialogs.slice(mentioned);
      mentioned = dialogs.length;
      return fresh;
    },
    get crashed() {
      return crashed;
    },
  };
}

function keep<T>(list: T[], entry: T): void {
  list.push(entry);
  if (list.length > kept) list.shift();
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

/** Answers the dialog, since a page with an open one stands still; undefined when a person would not notice it. */
function describeDialog(dialog: Dialog): string | undefined {
  const kind = dialog.type();
  // Whoever leaves a page on purpose says yes to "Leave site?".
  const answered = kind === "beforeunload" ? dialog.accept() : dialog.dismiss();
  answered.catch(() => {});
  if (kind === "beforeunload") return undefined;
  const article = kind === "alert" ? "an" : "a";
  return `${article} ${kind} that no step expected appeared and was dismissed: "${cut(dialog.message())}"`;
}
