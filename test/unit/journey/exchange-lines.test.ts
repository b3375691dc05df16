import { expect, test } from "vitest";
import type { Exchange } from "../../../src/journey/exchange.ts";
import { exchangeLines } from "../../../src/journey/exchange-lines.ts";

function exchange(actor: string, method: string, path: string, status?: number): Exchange {
  const request = { method, url: `http://localhost${path}`, headers: [] };
  const times = { startedAtMs: 0, durationMs: 1 };
  if (status === undefined) return { actor, request, error: "refused", ...times };
  return { actor, request, response: { status, headers: [] }, ...times };
}

test("addresses do not count, and of a request that is repeated only the last answer does", () => {
  expect(
    exchangeLines([
      exchange("Alice", "POST", "/orders", 202),
      exchange("Alice", "GET", "/orders/1", 404),
      exchange("Bob", "GET", "/stock"),
      exchange("Alice", "GET", "/orders/1", 404),
      exchange("Alice", "GET", "/orders/1", 200),
      exchange("Alice", "GET", "/orders/2", 200),
    ]),
  ).toEqual(["Alice: POST → 202", "Bob: GET → no answer", "Alice: GET → 200", "Alice: GET → 200"]);
});
