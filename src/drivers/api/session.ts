// One actor's conversation with the API over the worker's pools: cookies and headers that stay,
// redirects, deadlines, and the last exchanges as evidence. It knows no steps and no checks.
import type {
  ApiRequest,
  ApiResponse,
  ApiSession,
  Authorisation,
  PollOptions,
  RequestOptions,
} from "../../journey/api-port.ts";
import type { Cookie } from "../../journey/cookie.ts";
import type { Exchange } from "../../journey/exchange.ts";
import type { SecretKeeper } from "../../journey/secret-keeper.ts";
import { credentialsOf } from "./authorisation.ts";
import { encodeBody } from "./body.ts";
import { ApiCookies } from "./cookies.ts";
import { Deadline } from "./deadline.ts";
import { connectionError, deadlineError, nothingSent, scenarioOver } from "./errors.ts";
import { type Hop, HopAddress, requestOf, requestOptions } from "./hop.ts";
import { pollWith } from "./polling.ts";
import type { ApiPools } from "./pools.ts";
import { isRedirect, nextHop } from "./redirects.ts";
import { ReceivedResponse } from "./response.ts";

export interface ApiSessionOptions {
  readonly actor: string;
  readonly pools: ApiPools;
  readonly secrets: SecretKeeper;
  /** Where paths are added; undefined when no address is configured. */
  readonly base: HopAddress | undefined;
  /** In place of `base`, when it gives an address. */
  readonly address?: () => string | undefined;
  readonly environmentName: string;
  /** The setting that `base` comes from, for messages. */
  readonly addressSetting: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly requestMs: number;
}

/** As many exchanges as help to understand a failure without filling the report. */
const keptExchanges = 20;
const mostRedirects = 20;

export class UndiciApiSession implements ApiSession {
  readonly #options: ApiSessionOptions;
  readonly #cookies = new ApiCookies();
  readonly #headers: Record<string, string> = {};
  readonly #recent: { readonly exchange: Exchange }[] = [];
  readonly #running = new Set<Deadline>();
  #last: ApiResponse | undefined;
  #lastAtMs: number | undefined;
  #lastRequest: ApiRequest | undefined;
  #unlearnt = 0;
  #hasEnded = false;

  constructor(options: ApiSessionOptions) {
    this.#options = options;
    for (const [name, value] of Object.entries(options.headers)) this.setHeader(name, value);
  }

  send(request: ApiRequest): Promise<ApiResponse> {
    this.#lastRequest = request;
    return this.#deliver(request, (response) => {
      this.#last = response;
      this.#lastAtMs = performance.now();
    });
  }

  peek(request: ApiRequest): Promise<ApiResponse> {
    return this.#deliver(request, () => {});
  }

  /** Sends it and follows its redirects; `note` hears of every answer, the last one included. */
  async #deliver(request: ApiRequest, note: (response: ApiResponse) => void): Promise<ApiResponse> {
    if (this.#hasEnded) throw scenarioOver(request);
    const deadline = new Deadline(request.timeoutMs ?? this.#options.requestMs, request.signal);
    this.#running.add(deadline);
    try {
      let hop = this.#firstHop(request);
      for (let redirects = 0; ; redirects += 1) {
        const response = await this.#exchange(hop, deadline, redirects);
        note(response);
        if (request.redirects === "manual" || !isRedirect(response)) return response;
        if (redirects === mostRedirects) {
          throw new Error(
            `${request.method} ${request.path} was redirected ${mostRedirects} times; the last answer led to ${response.header("location")}.`,
          );
        }
        hop = nextHop(hop, response);
      }
    } finally {
      deadline.end();
      this.#running.delete(deadline);
    }
  }

  poll(
    request: ApiRequest,
    done: (response: ApiResponse) => boolean,
    options: PollOptions = {},
  ): Promise<ApiResponse> {
    const { requestMs } = this.#options;
    return pollWith((one) => this.send(one), { timeoutMs: requestMs, ...request }, done, {
      withinMs: requestMs,
      ...options,
    });
  }

  get(path: string, options?: RequestOptions): Promise<ApiResponse> {
    return this.send({ ...options, method: "GET", path });
  }

  post(path: string, json?: unknown, options?: RequestOptions): Promise<ApiResponse> {
    return this.#sendJson("POST", path, json, options);
  }

  put(path: string, json?: unknown, options?: RequestOptions): Promise<ApiResponse> {
    return this.#sendJson("PUT", path, json, options);
  }

  patch(path: string, json?: unknown, options?: RequestOptions): Promise<ApiResponse> {
    return this.#sendJson("PATCH", path, json, options);
  }

  delete(path: string, options?: RequestOptions): Promise<ApiResponse> {
    return this.send({ ...options, method: "DELETE", path });
  }

  setHeader(name: string, value: string | undefined): void {
    const key = name.toLowerCase();
    if (value === undefined) {
      delete this.#headers[key];
      return;
    }
    if (this.#options.secrets.isSecretName(key)) this.#learnCredentials(value);
    this.#headers[key] = value;
  }

  authorise(authorisation: Authorisation): void {
    if (authorisation.kind === "basic") this.#options.secrets.learn(authorisation.password);
    this.setHeader("authorization", credentialsOf(authorisation));
  }

  get lastResponse(): ApiResponse {
    if (this.#last !== undefined) return this.#last;
    throw nothingSent(this.#options.actor);
  }

  get headers(): Readonly<Record<string, string>> {
    return { ...this.#headers };
  }

  get lastResponseAtMs(): number | undefined {
    return this.#lastAtMs;
  }

  get lastRequest(): ApiRequest {
    if (this.#lastRequest !== undefined) return this.#lastRequest;
    throw nothingSent(this.#options.actor);
  }

  get exchanges(): readonly Exchange[] {
    return this.#recent.map(({ exchange }) => exchange);
  }

  learnSecrets(): void {
    const { secrets } = this.#options;
    if (this.#unlearnt === 0) return;
    for (const { exchange } of this.#recent.slice(-this.#unlearnt)) secrets.learnFrom(exchange);
    this.#unlearnt = 0;
  }

  async cookies(): Promise<readonly Cookie[]> {
    return this.#cookies.all();
  }

  async setCookies(cookies: readonly Cookie[]): Promise<void> {
    this.#cookies.add(cookies);
  }

  async setCookie(name: string, value: string): Promise<void> {
    this.#cookies.set(name, value, this.#address({ method: "GET", path: "/" }));
  }

  async removeCookies(name?: string): Promise<void> {
    this.#cookies.remove(name);
  }

  async close(): Promise<void> {
    for (const deadline of this.#running) deadline.cancel();
  }

  end(): void {
    this.#hasEnded = true;
    for (const deadline of this.#running) deadline.cancel();
  }

  #sendJson(
    method: string,
    path: string,
    json: unknown,
    options: RequestOptions = {},
  ): Promise<ApiResponse> {
    return this.send({
      ...options,
      method,
      path,
      ...(json !== undefined && { body: { kind: "json" as const, value: json } }),
    });
  }

  #learnCredentials(value: string): void {
    this.#options.secrets.learn(value);
    const credentials = /^\S+\s+(\S.*)$/.exec(value)?.[1];
    if (credentials !== undefined) this.#options.secrets.learn(credentials);
  }

  #firstHop(request: ApiRequest): Hop {
    const body = request.body && encodeBody(request.body);
    const headers: Record<string, string> = { ...this.#headers };
    // Somebody who set a content type meant it, whatever the body looks like.
    if (body?.contentType !== undefined) headers["content-type"] ??= body.contentType;
    if (request.headers !== undefined) {
      for (const [name, value] of Object.entries(request.headers))
        headers[name.toLowerCase()] = value;
    }
    return { method: request.method.toUpperCase(), url: this.#address(request), headers, body };
  }

  #address({ path, query }: ApiRequest): HopAddress {
    const isAbsolute = /^https?:\/\//i.test(path);
    const url = isAbsolute ? HopAddress.read(path) : this.#base()?.below(path);
    if (url !== undefined) return query === undefined ? url : url.withQuery(query);
    const { environmentName } = this.#options;
    throw new Error(
      `"${path}" is only a path, and the environment "${environmentName}" has no address.\n` +
        `Set environments.${environmentName}.apiUrl (or baseUrl) in cucumber.js, or write the whole address.`,
    );
  }

  #base(): HopAddress | undefined {
    const address = this.#options.address?.();
    return address === undefined ? this.#options.base : HopAddress.read(address);
  }

  async #exchange(hop: Hop, deadline: Deadline, redirects: number): Promise<ReceivedResponse> {
    const cookie = this.#cookies.headerFor(hop.url);
    if (cookie !== undefined && hop.headers["cookie"] === undefined) hop.headers["cookie"] = cookie;
    const startedAtMs = Date.now();
    const start = performance.now();
    try {
      const { statusCode, headers, body } = await this.#options.pools.request(
        hop.url.origin,
        requestOptions(hop, deadline),
      );
      const response = new ReceivedResponse({
        actor: this.#options.actor,
        hop,
        status: statusCode,
        headers,
        body: await body.bytes(),
        redirects,
        startedAtMs,
        durationMs: performance.now() - start,
      });
      this.#cookies.receive(headers["set-cookie"], hop.url);
      this.#remember(response);
      return response;
    } catch (cause) {
      const error = this.#explain(hop, deadline, cause);
      const durationMs = performance.now() - start;
      const { actor } = this.#options;
      this.#remember({
        exchange: { actor, request: requestOf(hop), error: error.message, startedAtMs, durationMs },
      });
      throw error;
    }
  }

  #explain({ method, url }: Hop, deadline: Deadline, cause: unknown): Error {
    const failed = {
      method,
      url: url.href,
      timeoutMs: Math.round(deadline.timeoutMs),
      addressSetting: this.#options.addressSetting,
    };
    return deadline.passed ? deadlineError(failed) : connectionError(failed, cause);
  }

  #remember(answered: { readonly exchange: Exchange }): void {
    this.#recent.push(answered);
    if (this.#recent.length > keptExchanges) this.#recent.shift();
    this.#unlearnt = Math.min(this.#unlearnt + 1, keptExchanges);
  }
}
