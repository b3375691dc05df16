// What the steps of this folder need of an answer before they go on.
import type { ApiResponse } from "../../src/index.ts";

/** The answer's JSON. Throws when the status is another one: a scene that could not be set proves nothing. */
export function mustAnswer(response: ApiResponse, status: number): Record<string, unknown> {
  if (response.status !== status) {
    const { method } = response.exchange.request;
    throw new Error(
      `${method} ${response.url} should answer ${status} here, but it answered ${response.status}:\n${response.text()}`,
    );
  }
  return Object(response.text() === "" ? {} : response.json());
}
