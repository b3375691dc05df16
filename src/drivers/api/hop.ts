// One request on its way: what a redirect may change, and what evidence shows of it.
import type { Dispatcher } from "undici";
import type { ApiRequest } from "../../journey/api-port.ts";
import type { ExchangeRequest } from "../../journey/exchange.ts";
import { StoryError } from "../../journey/story-error.ts";
import type { EncodedBody } from "./body.ts";

export interface Hop {
  readonly method: string;
  readonly url: HopAddress;
  readonly headers: Record<string, string>;
  readonly body: EncodedBody | undefined;
}

/** An address in the two parts that a pool wants, so that a plain path need not be parsed for every request. */
export class HopAddress {
  readonly origin: string;
  /** Path and query. */
  readonly path: string;

  private constructor(origin: string, path: string) {
    this.origin = origin;
    this.path = path;
  }

  static of(url: URL): HopAddress {
    return new HopAddress(url.origin, url.pathname + url.search);
  }

  /** Throws a StoryError for what is no absolute address. */
  static read(text: string): HopAddress {
    if (URL.canParse(text)) return HopAddress.of(new URL(text));
    throw new StoryError(`"${text}" is not an address; write it as "https://example.com/api".`);
  }

  /** Another path at the same origin, below the same base path. */
  below(path: string): HopAddress {
    const joined = `${this.path.replace(/\/+$/, "")}/${path.replace(/^\/+/, "")}`;
    // Whatever a plain comparison cannot vouch for is left to the standard's own parser.
    return /^[\w\-./~%]*$/.test(joined) && !joined.includes("/.")
      ? new HopAddress(this.origin, joined)
      : HopAddress.of(new URL(joined, this.origin));
  }

  withQuery(query: NonNullable<ApiRequest["query"]>): HopAddress {
    if (query.length === 0) return this;
    const url = new URL(this.href);
    for (const [name, value] of query) url.searchParams.append(name, value);
    return HopAddress.of(url);
  }

  get href(): string {
    return this.origin + this.path;
  }
}

export function requestOf({ method, url, headers, body }: Hop): ExchangeRequest {
  return {
    method,
    url: url.href,
    headers: Object.entries(headers),
    ...(body !== undefined && { body: body.shown }),
  };
}

/** What undici is asked to send. */
export function requestOptions(hop: Hop): Dispatcher.DispatchOptions {
  return {
    path: hop.url.path,
    method: hop.method as Dispatcher.HttpMethod,
    headers: hop.headers,
    body: hop.body?.payload ?? null,
  };
}
