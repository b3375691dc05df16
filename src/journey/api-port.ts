// What a journey asks of an API client. Drivers implement it; steps and teams call it.
// It knows no HTTP library.
import type { Cookie } from "./cookie.ts";
import type { Exchange, HeaderList } from "./exchange.ts";

export type RequestBody =
  | { readonly kind: "json"; readonly value: unknown }
  | { readonly kind: "form"; readonly fields: readonly (readonly [string, string])[] }
  | { readonly kind: "multipart"; readonly parts: readonly MultipartPart[] }
  | { readonly kind: "raw"; readonly content: string | Uint8Array; readonly mediaType?: string };

export type MultipartPart =
  | { readonly kind: "field"; readonly name: string; readonly value: string }
  | {
      readonly kind: "file";
      readonly name: string;
      readonly fileName: string;
      readonly content: Uint8Array;
      readonly mediaType: string;
    };

export interface ApiRequest {
  /** Any HTTP method; sent in capitals. */
  readonly method: string;
  /** An absolute address, or a path below the environment's `apiUrl`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Added to whatever query the path has. */
  readonly query?: readonly (readonly [string, string])[] | undefined;
  readonly body?: RequestBody | undefined;
  /** Default: the session's setting (`follow`). */
  readonly redirects?: "follow" | "manual" | undefined;
  /** Milliseconds until the request is cancelled; default `timeouts.requestMs`. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

export interface ApiResponse {
  readonly status: number;
  readonly headers: HeaderList;
  /** All values of a header in one string, joined by ", "; undefined when it is not there. */
  header(name: string): string | undefined;
  readonly body: Uint8Array;
  /** The body decoded by its charset (UTF-8 unless it says otherwise). */
  text(): string;
  /** The body parsed as JSON. Throws an error that shows the body's beginning when it is not JSON. */
  json(): unknown;
  /** The address that answered, after redirects. */
  readonly url: string;
  /** How many redirects led there. */
  readonly redirects: number;
  readonly durationMs: number;
  readonly exchange: Exchange;
}

export type Authorisation =
  | { readonly kind: "bearer"; readonly token: string }
  | { readonly kind: "basic"; readonly user: string; readonly password: string }
  | { readonly kind: "scheme"; readonly scheme: string; readonly credentials: string }
  | { readonly kind: "none" };

/** One actor's conversation with the API: cookies and headers that stay, and what was said last. */
export interface ApiSession {
  send(request: ApiRequest): Promise<ApiResponse>;
  /** As `send`, but it leaves no trace in `lastResponse` and `lastRequest`: for what a check needs beside the story. */
  peek(request: ApiRequest): Promise<ApiResponse>;
  /**
   * Sends again until `done` answers true or time is up; returns the last response either way, for the caller to judge.
   * While nothing answers it goes on too; throws why when nothing ever did.
   */
  poll(
    request: ApiRequest,
    done: (response: ApiResponse) => boolean,
    options?: PollOptions,
  ): Promise<ApiResponse>;
  get(path: string, options?: RequestOptions): Promise<ApiResponse>;
  post(path: string, json?: unknown, options?: RequestOptions): Promise<ApiResponse>;
  put(path: string, json?: unknown, options?: RequestOptions): Promise<ApiResponse>;
  patch(path: string, json?: unknown, options?: RequestOptions): Promise<ApiResponse>;
  delete(path: string, options?: RequestOptions): Promise<ApiResponse>;
  /** Sent with every later request of this session; undefined takes it away. */
  setHeader(name: string, value: string | undefined): void;
  /** Those that are sent with every later request, names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  authorise(authorisation: Authorisation): void;
  /** Throws, naming the step to take, when nothing was sent yet. */
  readonly lastResponse: ApiResponse;
  /** When that came, on the clock of `performance.now()`; undefined before the first. */
  readonly lastResponseAtMs: number | undefined;
  /** The request that was sent last, to be sent again. Throws like `lastResponse`. */
  readonly lastRequest: ApiRequest;
  readonly exchanges: readonly Exchange[];
  /** Reports the secrets of exchanges not reported yet to the secret keeper; cheap when there are none. */
  learnSecrets(): void;
  cookies(): Promise<readonly Cookie[]>;
  setCookies(cookies: readonly Cookie[]): Promise<void>;
  /** A cookie of that name for the environment's own address. */
  setCookie(name: string, value: string): Promise<void>;
  /** Forgets the cookies of that name; without one, all. */
  removeCookies(name?: string): Promise<void>;
  /** Ends what is under way. */
  close(): Promise<void>;
  /** Ends what is under way, and refuses whatever is sent later: code that nobody waits for any more may still run. */
  end(): void;
}

export interface PollOptions {
  /** Milliseconds until polling ends; default `timeouts.requestMs`. */
  readonly withinMs?: number;
  /** Milliseconds between an answer and the next request; default 100. */
  readonly everyMs?: number;
}

export type RequestOptions = Omit<ApiRequest, "method" | "path" | "body">;
