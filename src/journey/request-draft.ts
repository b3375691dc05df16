// A request while a scenario is still describing it, sentence by sentence.
import type { ApiRequest, MultipartPart, RequestBody } from "./api-port.ts";

export type DraftedParts = Pick<ApiRequest, "headers" | "query" | "body" | "redirects">;

/** What goes along with the next GraphQL query. */
export interface GraphqlDraft {
  readonly query?: string;
  readonly variables?: unknown;
  readonly operationName?: string;
}

const nothing: DraftedParts = {};

export class RequestDraft {
  #isEmpty = true;
  #headers: Record<string, string> = {};
  #query: [string, string][] = [];
  #parts: MultipartPart[] = [];
  #body: RequestBody | undefined;
  #redirects: "follow" | "manual" | undefined;
  #address = "";
  #method: string | undefined;
  #pathParameters: Map<string, string> | undefined;
  #graphql: GraphqlDraft = {};

  addHeader(name: string, value: string): void {
    this.#isEmpty = false;
    this.#headers[name] = value;
  }

  addQuery(name: string, value: string): void {
    this.#isEmpty = false;
    this.#query.push([name, value]);
  }

  /** Fields alone make a form; with a file among them it has parts. */
  addPart(part: MultipartPart): void {
    this.#isEmpty = false;
    this.#parts.push(part);
  }

  setBody(body: RequestBody): void {
    this.#isEmpty = false;
    this.#body = body;
  }

  /** Stays for all later requests of the actor. */
  setRedirects(redirects: "follow" | "manual"): void {
    this.#isEmpty = false;
    this.#redirects = redirects;
  }

  /** Where the next request goes that names no address. */
  setAddress(address: string, method?: string): void {
    this.#address = address;
    this.#method = method ?? this.#method;
  }

  /** How the next request goes that names no method. */
  setMethod(method: string): void {
    this.#method = method;
  }

  /** What stands for `{name}` or `:name` in the address of the next request. */
  addPathParameter(name: string, value: string): void {
    this.#pathParameters ??= new Map();
    this.#pathParameters.set(name, value);
  }

  /** The path with its parameters filled in; they are used up by this. */
  fillPath(path: string): string {
    if (this.#pathParameters === undefined) return path;
    let filled = path;
    for (const [name, value] of this.#pathParameters) {
      const written = encodeURIComponent(value);
      filled = filled.replaceAll(`{${name}}`, written).replaceAll(`:${name}`, written);
    }
    this.#pathParameters = undefined;
    return filled;
  }

  /** A piece below the address: `books` and then `7` make `books/7`. */
  addPath(path: string): void {
    const above = this.#address.replace(/\/+$/, "");
    this.#address = this.#address === "" ? path : `${above}/${path.replace(/^\/+/, "")}`;
  }

  /** The address that was drafted, empty when there is none; it is used up by this. */
  takeAddress(): string {
    const address = this.#address;
    this.#address = "";
    return address;
  }

  /** As `takeAddress`, with the method that was drafted along; a body asks for a POST. */
  takeAsked(): { readonly method: string | undefined; readonly path: string } {
    const method = this.#method ?? (this.#body || this.#parts.length > 0 ? "POST" : undefined);
    this.#method = undefined;
    return { method, path: this.takeAddress() };
  }

  /** The JSON that was drafted as the body; undefined when it is none. */
  get json(): unknown {
    return this.#body?.kind === "json" ? this.#body.value : undefined;
  }

  addGraphql(more: GraphqlDraft): void {
    this.#graphql = { ...this.#graphql, ...more };
  }

  /** One more variable, beside those that are there. */
  addGraphqlVariable(name: string, value: unknown): void {
    const { variables } = this.#graphql;
    const before = typeof variables === "object" && variables !== null ? variables : {};
    this.addGraphql({ variables: { ...before, [name]: value } });
  }

  get hasGraphqlQuery(): boolean {
    return this.#graphql.query !== undefined;
  }

  takeGraphql(): GraphqlDraft {
    const graphql = this.#graphql;
    this.#graphql = {};
    return graphql;
  }

  /** What was drafted; the draft is empty afterwards. */
  take(): DraftedParts {
    if (this.#isEmpty) return nothing;
    const body = this.#parts.length > 0 ? bodyOf(this.#parts) : this.#body;
    const taken: DraftedParts = {
      headers: this.#headers,
      query: this.#query,
      ...(body && { body }),
      ...(this.#redirects && { redirects: this.#redirects }),
    };
    this.#headers = {};
    this.#query = [];
    this.#parts = [];
    this.#body = undefined;
    this.#isEmpty = this.#redirects === undefined;
    return taken;
  }
}

function bodyOf(parts: readonly MultipartPart[]): RequestBody {
  const fields = parts.flatMap((part) => (part.kind === "field" ? [part] : []));
  return fields.length === parts.length
    ? { kind: "form", fields: fields.map(({ name, value }) => [name, value] as const) }
    : { kind: "multipart", parts };
}
