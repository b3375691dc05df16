// A small product on loopback for e2e tests: each test states how it behaves.
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { onTestFinished } from "vitest";

/** Starts it on a free port until the test is over; answers its address. */
export async function startProduct(
  listener: RequestListener,
  onUpgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void,
): Promise<string> {
  const server: Server = createServer(listener);
  if (onUpgrade !== undefined) server.on("upgrade", onUpgrade);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A cucumber.js for that address. */
export function configFor(url: string, options: object = {}): string {
  const all = { environments: { local: { baseUrl: url } }, ...options };
  return `import { defineConfig } from "storyproof";\nexport default defineConfig(${JSON.stringify(all, null, 2)});\n`;
}
