// What a session's pages did that nobody sees on them: pictures, requests, the console.
import type { Locator, Request } from "@playwright/test";
import type { SeenRequest, WitnessPort } from "../../journey/browser/witness-port.ts";
import type { Target } from "../../journey/target.ts";
import { act } from "./act.ts";
import { letThePageTell } from "./let-the-page-tell.ts";
import { demandAnyPage } from "./open-page.ts";
import { condense } from "./playwright-errors.ts";
import { describeSeconds } from "./seconds.ts";
import { pageError, type Stage } from "./stage.ts";
import { type Attempt, until } from "./wait.ts";

const screenshotMs = 10_000;
const mostListed = 12;
/** How long a request may take to begin after what led to it. */
const beginMs = 300;
/** A page that never falls silent must not hold up a step for long. */
const answerMs = 1_000;

export function createWitness(stage: Stage): WitnessPort {
  const { log } = stage;
  return {
    async screenshot(of = "window") {
      return { png: await takePicture(stage, of) };
    },
    async expectRequest(wanted, { not = false, withinMs = stage.timeouts.expectMs } = {}) {
      const { method, address } = wanted;
      const name = `${method === undefined ? "" : `${method} `}${address}`;
      const find = () => log.requests.find((one) => isMeant(one, method, address));
      if (not) {
        demandAnyPage(stage);
        await letThePageTell(stage);
        if (find() === undefined) await nextRequest(stage, (one) => isMeant(one, method, address));
        if (find() === undefined) return;
        throw pageError(stage, `The page should not have requested ${name}, but it did.`);
      }
      const attempt = async (): Promise<Attempt<void>> => {
        if (find() !== undefined) return { kind: "done", value: undefined };
        return { kind: "not-yet", explain: () => explainNoRequest(stage, name, withinMs) };
      };
      await until(stage, withinMs, attempt, log.changed);
    },
    async expectNoConsoleErrors() {
      demandAnyPage(stage);
      await letThePageTell(stage);
      refuse(stage, "The console should have no errors", log.consoleErrors);
    },
    async expectNoFailedRequests() {
      demandAnyPage(stage);
      await letThePageTell(stage);
      // What the page asked for while it was loading has its answer by then.
      const timeout = answerMs;
      await stage
        .page()
        .waitForLoadState("networkidle", { timeout })
        .catch(() => {});
      const failed = log.failedRequests.map(
        ({ method, url, reason }) => `${method} ${url}: ${reason}`,
      );
      refuse(stage, "No request should have failed", failed);
    },
    async expectConsole(judge) {
      demandAnyPage(stage);
      const { expectMs } = stage.timeouts;
      const attempt = async (): Promise<Attempt<void>> => {
        const problem = judge(log.console.join("\n"));
        if (problem === undefined) return { kind: "done", value: undefined };
        return {
          kind: "not-yet",
          explain: () => `${problem} (waited ${describeSeconds(expectMs)})`,
        };
      };
      await until(stage, expectMs, attempt, log.changed);
    },
  };
}

/** Settles when a page sends such a request, or soon: what a click led to takes its way through the browser. */
async function nextRequest({ context }: Stage, isIt: (seen: SeenRequest) => boolean) {
  const predicate = (one: Request) => isIt({ method: one.method(), url: one.url() });
  await context.waitForEvent("request", { predicate, timeout: beginMs }).catch(() => {});
}

function refuse(stage: Stage, expected: string, found: readonly string[]): void {
  if (found.length === 0) return;
  throw pageError(
    stage,
    `${expected}, but there came:\n${found.map((one) => `  ${one}`).join("\n")}`,
  );
}

function isMeant(seen: SeenRequest, method: string | undefined, address: string): boolean {
  if (method !== undefined && seen.method !== method) return false;
  if (seen.url === address) return true;
  if (!URL.canParse(seen.url)) return false;
  const { pathname, search } = new URL(seen.url);
  const path = address.startsWith("/") ? address : `/${address}`;
  return address.includes("?") ? pathname + search === path : pathname === path;
}

function explainNoRequest({ log }: Stage, name: string, waitedMs: number): string {
  const seen = new Set(log.requests.map(({ method, url }) => `${method} ${pathOf(url)}`));
  const list = [...seen].slice(-mostListed).map((one) => `  ${one}`);
  const head = `The page has not requested ${name} (waited ${describeSeconds(waitedMs)}).`;
  return `${head}\nThe latest requests:\n${list.join("\n") || "  none"}`;
}

function pathOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { pathname, search, protocol } = new URL(url);
  return protocol.startsWith("http") ? pathname + search : url.slice(0, 60);
}

async function takePicture(stage: Stage, of: "window" | "page" | Target): Promise<Uint8Array> {
  const page = stage.page();
  // Only what the user entered as a password is covered: a picture can be redacted in no other way.
  const mask: readonly Locator[] = [page.locator("input[type=password]")];
  const options = { timeout: screenshotMs, mask: [...mask] };
  await stage.dialogs.letGo();
  if (typeof of !== "string") {
    const done = "taken a picture of";
    const picture = await act(stage, of, { done, withinMs: screenshotMs }, ({ locator }, timeout) =>
      locator.screenshot({ ...options, timeout }),
    );
    if (picture === undefined)
      throw pageError(stage, "A dialog opened before the picture was taken.");
    return picture;
  }
  return await page.screenshot({ ...options, fullPage: of === "page" }).catch((error: unknown) => {
    throw pageError(stage, `No screenshot of ${page.url()} could be taken: ${condense(error)}`);
  });
}
