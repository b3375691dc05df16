// The entry of a load thread: loads the support code of the run, and starts its part of the journeys when told to.
// It counts and judges nothing.
import { parentPort, workerData } from "node:worker_threads";
import type { Settings } from "../src/config/settings.ts";
import { redactExchange, redactUrl } from "../src/evidence/redact-exchange.ts";
import type { EndedBatch } from "../src/gates/threads/ended-batch.ts";
import type { LoadOrder, ShareNews } from "../src/gates/threads/load-threads.ts";
import { runShare } from "../src/gates/threads/run-share.ts";
import type { Journey } from "../src/journey/journey.ts";
import { loadSupport, type RunHooks } from "../src/journey/load-support.ts";
import type { SecretKeeper } from "../src/journey/secret-keeper.ts";
import { currentWorker } from "../src/journey/worker.ts";
import { machineClock } from "../src/measure/clock.ts";
import { receiveJourney } from "./definition-wrapper.ts";
import type { FromThread, LoadTask, ToThread } from "./load-messages.ts";
import { sharedNowMs } from "./shared-time.ts";

/** The first run in a thread compiles and connects; a product that fails now and then may fail the first one. */
const trials = { least: 3, most: 5 };

const task = workerData as LoadTask;
const stop = new AbortController();
let hooks: RunHooks | undefined;
let journey: Journey | undefined;

function post(message: FromThread, moved: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, [...moved]);
}

async function prepare(): Promise<FromThread> {
  const loaded = await explaining(
    "The support code could not be loaded in a thread",
    loadSupport(task.coordinates, task.journey.parameters),
  );
  await explaining("A BeforeAll hook failed in a thread", loaded.before());
  // What was not set up is not taken down.
  hooks = loaded;
  const received = await receiveJourney(task.journey);
  if (received.kind === "not-replayable") return unusable(received.reason);
  journey = received;
  return await tryOut(received);
}

async function explaining<T>(what: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new Error(`${what}: ${tell(error)}`, { cause: error });
  }
}

function tell(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Runs it a few times, so that no start of the load is late because something had to be loaded first. */
async function tryOut(tried: Journey): Promise<FromThread> {
  let failure: string | undefined;
  let completed = 0;
  for (let run = 0; run < trials.most && completed < trials.least; run += 1) {
    const outcome = await tried.replay({ deadlineMs: task.deadlineMs, signal: stop.signal });
    if (outcome.kind === "completed") completed += 1;
    else failure = outcome.kind === "failed" ? outcome.error.message : `It ${outcome.kind}.`;
  }
  return completed > 0
    ? { kind: "ready" }
    : unusable(`The journey does not succeed in a thread: ${failure}`);
}

/** Support code that could not be loaded has made nothing that keeps secrets. */
function withoutSecretsKnown(text: string): string {
  try {
    return currentWorker(settings()).secrets.redact(text);
  } catch {
    return text;
  }
}

function unusable(reason: string): FromThread {
  return { kind: "unusable", reason };
}

async function run(order: LoadOrder): Promise<void> {
  const { deadlineMs } = task;
  const replay = async (signal: AbortSignal) =>
    journey?.replay({ deadlineMs, signal }) ?? Promise.reject(new Error("There is no journey."));
  const { secrets } = currentWorker(settings());
  const end = await runShare({
    order,
    replay,
    clock: machineClock,
    sharedNowMs,
    signal: stop.signal,
    post: (news) => postNews(news, secrets),
  });
  post({ kind: "done", end });
}

function settings(): Settings {
  return task.journey.parameters["storyproof"] as Settings;
}

function postNews(news: ShareNews, secrets: SecretKeeper): void {
  const batch = withoutSecrets(news.batch, secrets);
  post({ kind: "news", news: { ...news, batch } }, [batch.rows.buffer as ArrayBuffer]);
}

/** What this thread has learned to be secret, the other one does not know. */
function withoutSecrets(batch: EndedBatch, secrets: SecretKeeper): EndedBatch {
  return {
    ...batch,
    failures: batch.failures.map((failure) => ({
      ...withoutSecretsInError(failure, secrets),
      exchanges: failure.exchanges.map((exchange) => redactExchange(exchange, secrets)),
    })),
    exchanges: batch.exchanges.map(([row, exchanges]) => [
      row,
      exchanges.map(({ request, ...rest }) => ({
        ...rest,
        request: { ...request, url: redactUrl(request.url, secrets) },
      })),
    ]),
  };
}

type FailedRun = EndedBatch["failures"][number];

function withoutSecretsInError(
  { error, step, ...failure }: FailedRun,
  secrets: SecretKeeper,
): FailedRun {
  const redact = (text: string) => secrets.redact(text);
  return {
    ...failure,
    step: step && redact(step),
    error: error && {
      name: error.name,
      message: redact(error.message),
      ...(error.stack !== undefined && { stack: redact(error.stack) }),
    },
  };
}

/** After a moment for journeys that were cut: they still take down what they made. */
const mostSettlingMs = 4_500;

async function close(): Promise<void> {
  await journey?.settled(mostSettlingMs);
  await hooks?.after().catch(() => undefined);
  post({ kind: "closed" });
}

parentPort?.on("message", (message: ToThread) => {
  if (message.kind === "run") void run(message.order);
  else if (message.kind === "stop") stop.abort();
  else void close();
});

const prepared = await prepare().catch((error: unknown) => unusable(tell(error)));
post(prepared.kind === "unusable" ? unusable(withoutSecretsKnown(prepared.reason)) : prepared);
