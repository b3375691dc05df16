// What a run asked the product for, in a form in which two runs can be compared: addresses may hold ids that are new
// each time, and polling asks as often as it takes.
import type { Exchange } from "./exchange.ts";

/** A line for each exchange, such as `Alice: POST → 201`; of one request repeated on and on, the last. */
export function exchangeLines(exchanges: readonly Exchange[]): readonly string[] {
  const last = exchanges.filter((exchange, index) => !isRepeated(exchange, exchanges, index));
  return last.map(
    ({ actor, request, response }) =>
      `${actor}: ${request.method} → ${response?.status ?? "no answer"}`,
  );
}

/** True when the same actor's next exchange asks for the same. */
function isRepeated(exchange: Exchange, all: readonly Exchange[], index: number): boolean {
  const next = all.slice(index + 1).find(({ actor }) => actor === exchange.actor);
  return (
    next?.request.method === exchange.request.method && next.request.url === exchange.request.url
  );
}
