// The files that the pages of one session hand out. A download that goes on without end is cancelled.
import type { BrowserContext, Download } from "@playwright/test";
import { deferred, orAfter } from "./promises.ts";
import { describeSeconds } from "./seconds.ts";

export type Arrival =
  | { readonly kind: "coming" }
  | { readonly kind: "there"; readonly path: string }
  | { readonly kind: "failed"; readonly reason: string };

export interface Coming {
  readonly name: string;
  readonly url: string;
  arrival: Arrival;
}

export interface Downloads {
  /** Oldest first. */
  readonly list: readonly Coming[];
  /** Settles when the next one begins. */
  next(): Promise<void>;
  /** Settles when the next one begins or one has ended. */
  changed(): Promise<void>;
}

/** Listens to every page of the context from now on; `limitMs` is how long one file may take. */
export function watchDownloads(context: BrowserContext, limitMs: number): Downloads {
  const list: Coming[] = [];
  let begun = deferred();
  let change = deferred();
  const tellChange = () => {
    change.resolve();
    change = deferred();
  };
  context.on("page", (page) => {
    page.on("download", (download) => {
      const coming: Coming = {
        name: download.suggestedFilename(),
        url: download.url(),
        arrival: { kind: "coming" },
      };
      list.push(coming);
      begun.resolve();
      begun = deferred();
      tellChange();
      void follow(download, limitMs).then((arrival) => {
        coming.arrival = arrival;
        tellChange();
      });
    });
  });
  return { list, next: () => begun.promise, changed: () => change.promise };
}

async function follow(download: Download, limitMs: number): Promise<Arrival> {
  const arrived = download.path().then(
    (path): Arrival => ({ kind: "there", path }),
    async (error: unknown): Promise<Arrival> => {
      const reason = await download.failure().catch(() => null);
      return { kind: "failed", reason: reason ?? String(error).split("\n")[0] ?? "" };
    },
  );
  const arrival = await orAfter<Arrival>(arrived, limitMs, { kind: "coming" });
  if (arrival.kind !== "coming") return arrival;
  await orAfter(
    download.cancel().catch(() => {}),
    limitMs,
    undefined,
  );
  const reason = `it was not complete after ${describeSeconds(limitMs)} and was cancelled. If files may take that long, raise \`timeouts.navigationMs\` in cucumber.js`;
  return { kind: "failed", reason };
}
