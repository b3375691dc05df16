// A WebSocket that an actor opens, over `ws`. It knows no steps; what arrives goes into its inbox.
import { once } from "node:events";
import type { ClientRequest, IncomingMessage } from "node:http";
import type { WebSocket } from "ws";
import type { TlsOptions } from "../../config/options.ts";
import type { Inbox } from "../../journey/inbox.ts";
import type { Closure, Refusal, Socket, StreamMessage } from "../../journey/stream-port.ts";
import { reasonOf } from "../api/errors.ts";
import { connectOptions } from "../api/pools.ts";
import { loadWs } from "./libraries.ts";
import { createInbox, goodbyeMs, largestMessageBytes, readMessage } from "./messages.ts";
import { readBeginning } from "./refusal.ts";

export interface WebSocketOptions {
  /** `ws://…` or `wss://…`. */
  readonly url: string;
  readonly protocols: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly tls: TlsOptions | undefined;
  /** Milliseconds until the handshake is given up. */
  readonly handshakeMs: number;
}

/** Opens it. A server that answers with an HTTP status is a refusal; one that does not answer throws. */
export async function openWebSocket(options: WebSocketOptions): Promise<Socket | Refusal> {
  const { WebSocket } = loadWs();
  const { url, protocols, headers, tls, handshakeMs } = options;
  const socket = new WebSocket(url, [...protocols], {
    headers,
    handshakeTimeout: handshakeMs,
    maxPayload: largestMessageBytes,
    ...connectOptions(tls),
  });
  // From the first moment: a server may send together with its handshake.
  const opened = new OpenedSocket(socket, url);
  return await new Promise((resolve, reject) => {
    socket.once("open", () => resolve(opened));
    socket.once("error", (error) => reject(explain(options, error)));
    socket.once("unexpected-response", (request: ClientRequest, response: IncomingMessage) => {
      void readBeginning(response, handshakeMs).then((body) => {
        request.destroy();
        resolve({ kind: "refused", status: response.statusCode ?? 0, body });
      });
    });
  });
}

function explain({ url, handshakeMs }: WebSocketOptions, error: Error): Error {
  const reason = /handshake has timed out/.test(error.message)
    ? `it did not answer the handshake within ${handshakeMs} ms`
    : reasonOf(error);
  return new Error(`The WebSocket ${url} could not be opened: ${reason}.`, { cause: error });
}

class OpenedSocket implements Socket {
  readonly kind = "WebSocket";
  readonly address: string;
  readonly inbox: Inbox<StreamMessage> = createInbox();
  readonly #socket: WebSocket;
  #closedByUs = false;
  #closure: Closure | undefined;
  #trouble = "";

  constructor(socket: WebSocket, address: string) {
    this.#socket = socket;
    this.address = address;
    socket.on("message", (data, isBinary) => this.inbox.put(readMessage(data, isBinary)));
    socket.on("error", (error) => {
      this.#trouble = error.message;
    });
    socket.on("close", (code, reason) => this.#end(code, reason.toString()));
  }

  get protocol(): string {
    return this.#socket.protocol;
  }

  get closure(): Closure | undefined {
    return this.#closure;
  }

  send(text: string): void {
    this.#socket.send(text);
  }

  async disconnect(code?: number, reason?: string): Promise<void> {
    if (this.#closure !== undefined) return;
    this.#closedByUs = true;
    const closed = once(this.#socket, "close");
    // Added last: what a server still says while we leave is not an error of the story.
    const cut = setTimeout(() => this.#socket.terminate(), goodbyeMs);
    this.#socket.close(code, reason);
    await closed;
    clearTimeout(cut);
  }

  async close(): Promise<void> {
    if (this.#closure !== undefined) return;
    this.#closedByUs = true;
    const closed = once(this.#socket, "close");
    this.#socket.terminate();
    await closed;
  }

  /** 1006 is never sent: it stands for a connection that broke (RFC 6455, section 7.1.5). */
  #end(code: number, reason: string): void {
    const by = this.#closedByUs ? "client" : code === 1006 ? "network" : "server";
    this.#closure = { by, code, reason: reason === "" ? this.#trouble : reason };
    this.inbox.end();
  }
}
