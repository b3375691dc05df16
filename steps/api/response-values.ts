// How failures about a response are told.
import type { ApiResponse } from "../../src/journey/api-port.ts";

/** As much of a body as helps in a message; the exchange in the report has the rest. */
const shownCharacters = 1_000;

export function failWith(failure: string | undefined): void {
  if (failure !== undefined) throw new Error(failure);
}

/** One failure of many; nothing when there are none. */
export function failWithAll(failures: readonly (string | undefined)[]): void {
  const told = failures.filter((failure) => failure !== undefined);
  if (told.length > 0) throw new Error(told.join("\n"));
}

/** The failure with the request it was about and the beginning of the body. */
export function withBody(failure: string, response: ApiResponse): string {
  const { method } = response.exchange.request;
  const text = printable(response.text().slice(0, shownCharacters + 1));
  const shown = text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
  return `${failure}\n${method} ${response.url} answered ${response.status} with ${shown === "" ? "an empty body" : `the body:\n${shown}`}`;
}

/** Control characters would do things to the terminal that shows the message. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n\r\t]/gu, "\u{fffd}");
}
