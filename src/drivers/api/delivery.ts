// One request on its way until its last answer: redirects, its deadline, and a second try where its connection had been
// closed. It is undici's handler itself: `pool.request` makes a stream, a signal and three promises for each answer, which
// take longer than all else that a session does. It knows no steps and no checks.
import type { Duplex } from "node:stream";
import type { Dispatcher } from "undici";
import type { ApiRequest, ApiResponse } from "../../journey/api-port.ts";
import type { ApiCookies } from "./cookies.ts";
import type { RequestDeadlines } from "./deadline.ts";
import { connectionError, deadlineError, type FailedRequest } from "./errors.ts";
import { type Hop, requestOf, requestOptions } from "./hop.ts";
import { loadUndici } from "./libraries.ts";
import { type ApiPools, maySendAgain, type Origin } from "./pools.ts";
import type { RecentExchanges } from "./recent-exchanges.ts";
import { isRedirect, nextHop } from "./redirects.ts";
import { ReceivedResponse, type ResponseHeaders } from "./response.ts";

/** What the deliveries of one session share. */
export interface Sender {
  readonly actor: string;
  readonly pools: ApiPools;
  readonly deadlines: RequestDeadlines;
  /** The setting that addresses come from, for messages. */
  readonly addressSetting: string;
  readonly cookies: ApiCookies;
  readonly recent: RecentExchanges;
  /** Those that have not ended. */
  readonly running: Set<Delivery>;
}

/** Who waits for it. */
export interface Recipient {
  /** Hears of every answer, the last one included. */
  readonly note: (response: ApiResponse) => void;
  readonly resolve: (response: ApiResponse) => void;
  readonly reject: (error: unknown) => void;
}

const mostRedirects = 20;

export class Delivery implements Dispatcher.DispatchHandler {
  readonly #sender: Sender;
  readonly #request: ApiRequest;
  readonly #recipient: Recipient;
  readonly #timeoutMs: number;
  readonly #callOff: () => void;
  readonly #onAbort: (() => void) | undefined;
  #hop: Hop;
  #origin: Origin | undefined;
  /** How many connections there were to the origin when it set out. */
  #connected = 0;
  #hasSetOutAgain = false;
  #redirects = 0;
  #startedAtMs = 0;
  #startMs = 0;
  #controller: Dispatcher.DispatchController | undefined;
  #status = 0;
  #headers: ResponseHeaders = {};
  /** Most answers come in one piece; more are put together once all are there. */
  #chunks: Buffer[] = [];
  #hasEnded = false;

  /** Sets out at once. */
  constructor(sender: Sender, request: ApiRequest, hop: Hop, recipient: Recipient) {
    this.#sender = sender;
    this.#request = request;
    this.#hop = hop;
    this.#recipient = recipient;
    this.#timeoutMs = request.timeoutMs ?? sender.deadlines.usualMs;
    this.#callOff = sender.deadlines.begin(this.#timeoutMs, () => this.#giveUp(deadlineError));
    sender.running.add(this);
    if (request.signal !== undefined) this.#onAbort = this.#listen(request.signal);
    this.#setOut();
  }

  #listen(signal: AbortSignal): () => void {
    const onAbort = (): void => this.cancel();
    signal.addEventListener("abort", onAbort, { once: true });
    if (signal.aborted) queueMicrotask(onAbort);
    return onAbort;
  }

  #setOut(): void {
    const { cookies, pools } = this.#sender;
    const { url, headers } = this.#hop;
    const cookie = cookies.headerFor(url);
    if (cookie !== undefined && headers["cookie"] === undefined) headers["cookie"] = cookie;
    this.#hasSetOutAgain = false;
    this.#startedAtMs = Date.now();
    this.#startMs = performance.now();
    try {
      this.#origin = pools.originOf(url.origin);
      this.#connected = this.#origin.connected;
    } catch (error) {
      this.#fail(error);
    }
    this.#dispatch();
  }

  /** What is wrong with the request comes as `onResponseError`. */
  #dispatch(): void {
    if (!this.#hasEnded) this.#origin?.pool.dispatch(requestOptions(this.#hop), this);
  }

  /** Ends it before its time. */
  cancel(): void {
    const cause = new (loadUndici().errors.RequestAbortedError)();
    this.#giveUp((failed) => connectionError(failed, cause));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    this.#chunks = [];
    // It had to wait for a connection, longer than anybody waited for it.
    if (this.#hasEnded) controller.abort(new (loadUndici().errors.RequestAbortedError)());
  }

  /** CONNECT alone ends here: it asks for a tunnel. */
  onRequestUpgrade(_: unknown, __: unknown, ___: unknown, socket: Duplex): void {
    socket.destroy();
    this.#fail(new Error("it opened a tunnel, and no answer can follow"));
  }

  /** Comes with informational answers (RFC 9110, 15.2) before the one that was asked for. */
  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: ResponseHeaders,
  ): void {
    if (status < 200) return;
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  /** What it throws comes back as `onResponseError`. */
  onResponseEnd(): void {
    if (this.#hasEnded) return;
    const response = this.#receive();
    this.#recipient.note(response);
    if (this.#request.redirects === "manual" || !isRedirect(response)) {
      this.#end();
      this.#recipient.resolve(response);
    } else this.#follow(response);
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: unknown): void {
    if (this.#hasEnded) return;
    if (!this.#isStale(error)) {
      this.#fail(error);
      return;
    }
    this.#hasSetOutAgain = true;
    // Undici has not yet taken leave of that connection.
    queueMicrotask(() => this.#dispatch());
  }

  /** Closed on a connection of its own, it is the product's answer to this request. */
  #isStale(error: unknown): boolean {
    const isOwn = this.#origin?.connected !== this.#connected;
    return !this.#hasSetOutAgain && !isOwn && maySendAgain(this.#hop.method, error);
  }

  #receive(): ReceivedResponse {
    const { actor, cookies, recent } = this.#sender;
    const [first, ...more] = this.#chunks;
    const response = new ReceivedResponse({
      actor,
      hop: this.#hop,
      status: this.#status,
      headers: this.#headers,
      body: more.length === 0 ? (first ?? noBytes) : Buffer.concat(this.#chunks),
      redirects: this.#redirects,
      startedAtMs: this.#startedAtMs,
      durationMs: performance.now() - this.#startMs,
    });
    cookies.receive(this.#headers["set-cookie"], this.#hop.url);
    recent.add(response);
    return response;
  }

  #follow(response: ReceivedResponse): void {
    const { method, path } = this.#request;
    try {
      if (this.#redirects === mostRedirects) {
        throw new Error(
          `${method} ${path} was redirected ${mostRedirects} times; the last answer led to ${response.header("location")}.`,
        );
      }
      this.#hop = nextHop(this.#hop, response);
    } catch (error) {
      this.#end();
      this.#recipient.reject(error);
      return;
    }
    this.#redirects += 1;
    // Not from within its callback: undici has not yet taken leave of this answer.
    queueMicrotask(() => this.#setOut());
  }

  #giveUp(explain: (failed: FailedRequest) => Error): void {
    if (this.#hasEnded) return;
    const error = explain(this.#failed());
    this.#endWith(error);
    this.#controller?.abort(error);
  }

  #fail(cause: unknown): void {
    if (!this.#hasEnded) this.#endWith(connectionError(this.#failed(), cause));
  }

  #failed(): FailedRequest {
    const { method, url } = this.#hop;
    const { addressSetting } = this.#sender;
    return { method, url: url.href, timeoutMs: Math.round(this.#timeoutMs), addressSetting };
  }

  #endWith(error: Error): void {
    const { actor, recent } = this.#sender;
    const startedAtMs = this.#startedAtMs;
    const durationMs = performance.now() - this.#startMs;
    const request = requestOf(this.#hop);
    recent.add({ exchange: { actor, request, error: error.message, startedAtMs, durationMs } });
    this.#end();
    this.#recipient.reject(error);
  }

  #end(): void {
    this.#hasEnded = true;
    this.#callOff();
    this.#sender.running.delete(this);
    if (this.#onAbort !== undefined) {
      this.#request.signal?.removeEventListener("abort", this.#onAbort);
    }
  }
}

const noBytes = new Uint8Array();
