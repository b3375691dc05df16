// The connections of one worker to the product's origins, shared by all its actors and scenarios.
// It knows no cookies and no bodies.
import { readFileSync } from "node:fs";
import type { Pool } from "undici";
import type { TlsOptions } from "../../config/options.ts";
import { loadUndici } from "./libraries.ts";

/** Larger bodies end the request: an endless response must not eat the machine's memory. */
export const largestBodyBytes = 128 * 1024 * 1024;

/** Those that change nothing, so that the product may see them twice. */
const safeMethods: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS", "TRACE"]);

/** How undici and Node call a connection that ended before an answer. */
const closedCodes: ReadonlySet<unknown> = new Set(["UND_ERR_SOCKET", "ECONNRESET", "EPIPE"]);

export interface Origin {
  readonly pool: Pool;
  /** How many connections were made so far. */
  connected: number;
}

export class ApiPools {
  readonly #origins = new Map<string, Origin>();
  readonly #tls: TlsOptions | undefined;

  constructor(tls: TlsOptions | undefined) {
    this.#tls = tls;
  }

  /** The connections to an origin such as `http://localhost:3000`. Throws when the TLS settings name no file. */
  originOf(address: string): Origin {
    const known = this.#origins.get(address);
    if (known !== undefined) return known;
    const { Pool } = loadUndici();
    const pool = new Pool(address, {
      maxResponseSize: largestBodyBytes,
      // Each request carries its own deadline; these would only hide it behind another message.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: { timeout: 0, ...connectOptions(this.#tls) },
    });
    const origin: Origin = { pool, connected: 0 };
    pool.on("connect", () => {
      origin.connected += 1;
    });
    this.#origins.set(address, origin);
    return origin;
  }

  async close(): Promise<void> {
    const origins = [...this.#origins.values()];
    this.#origins.clear();
    await Promise.all(origins.map(({ pool }) => pool.destroy()));
  }
}

/**
 * A server may close a connection that nobody uses in the moment in which the next request sets out on it; as browsers do
 * (RFC 9110, 9.2.2), that one may be sent again.
 */
export function maySendAgain(method: string, error: unknown): boolean {
  const isClosed = error instanceof Error && "code" in error && closedCodes.has(error.code);
  return isClosed && safeMethods.has(method);
}

/** The TLS settings as Node's tls.connect wants them. Throws when a file cannot be read. */
export function connectOptions(tls: TlsOptions = {}): Record<string, unknown> {
  return {
    ...(tls.allowInvalid === true && { rejectUnauthorized: false }),
    ...(tls.caFile !== undefined && { ca: readPem(tls.caFile, "caFile") }),
    ...(tls.certFile !== undefined && { cert: readPem(tls.certFile, "certFile") }),
    ...(tls.keyFile !== undefined && { key: readPem(tls.keyFile, "keyFile") }),
  };
}

function readPem(path: string, option: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new Error(
      `The file of the setting tls.${option} cannot be read: ${path}\nGive the path of a PEM file, seen from the folder of cucumber.js.`,
      { cause },
    );
  }
}
