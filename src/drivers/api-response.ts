// What the product answered. Decoding waits until somebody asks: most responses are judged by status alone.
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import type { ApiResponse } from "../journey/api-port.ts";
import type { Exchange, HeaderList } from "../journey/exchange.ts";

export interface ResponseParts {
  readonly actor: string;
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: HeaderList;
  readonly requestBody: string | undefined;
  readonly status: number;
  /** Names in small letters; repeated headers as lists. */
  readonly responseHeaders: Readonly<Record<string, string | string[] | undefined>>;
  readonly rawBody: Uint8Array;
  readonly startedAtMs: number;
  readonly durationMs: number;
}

export class ReceivedResponse implements ApiResponse {
  readonly #parts: ResponseParts;
  #headers: HeaderList | undefined;
  #body: Uint8Array | undefined;
  #text: string | undefined;

  constructor(parts: ResponseParts) {
    this.#parts = parts;
  }

  get status(): number {
    return this.#parts.status;
  }

  get url(): string {
    return this.#parts.url;
  }

  get durationMs(): number {
    return this.#parts.durationMs;
  }

  get headers(): HeaderList {
    this.#headers ??= pairs(this.#parts.responseHeaders);
    return this.#headers;
  }

  header(name: string): string | undefined {
    const wanted = name.toLowerCase();
    const values = this.headers
      .filter(([key]) => key.toLowerCase() === wanted)
      .map(([, value]) => value);
    return values.length === 0 ? undefined : values.join(", ");
  }

  get body(): Uint8Array {
    this.#body ??= decompress(this.#parts.rawBody, this.header("content-encoding"));
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
        `The response of ${this.#parts.method} ${this.url} is not JSON (${type}). It begins:\n${text.slice(0, 300) || "(empty)"}`,
        { cause },
      );
    }
  }

  get exchange(): Exchange {
    const { actor, method, url, requestHeaders, requestBody, status, startedAtMs, durationMs } =
      this.#parts;
    const isText = isTextual(this.header("content-type"));
    return {
      actor,
      request: {
        method,
        url,
        headers: requestHeaders,
        ...(requestBody !== undefined && { body: requestBody }),
      },
      response: {
        status,
        headers: this.headers,
        ...(this.#parts.rawBody.length > 0 && {
          body: isText ? this.text() : `(${this.#parts.rawBody.length} bytes)`,
        }),
      },
      startedAtMs,
      durationMs,
    };
  }
}

function pairs(headers: ResponseParts["responseHeaders"]): HeaderList {
  return Object.entries(headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value ?? ""]).map((each) => [name, each] as const),
  );
}

function decompress(body: Uint8Array, encoding: string | undefined): Uint8Array {
  switch (encoding?.trim().toLowerCase()) {
    case "gzip":
    case "x-gzip":
      return gunzipSync(body);
    case "deflate":
      return inflateSync(body);
    case "br":
      return brotliDecompressSync(body);
    default:
      return body;
  }
}

function decode(body: Uint8Array, contentType: string | undefined): string {
  const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? "")?.[1] ?? "utf-8";
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    // A charset nobody knows: the bytes are still worth showing.
    return new TextDecoder().decode(body);
  }
}

function isTextual(contentType: string | undefined): boolean {
  return (
    contentType === undefined ||
    /json|text|xml|html|javascript|urlencoded|yaml|csv/i.test(contentType)
  );
}
