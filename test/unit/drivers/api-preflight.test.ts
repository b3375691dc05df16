import { expect, test } from "vitest";
import { preflight } from "../../../src/drivers/api/preflight.ts";
import { serve } from "./api-server.ts";

test("any answer counts, an error status and an endless body too", async () => {
  const url = await serve((_, response) => void response.writeHead(500).write("no end"));
  expect(await preflight({ baseUrl: url }, 5_000)).toEqual({ kind: "answers" });
});

test("no address, nothing to ask", async () => {
  expect(await preflight({}, 5_000)).toEqual({ kind: "answers" });
});

test("the address that is silent is told with its setting and the reason", async () => {
  const url = await serve((_, response) => response.end());
  expect(await preflight({ baseUrl: url, apiUrl: "http://127.0.0.1:1/v2" }, 5_000)).toEqual({
    kind: "silent",
    url: "http://127.0.0.1:1/v2",
    setting: "apiUrl",
    reason: "nothing listens there (connection refused)",
  });
});

test("a product that takes the connection and says nothing is silent as well", async () => {
  const url = await serve(() => {});
  expect(await preflight({ baseUrl: url }, 50)).toMatchObject({
    kind: "silent",
    reason: "no answer within 50 ms",
  });
});
