// What phrases look at in a response, and how a failure shows it.
import { readJsonPath } from "../../src/checks/json-path.ts";
import type { ApiResponse } from "../../src/journey/api-port.ts";

/** As much of a body as helps in a message; the exchange in the report has the rest. */
const shownCharacters = 1_000;

export function failWith(failure: string | undefined): void {
  if (failure !== undefined) throw new Error(failure);
}

/** The failure with the request it was about and the beginning of the body. */
export function withBody(failure: string, response: ApiResponse): string {
  const { method } = response.exchange.request;
  const text = response.text();
  const shown = text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
  return `${failure}\n${method} ${response.url} answered ${response.status} with ${shown === "" ? "an empty body" : `the body:\n${shown}`}`;
}

/** What stands at a path of a JSON body; `hint` says what is there instead when nothing does. */
export function pathValue(
  response: ApiResponse,
  path: string,
): { readonly value: unknown; readonly hint?: string } {
  const found = readJsonPath(response.json(), path);
  switch (found.kind) {
    case "found":
      return { value: found.value };
    case "absent":
      return { value: undefined, hint: found.message };
    case "error":
      throw new Error(found.message);
  }
}
