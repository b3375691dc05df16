// One actor's conversation with the API over the worker's pools: cookies and headers that stay, and the last exchanges as
// evidence. It knows no steps and no checks.
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
import type { RequestDeadlines } from "./deadline.ts";
import { Delivery, type Sender } from "./delivery.ts";
import { nothingSent, scenarioOver } from "./errors.ts";
import { type Hop, HopAddress } from "./hop.ts";
import { pollWith } from "./polling.ts";
import type { ApiPools } from "./pools.ts";
import { RecentExchanges } from "./recent-exchanges.ts";

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
  readonly deadlines: RequestDeadlines;
}

export class UndiciApiSession implements ApiSession {
  readonly #options: ApiSessionOptions;
  readonly #cookies = new ApiCookies();
  readonly #headers: Record<string, string> = {};
  readonly #sender: Sender;
  #last: ApiResponse | undefined;
  #lastAtMs: number | undefined;
  #lastRequest: ApiRequest | undefined;
  #hasEnded = false;

  constructor(options: ApiSessionOptions) {
    this.#options = options;
    const { actor, pools, deadlines, addressSetting } = options;
    this.#sender = {
      actor,
      pools,
      deadlines,
      addressSetting,
      cookies: this.#cookies,
      recent: new RecentExchanges(),
      running: new Set(),
    };
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
  #deliver(request: ApiRequest, note: (response: ApiResponse) => void): Promise<ApiResponse> {
    return new Promise((resolve, reject) => {
      if (this.#hasEnded) throw scenarioOver(request);
      new Delivery(this.#sender, request, this.#firstHop(request), { note, resolve, reject });
    });
  }

  poll(
    request: ApiRequest,
    done: (response: ApiResponse) => boolean,
    options: PollOptions = {},
  ): Promise<ApiResponse> {
    const requestMs = this.#options.deadlines.usualMs;
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
    return this.#sender.recent.all;
  }

  learnSecrets(): void {
    this.#sender.recent.learnSecrets(this.#options.secrets);
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
    for (const delivery of this.#sender.running) delivery.cancel();
  }

  end(): void {
    this.#hasEnded = true;
    for (const delivery of this.#sender.running) delivery.cancel();
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
}
