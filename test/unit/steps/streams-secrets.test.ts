import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { WebSocketServer } from "ws";
import { runCucumber } from "./run-cucumber.ts";

test("what a stream was opened with is not told by a failure", async () => {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  sockets.on("connection", (client, { headers }) => client.send(String(headers["x-api-key"])));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const client of sockets.clients) client.terminate();
    server.close();
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const feature = `Feature: Secrets
  Scenario: A key and a token
    When I connect to the WebSocket "/live?token=t0ken-of-ada" with headers:
      | x-api-key | k3y-of-the-shop |
    Then I should receive a message containing "something else" within 50 ms
`;
  const { steps, texts } = await runCucumber(feature, {
    pack: "streams",
    settings: { environment: { baseUrl } },
  });
  const message = steps.at(-1)?.message ?? "";
  expect(message).toContain("1 other is there unread from ws://");
  expect(message).toContain("[redacted]");
  expect(message).not.toMatch(/t0ken|k3y/);
  expect(texts["messages.txt"]).toMatch(
    /^WebSocket of I: 1 other is there unread from ws:.*:\n {2}.*\[redacted\]/,
  );
  expect(texts["messages.txt"]).not.toMatch(/t0ken|k3y/);
});
