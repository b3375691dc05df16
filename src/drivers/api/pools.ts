// The connections of one worker to the product's origins, shared by all its actors and scenarios.
// It knows no cookies and no bodies.
import { readFileSync } from "node:fs";
import type { Pool } from "undici";
import type { TlsOptions } from "../../config/options.ts";
import { loadUndici } from "./libraries.ts";

/** Larger bodies end the request: an endless response must not eat the machine's memory. */
export const largestBodyBytes = 128 * 1024 * 1024;

export class ApiPools {
  readonly #pools = new Map<string, Pool>();
  readonly #tls: TlsOptions | undefined;

  constructor(tls: TlsOptions | undefined) {
    this.#tls = tls;
  }

  /** The pool of an origin such as `http://localhost:3000`, made on first use. */
  of(origin: string): Pool {
    const known = this.#pools.get(origin);
    if (known !== undefined) return known;
    const { Pool } = loadUndici();
    const pool = new Pool(origin, {
      maxResponseSize: largestBodyBytes,
      // Each request carries its own deadline; these would only hide it behind another message.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: { timeout: 0, ...connectOptions(this.#tls) },
    });
    this.#pools.set(origin, pool);
    return pool;
  }

  async close(): Promise<void> {
    const pools = [...this.#pools.values()];
    this.#pools.clear();
    await Promise.all(pools.map((pool) => pool.destroy()));
  }
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
