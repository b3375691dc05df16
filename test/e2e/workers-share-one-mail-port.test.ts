// Products that are configured beforehand send their mails to one port, however many workers the run has.

import type { AddressInfo } from "node:net";
import { connect, createServer } from "node:net";
import { expect, test } from "vitest";
import { startBookshop } from "../bookshop/shop.ts";
import { configFor } from "./product.ts";
import { makeProject } from "./project.ts";

/** One that nobody has at the moment. */
async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Each scenario has a reader of its own, and is sent one mail: those of the others are not its business. */
function storyOf(reader: string, port: number): string {
  return `
  Scenario: ${reader} gets one mail
    Given a mail server
    And Ada's email address is "${reader}@example.com"
    When I send a POST request to "/api/newsletter" with JSON:
      | email     | ${reader}@example.com |
      | smtp.host | 127.0.0.1 |
      | smtp.port | ${port} |
    Then {{mail.port}} should be ${port}
    And Ada should receive a mail to "${reader}@example.com"
    And the inbox of "${reader}@example.com" should contain 1 mail
`;
}

function featureOf(name: string, port: number): string {
  const readers = Array.from({ length: 6 }, (_, at) => `${name}${at}`);
  return `Feature: ${name}\n${readers.map((reader) => storyOf(reader, port)).join("")}`;
}

test("two workers receive at one port, and nobody has it after the run", async () => {
  const port = await findFreePort();
  const project = makeProject({
    "cucumber.js": configFor(await startBookshop(), { mail: { port } }),
    "features/first.feature": featureOf("first", port),
    "features/second.feature": featureOf("second", port),
  });
  const { code, stdout, stderr } = await project.cucumber(["--parallel", "2"]);
  expect(code, stdout + stderr).toBe(0);
  expect(stdout).toContain("12 scenarios (12 passed)");
  const outcome = await new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port });
    socket.on("error", resolve);
    socket.on("connect", () => resolve(socket.destroy()));
  });
  expect(outcome).toMatchObject({ code: "ECONNREFUSED" });
}, 60_000);
