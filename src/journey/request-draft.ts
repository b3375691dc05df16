// A request while a scenario is still describing it, sentence by sentence.
import type { ApiRequest, MultipartPart, RequestBody } from "./api-port.ts";

export type DraftedParts = Pick<ApiRequest, "headers" | "query" | "body" | "redirects">;

const nothing: DraftedParts = {};

export class RequestDraft {
  #isEmpty = true;
  #headers: Record<string, string> = {};
  #query: [string, string][] = [];
  #parts: MultipartPart[] = [];
  #body: RequestBody | undefined;
  #redirects: "follow" | "manual" | undefined;

  addHeader(name: string, value: string): void {
    this.#isEmpty = false;
    this.#headers[name] = value;
  }

  addQuery(name: string, value: string): void {
    this.#isEmpty = false;
    this.#query.push([name, value]);
  }

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

  /** What was drafted; the draft is empty afterwards. */
  take(): DraftedParts {
    if (this.#isEmpty) return nothing;
    const body =
      this.#parts.length > 0 ? { kind: "multipart" as const, parts: this.#parts } : this.#body;
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
