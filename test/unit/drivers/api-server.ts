// A real HTTP server on loopback whose behaviour each test states.
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { EnvironmentOptions } from "../../../src/config/options.ts";
import { type ApiDriver, createApiDriver } from "../../../src/drivers/api.ts";
import type { SecretKeeper } from "../../../src/journey/secret-keeper.ts";

/** Listens on a free port until the test is over; answers the address. */
export async function serve(listener: RequestListener): Promise<string> {
  return await listen(createServer(listener));
}

export async function listen(server: Server, scheme = "http"): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export function driverFor(environment: EnvironmentOptions, requestMs = 5_000): ApiDriver {
  const driver = createApiDriver({ environmentName: "local", environment, requestMs });
  onTestFinished(() => driver.close());
  return driver;
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

/** Keeps what it is told, so that a test can ask. */
export function listeningKeeper(): SecretKeeper & { readonly learnt: string[] } {
  const learnt: string[] = [];
  return {
    learnt,
    learn: (value) => void learnt.push(value),
    tellOpen: () => {},
    learnFrom: (exchange) => void learnt.push(`exchange ${exchange.request.url}`),
    isSecretName: (name) => name.toLowerCase() === "authorization",
    redact: (text) => text,
  };
}
