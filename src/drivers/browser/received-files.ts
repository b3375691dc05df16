// What steps do with the files that pages hand out: wait for one, look into it.
import { readFile, stat } from "node:fs/promises";
import type { DownloadedFile, DownloadPort } from "../../journey/browser/download-port.ts";
import type { Coming } from "./downloads.ts";
import { letThePageTell } from "./let-the-page-tell.ts";
import { demandAnyPage } from "./open-page.ts";
import { orAfter } from "./promises.ts";
import { describeSeconds } from "./seconds.ts";
import { pageError, type Stage } from "./stage.ts";
import { type Attempt, until } from "./wait.ts";

/** More is not looked at as text: whoever wants that writes a step of their own. */
const longestTextBytes = 20 * 1024 * 1024;
/** A browser tells of a file a little after the answer that it became of. */
const beginMs = 500;

export function createDownloads(stage: Stage): DownloadPort {
  const find = (name: string | undefined, withinMs = stage.timeouts.expectMs) =>
    waitForFile(stage, name, withinMs, 0);
  return {
    download: find,
    async downloadBy(cause, name) {
      const before = stage.downloads.list.length;
      await cause();
      return await waitForFile(stage, name, stage.timeouts.expectMs, before);
    },
    async downloadText(name) {
      return await readText(stage, await find(name));
    },
    async expectDownloadText(name, judge) {
      const { expectMs } = stage.timeouts;
      await find(name);
      await until(stage, expectMs, async (): Promise<Attempt<void>> => {
        const file = await find(name);
        const problem = judge(await readText(stage, file));
        if (problem === undefined) return { kind: "done", value: undefined };
        return { kind: "not-yet", explain: () => `The downloaded file "${file.name}": ${problem}` };
      });
    },
    async expectNoDownload() {
      demandAnyPage(stage);
      await letThePageTell(stage);
      const { downloads } = stage;
      if (downloads.list.length === 0) await orAfter(downloads.next(), beginMs, undefined);
      const names = stage.downloads.list.map(({ name }) => `"${name}"`);
      if (names.length === 0) return;
      throw pageError(
        stage,
        `No file should have been downloaded, but there came ${names.join(", ")}.`,
      );
    },
  };
}

/** The newest of that name, once it is whole. One that has begun has its own time, as files take longer than pages. */
async function waitForFile(
  stage: Stage,
  name: string | undefined,
  withinMs: number,
  after: number,
): Promise<DownloadedFile> {
  const begin = async (): Promise<Attempt<Coming>> => {
    const found = findComing(stage, name, after);
    if (found !== undefined) return { kind: "done", value: found };
    return { kind: "not-yet", explain: () => explainNone(stage, name, withinMs) };
  };
  const begun = await until(stage, withinMs, begin, stage.downloads.changed);
  const limitMs = stage.timeouts.navigationMs + 1_000;
  const arrive = async (): Promise<Attempt<Coming>> => {
    if (begun.arrival.kind !== "coming") return { kind: "done", value: begun };
    return { kind: "not-yet", explain: () => `The file "${begun.name}" is still coming.` };
  };
  const { arrival } = await until(stage, limitMs, arrive, stage.downloads.changed);
  if (arrival.kind !== "there") {
    const reason = arrival.kind === "failed" ? arrival.reason : "it is still coming";
    throw pageError(
      stage,
      `The file "${begun.name}" (${begun.url}) was not downloaded: ${reason}.`,
    );
  }
  const { size } = await stat(arrival.path);
  return { name: begun.name, url: begun.url, path: arrival.path, sizeBytes: size };
}

function findComing(stage: Stage, name: string | undefined, after: number): Coming | undefined {
  const candidates = stage.downloads.list.slice(after);
  return candidates.findLast((one) => name === undefined || one.name === name);
}

function explainNone(stage: Stage, name: string | undefined, waitedMs: number): string {
  const what = name === undefined ? "No file" : `No file "${name}"`;
  const others = stage.downloads.list.map((one) => `"${one.name}"`);
  const there = others.length === 0 ? "" : ` Downloaded: ${others.join(", ")}.`;
  return `${what} was downloaded from ${stage.page().url()} (waited ${describeSeconds(waitedMs)}).${there}`;
}

async function readText(stage: Stage, { name, path, sizeBytes }: DownloadedFile): Promise<string> {
  if (sizeBytes > longestTextBytes) {
    throw pageError(
      stage,
      `The downloaded file "${name}" has ${sizeBytes} bytes, too many to look at as text.`,
    );
  }
  return await readFile(path, "utf8");
}
