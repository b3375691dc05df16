// Asks again and again until an answer is right. It knows neither connections nor checks.
import type { ApiRequest, ApiResponse } from "../../journey/api-port.ts";
import { NoResponseError } from "./errors.ts";

export interface Polling {
  readonly withinMs: number;
  /** Milliseconds between an answer and the next request; default 100. */
  readonly everyMs?: number;
}

/** An attempt is given at least as long. */
const shortestMs = 20;

type Send = (request: ApiRequest) => Promise<ApiResponse>;

/** The answer that `done` takes, or the last one when time is up. Throws when none ever came, or what is wrong with the request. */
export async function pollWith(
  send: Send,
  request: ApiRequest,
  done: (response: ApiResponse) => boolean,
  { withinMs, everyMs = 100 }: Polling,
): Promise<ApiResponse> {
  const endMs = performance.now() + withinMs;
  let last: ApiResponse | undefined;
  for (;;) {
    const startMs = performance.now();
    const leftMs = Math.max(1, endMs - startMs);
    // The last attempt comes as late as still leaves it the time that the one before it took.
    const latestMs = () =>
      endMs - Math.min(everyMs, Math.max(shortestMs, performance.now() - startMs));
    const isOver = () => performance.now() >= latestMs();
    const timeoutMs = Math.min(request.timeoutMs ?? leftMs, leftMs);
    try {
      last = await send({ ...request, timeoutMs });
      if (done(last) || isOver()) return last;
    } catch (error) {
      // A product that is still starting refuses connections; what is wrong with the request stays wrong.
      if (!(error instanceof NoResponseError) || request.signal?.aborted === true) throw error;
      if (isOver()) return last ?? raise(error);
    }
    const waitMs = Math.min(everyMs, latestMs() - performance.now());
    await new Promise((resolve) => setTimeout(resolve, Math.max(1, waitMs)));
  }
}

function raise(error: Error): never {
  throw error;
}
