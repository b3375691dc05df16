// What a journey asks of connections on which messages come by themselves. Drivers implement it; steps call it.
import type { Inbox } from "./inbox.ts";
import type { Closable } from "./resources.ts";

export interface StreamMessage {
  /** The text of a message, the data of an event; binary messages as `(binary, 12 bytes)`. */
  readonly text: string;
  /** The name of a server-sent event: `message` when the server gave none. */
  readonly event?: string;
  /** The id of a server-sent event, when it has one. */
  readonly id?: string;
}

/** How a connection ended. */
export interface Closure {
  readonly by: "server" | "client" | "network";
  /** Of WebSockets: the code of RFC 6455, section 7.4. */
  readonly code?: number;
  readonly reason: string;
}

/** Where messages come in. */
export interface Feed extends Closable {
  readonly kind: "WebSocket" | "event stream" | "WebSocket server";
  readonly address: string;
  readonly inbox: Inbox<StreamMessage>;
  /** Undefined while it is open. */
  readonly closure: Closure | undefined;
}

/** A WebSocket that somebody opened. */
export interface Socket extends Feed {
  /** The sub-protocol that the server chose; empty when none. */
  readonly protocol: string;
  /** Throws when the connection is not open any more. */
  send(text: string): void;
  /** Says goodbye and waits until the other side did too, or time is up. */
  disconnect(code?: number, reason?: string): Promise<void>;
}

/** A WebSocket server of the scenario. Its inbox has what all its clients sent. */
export interface SocketServer extends Feed {
  readonly host: string;
  readonly port: number;
  /** How many clients are connected now. */
  readonly clients: number;
  /** Sends to all clients, waiting for the first. False when none came in time. */
  send(text: string, withinMs: number): Promise<boolean>;
  /** Waits until that many clients are connected. */
  untilClients(holds: (count: number) => boolean, withinMs: number): Promise<boolean>;
  /** Ends all its connections; the server goes on. */
  disconnect(code?: number, reason?: string): void;
}

/** A handshake that the server answered with something else than a connection. */
export interface Refusal {
  readonly kind: "refused";
  readonly status: number;
  /** The beginning of what it said. */
  readonly body: string;
}
