// A WebSocket server that a scenario starts for products that consume a feed. It accepts whoever comes, on any path.
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { WebSocket, WebSocketServer } from "ws";
import type { Inbox } from "../../journey/inbox.ts";
import type { SocketServer, StreamMessage } from "../../journey/stream-port.ts";
import { loadWs } from "./libraries.ts";
import { createInbox, largestMessageBytes, readMessage } from "./messages.ts";

const host = "127.0.0.1";

/** Starts it on a free port of this machine. */
export async function startWebSocketServer(): Promise<SocketServer> {
  const server = new (loadWs().WebSocketServer)({ host, port: 0, maxPayload: largestMessageBytes });
  await once(server, "listening");
  return new StartedServer(server);
}

class StartedServer implements SocketServer {
  readonly kind = "WebSocket server";
  readonly host = host;
  readonly port: number;
  readonly inbox: Inbox<StreamMessage> = createInbox();
  readonly closure = undefined;
  readonly #server: WebSocketServer;
  /** Its items are the comings and goings of clients; only that something changed is of interest. */
  readonly #visits = new Set<() => void>();

  constructor(server: WebSocketServer) {
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
    server.on("connection", (client) => this.#welcome(client));
  }

  get address(): string {
    return `ws://${this.host}:${this.port}`;
  }

  get clients(): number {
    return this.#server.clients.size;
  }

  async send(text: string, withinMs: number): Promise<boolean> {
    const hasClient = await this.untilClients((count) => count > 0, withinMs);
    for (const client of this.#server.clients) client.send(text);
    return hasClient;
  }

  async untilClients(holds: (count: number) => boolean, withinMs: number): Promise<boolean> {
    const endMs = performance.now() + withinMs;
    while (!holds(this.clients)) {
      const leftMs = endMs - performance.now();
      if (leftMs <= 0) return false;
      await this.#visit(leftMs);
    }
    return true;
  }

  disconnect(code?: number, reason?: string): void {
    for (const client of this.#server.clients) client.close(code, reason);
  }

  async close(): Promise<void> {
    this.inbox.end();
    for (const client of this.#server.clients) client.terminate();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #welcome(client: WebSocket): void {
    client.on("message", (data, isBinary) => this.inbox.put(readMessage(data, isBinary)));
    // A client that breaks the protocol is closed by the library; the server goes on.
    client.on("error", () => {});
    client.on("close", () => this.#tell());
    this.#tell();
  }

  #tell(): void {
    for (const visit of [...this.#visits]) visit();
  }

  async #visit(withinMs: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const finish = (): void => {
        clearTimeout(timer);
        this.#visits.delete(finish);
        resolve();
      };
      const timer = setTimeout(finish, withinMs);
      this.#visits.add(finish);
    });
  }
}
