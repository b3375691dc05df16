/**
 * Sessions: who a cookie or bearer token stands for. Only hashes of tokens are kept, so a copy of
 * the database lets nobody in. A half sign-in is one whose password was right and whose code is
 * still missing.
 */
import { createHash, randomBytes } from "node:crypto";
import type { Clock } from "./clock.ts";
import { type Customer, toCustomer } from "./customers.ts";
import { type Database, number } from "./database.ts";

/** A working day; the cookie is gone earlier when the browser is closed. */
const SESSION_MS = 8 * 60 * 60 * 1000;
export const REMEMBERED_SESSION_MS = 30 * 24 * 60 * 60 * 1000;
/** Long enough to find the phone. */
export const HALF_SIGN_IN_MS = 5 * 60 * 1000;

export interface Session {
  readonly token: string;
  readonly customer: Customer;
  readonly remembered: boolean;
  readonly expiresAtMs: number;
}

type SessionTable = "sessions" | "half_sign_ins";

export class Sessions {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  start(customer: Customer, remembered: boolean): Promise<Session> {
    return this.#insert(
      "sessions",
      customer,
      remembered,
      remembered ? REMEMBERED_SESSION_MS : SESSION_MS,
    );
  }

  startHalf(customer: Customer, remembered: boolean): Promise<Session> {
    return this.#insert("half_sign_ins", customer, remembered, HALF_SIGN_IN_MS);
  }

  find(token: string): Promise<Session | null> {
    return this.#select("sessions", token);
  }

  findHalf(token: string): Promise<Session | null> {
    return this.#select("half_sign_ins", token);
  }

  async end(token: string): Promise<void> {
    await this.#database.run("DELETE FROM sessions WHERE token_hash = ?", [hashOf(token)]);
  }

  async endHalf(token: string): Promise<void> {
    await this.#database.run("DELETE FROM half_sign_ins WHERE token_hash = ?", [hashOf(token)]);
  }

  async #insert(
    table: SessionTable,
    customer: Customer,
    remembered: boolean,
    ms: number,
  ): Promise<Session> {
    const token = randomBytes(32).toString("base64url");
    const expiresAtMs = this.#clock.now() + ms;
    await this.#database.run(
      `INSERT INTO ${table} (token_hash, customer_id, remembered, expires_at) VALUES (?, ?, ?, ?)`,
      [hashOf(token), customer.id, remembered ? 1 : 0, expiresAtMs],
    );
    return { token, customer, remembered, expiresAtMs };
  }

  #select(table: SessionTable, token: string): Promise<Session | null> {
    return this.#database.first(
      `SELECT * FROM ${table} JOIN customers ON customers.id = customer_id
       WHERE token_hash = ? AND expires_at > ?`,
      [hashOf(token), this.#clock.now()],
      (row) => ({
        token,
        customer: toCustomer(row),
        remembered: number(row, "remembered") === 1,
        expiresAtMs: number(row, "expires_at"),
      }),
    );
  }
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
