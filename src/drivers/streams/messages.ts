// What both ends of a WebSocket share: messages as text, and an inbox that no flood fills.
import type { RawData } from "ws";
import { Inbox } from "../../journey/inbox.ts";
import type { StreamMessage } from "../../journey/stream-port.ts";

/** A larger message ends the connection: it must not eat the machine's memory. */
export const largestMessageBytes = 16 * 1024 * 1024;

/** How long the other side may take to say goodbye before the connection is cut. */
export const goodbyeMs = 1_000;

export function createInbox(): Inbox<StreamMessage> {
  return new Inbox<StreamMessage>({ sizeOf: ({ text }) => text.length });
}

export function readMessage(data: RawData, isBinary: boolean): StreamMessage {
  const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as ArrayBuffer);
  if (isBinary) return { text: `(binary, ${bytes.length} bytes)` };
  return { text: bytes.toString("utf8") };
}
