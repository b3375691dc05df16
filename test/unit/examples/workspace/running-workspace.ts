/** The product, running for one test file, and visitors who speak HTTP to it. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CookieJar } from "tough-cookie";
import { FormData, fetch, type RequestInit } from "undici";
import { afterAll, beforeAll } from "vitest";
import {
  startWorkspace,
  type WorkspaceOptions,
} from "../../../../examples/workspace/app/start-workspace.ts";
import { ApiDescription } from "./api-description.ts";

export const PASSWORD = "correct horse battery";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; null when it is none. */
  readonly json: Json;
}

/** What the tests read from answers. That it is there is for the OpenAPI check to see to. */
interface Json {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly title: string;
  readonly kind: string;
  readonly url: string;
  readonly token: string;
  readonly secret: string;
  readonly uri: string;
  readonly time: string;
  readonly password: string;
  readonly secondFactor: boolean;
  readonly sizeBytes: number;
  readonly type: string;
  readonly detail: string;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
  readonly items: readonly Json[];
  readonly nextCursor: string | null;
}

export interface Sending {
  readonly json?: unknown;
  /** Fields of an HTML form. */
  readonly form?: Readonly<Record<string, string>>;
  /** The content of a file, sent as multipart. */
  readonly file?: {
    readonly name: string;
    readonly content: Uint8Array | string;
    readonly field?: string;
  };
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Someone with cookies and perhaps a bearer token. Every API answer is held against OpenAPI. */
export class Visitor {
  token: string | null = null;
  readonly cookies = new CookieJar();
  readonly #url: string;
  readonly #description: ApiDescription;

  constructor(url: string, description: ApiDescription) {
    this.#url = url;
    this.#description = description;
  }

  async send(method: string, path: string, sending: Sending = {}): Promise<Answer> {
    const address = new URL(path, this.#url).href;
    const response = await fetch(address, await this.#toRequest(method, address, sending));
    for (const cookie of response.headers.getSetCookie())
      await this.cookies.setCookie(cookie, address);
    const text = await response.text();
    const type = response.headers.get("content-type") ?? "";
    const json = (/\bjson\b/.test(type) ? JSON.parse(text) : null) as Json;
    const answer = {
      status: response.status,
      headers: new Headers([...response.headers]),
      text,
      json,
    };
    if (path.startsWith("/api/")) this.#description.check(method, path, answer);
    return answer;
  }

  get = (path: string, sending?: Sending) => this.send("GET", path, sending);
  post = (path: string, json?: unknown) =>
    this.send("POST", path, json === undefined ? {} : { json });
  put = (path: string, json: unknown) => this.send("PUT", path, { json });
  patch = (path: string, json: unknown) => this.send("PATCH", path, { json });
  delete = (path: string) => this.send("DELETE", path);
  submit = (path: string, form: Readonly<Record<string, string>> = {}) =>
    this.send("POST", path, { form });

  async #toRequest(method: string, address: string, sending: Sending): Promise<RequestInit> {
    const { json, form, file, body, headers } = sending;
    const cookie = await this.cookies.getCookieString(address);
    return {
      method,
      redirect: "manual",
      headers: {
        ...(json !== undefined && { "content-type": "application/json" }),
        ...(this.token !== null && { authorization: `Bearer ${this.token}` }),
        ...(cookie !== "" && { cookie }),
        ...headers,
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
      ...(form !== undefined && { body: new URLSearchParams(form) }),
      ...(file !== undefined && { body: toFormData(file) }),
      ...(body !== undefined && { body }),
    };
  }
}

function toFormData({ name, content, field = "file" }: NonNullable<Sending["file"]>): FormData {
  const data = new FormData();
  data.append(field, new File([content], name, { type: "text/plain" }));
  return data;
}

export class RunningWorkspace {
  readonly #start: Partial<WorkspaceOptions>;
  #url = "";
  #description = new ApiDescription({});
  #close: () => Promise<void> = async () => {};
  #names = 0;

  constructor(options: Partial<WorkspaceOptions>) {
    this.#start = options;
  }

  get url(): string {
    return this.#url;
  }

  get description(): ApiDescription {
    return this.#description;
  }

  async open(): Promise<void> {
    const dataFolder = await mkdtemp(join(tmpdir(), "workspace-test-"));
    const { url, close } = await startWorkspace({ dataFolder, ...this.#start });
    this.#url = url;
    this.#close = async () => {
      await close();
      await rm(dataFolder, { recursive: true, force: true });
    };
    this.#description = new ApiDescription(await (await fetch(`${url}/openapi.json`)).json());
  }

  close(): Promise<void> {
    return this.#close();
  }

  visitor(): Visitor {
    return new Visitor(this.#url, this.#description);
  }

  /** An email that no other test uses. */
  newEmail(): string {
    this.#names += 1;
    return `customer-${this.#names}@example.com`;
  }

  /** A registered customer who has a bearer token. */
  async customer(email = this.newEmail()): Promise<Visitor & { readonly email: string }> {
    const visitor = this.visitor();
    await visitor.post("/api/customers", { email, password: PASSWORD });
    const session = await visitor.post("/api/sessions", { email, password: PASSWORD });
    visitor.token = session.json.token;
    await visitor.cookies.removeAllCookies();
    return Object.assign(visitor, { email });
  }

  /** A customer who signed in on the page and so has only a cookie. */
  async customerOnPages(email = this.newEmail()): Promise<Visitor & { readonly email: string }> {
    const visitor = this.visitor();
    await visitor.submit("/register", { email, password: PASSWORD });
    return Object.assign(visitor, { email });
  }

  /** A project of this owner; returns its id. */
  async project(owner: Visitor, fields: object = {}): Promise<string> {
    const created = await owner.post("/api/projects", { name: "Website relaunch", ...fields });
    return created.json.id;
  }
}

/** Starts the product before the tests of a file and ends it after them. */
export function runWorkspace(
  options: Partial<WorkspaceOptions> = { testControls: true },
): RunningWorkspace {
  const running = new RunningWorkspace(options);
  beforeAll(() => running.open());
  afterAll(() => running.close());
  return running;
}
