// Server-sent events over undici, parsed by eventsource-parser. It does not reconnect: a stream that ends has ended.
import type { Agent, Dispatcher } from "undici";
import type { TlsOptions } from "../../config/options.ts";
import type { Inbox } from "../../journey/inbox.ts";
import type { Closure, Feed, Refusal, StreamMessage } from "../../journey/stream-port.ts";
import { reasonOf } from "../api/errors.ts";
import { loadUndici } from "../api/libraries.ts";
import { connectOptions } from "../api/pools.ts";
import { loadEventSourceParser } from "./libraries.ts";
import { createInbox, largestMessageBytes } from "./messages.ts";
import { readBeginning } from "./refusal.ts";

export interface EventStreamOptions {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly tls: TlsOptions | undefined;
  /** Milliseconds until the server must have begun to answer. */
  readonly answerMs: number;
}

/** Opens it. An answer that is no event stream is a refusal; none at all throws. */
export async function openEventStream(options: EventStreamOptions): Promise<Feed | Refusal> {
  const { url, headers, tls, answerMs } = options;
  const { Agent, request } = loadUndici();
  // Of its own, so that closing the stream ends the connection. An event stream may be silent for hours.
  const agent = new Agent({ connect: connectOptions(tls), bodyTimeout: 0, headersTimeout: 0 });
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), answerMs);
  try {
    const answer = await request(url, {
      dispatcher: agent,
      signal: abort.signal,
      headers: { accept: "text/event-stream", "cache-control": "no-cache", ...headers },
    });
    if (isEventStream(answer)) return new OpenedEventStream(url, answer, agent, abort);
    const body = await readBeginning(answer.body, answerMs);
    await agent.destroy();
    return { kind: "refused", status: answer.statusCode, body };
  } catch (error) {
    const timedOut = abort.signal.aborted;
    await agent.destroy();
    const reason = timedOut ? `it did not answer within ${answerMs} ms` : reasonOf(error);
    throw new Error(`The event stream ${url} could not be opened: ${reason}.`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

function isEventStream({ statusCode, headers }: Dispatcher.ResponseData): boolean {
  return statusCode === 200 && /^text\/event-stream\b/i.test(String(headers["content-type"]));
}

class OpenedEventStream implements Feed {
  readonly kind = "event stream";
  readonly address: string;
  readonly inbox: Inbox<StreamMessage> = createInbox();
  readonly #agent: Agent;
  readonly #abort: AbortController;
  #closure: Closure | undefined;

  constructor(
    address: string,
    { body }: Dispatcher.ResponseData,
    agent: Agent,
    abort: AbortController,
  ) {
    this.address = address;
    this.#agent = agent;
    this.#abort = abort;
    void this.#read(body);
  }

  get closure(): Closure | undefined {
    return this.#closure;
  }

  async close(): Promise<void> {
    this.#end({ by: "client", reason: "" });
    this.#abort.abort();
    await this.#agent.destroy();
  }

  async #read(body: AsyncIterable<Uint8Array>): Promise<void> {
    const parser = loadEventSourceParser().createParser({
      maxBufferSize: largestMessageBytes,
      onEvent: ({ event = "message", id, data }) =>
        this.inbox.put({ text: data, event, ...(id !== undefined && { id }) }),
    });
    const decoder = new TextDecoder();
    try {
      for await (const chunk of body) parser.feed(decoder.decode(chunk, { stream: true }));
      this.#end({ by: "server", reason: "" });
    } catch (error) {
      this.#end({ by: "network", reason: reasonOf(error) });
    }
    await this.#agent.destroy();
  }

  #end(closure: Closure): void {
    this.#closure ??= closure;
    this.inbox.end();
  }
}
