// What the product answered. Decoding waits until somebody asks: most responses are judged by status alone.
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import type { ApiResponse } from "../../journey/api-port.ts";
import type { Exchange, HeaderList } from "../../journey/exchange.ts";
import { type Hop, requestOf } from "./hop.ts";
import { largestBodyBytes } from "./pools.ts";

/** Names in small letters; repeated headers as lists. */
export type ResponseHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** What was sent and what came back, as the client had it at hand. */
export interface Received {
  readonly actor: string;
  readonly hop: Hop;
  readonly status: number;
  readonly headers: ResponseHeaders;
  readonly body: Uint8Array;
  /** How many redirects came before it. */
  readonly redirects: number;
  readonly startedAtMs: number;
  readonly durationMs: number;
}

export class ReceivedResponse implements ApiResponse {
  readonly #received: Received;
  #headers: HeaderList | undefined;
  #body: Uint8Array | undefined;
  #text: string | undefined;

  constructor(received: Received) {
    this.#received = received;
  }

  get status(): number {
    return this.#received.status;
  }

  get url(): string {
    return this.#received.hop.url.href;
  }

  get redirects(): number {
    return this.#received.redirects;
  }

  get durationMs(): number {
    return this.#received.durationMs;
  }

  get headers(): HeaderList {
    this.#headers ??= pairs(this.#received.headers);
    return this.#headers;
  }

  header(name: string): string | undefined {
    const value = this.#received.headers[name.toLowerCase()];
    return Array.isArray(value) ? value.join(", ") : value;
  }

  get body(): Uint8Array {
    this.#body ??= decompress(this.#received.body, this.header("content-encoding"));
    return this.#body;
  }

  text(): string {
    this.#text ??= decode(this.body, this.header("content-type"));
    return this.#text;
  }

  json(): unknown {
    const text = this.text();
    try {
      return JSON.parse(text);
    } catch (cause) {
      const type = this.header("content-type") ?? "no content type";
      throw new Error(
        `The response of ${this.#received.hop.method} ${this.url} is not JSON (${type}). It begins:\n${printable(text.slice(0, 300)) || "(empty)"}`,
        { cause },
      );
    }
  }

  get exchange(): Exchange {
    const { actor, hop, status, body, startedAtMs, durationMs } = this.#received;
    const shown = isTextual(this.header("content-type")) ? this.text() : `(${body.length} bytes)`;
    return {
      actor,
      request: requestOf(hop),
      response: { status, headers: this.headers, ...(body.length > 0 && { body: shown }) },
      startedAtMs,
      durationMs,
    };
  }
}

function pairs(headers: ResponseHeaders): HeaderList {
  return Object.entries(headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value ?? ""]).map((each) => [name, each] as const),
  );
}

/** A small answer can unpack to any size: it must not take more memory than one that was sent unpacked. */
const limits = { maxOutputLength: largestBodyBytes };

function decompress(body: Uint8Array, encoding: string | undefined): Uint8Array {
  const unpack = unpackers[encoding?.trim().toLowerCase() ?? ""];
  // HEAD, 204 and 304 name the encoding of a body that they do not send.
  if (unpack === undefined || body.length === 0) return body;
  try {
    return unpack(body, limits);
  } catch (cause) {
    const isTooLarge = (cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    const reason = isTooLarge ? "it is larger than 128 MiB" : (cause as Error).message;
    throw new Error(`The body of the response cannot be unpacked as ${encoding}: ${reason}.`, {
      cause,
    });
  }
}

const unpackers: Readonly<Record<string, typeof gunzipSync>> = {
  gzip: gunzipSync,
  "x-gzip": gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** Making one costs more than most bodies; it keeps nothing from one to the next. */
const utf8 = new TextDecoder();

function decode(body: Uint8Array, contentType: string | undefined): string {
  const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? "")?.[1];
  if (charset === undefined) return utf8.decode(body);
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    // A charset nobody knows: the bytes are still worth showing.
    return utf8.decode(body);
  }
}

function isTextual(contentType: string | undefined): boolean {
  return (
    contentType === undefined ||
    /json|text|xml|html|javascript|urlencoded|yaml|csv/i.test(contentType)
  );
}

/** Control characters would do things to the terminal that shows the message. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, "\u{fffd}");
}
