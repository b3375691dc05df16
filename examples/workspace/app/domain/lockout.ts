/**
 * Five wrong passwords in a row lock an email for 15 minutes from the fifth. Emails nobody
 * registered lock as well, or the lock would tell who is a customer. Failures are forgotten after
 * 15 minutes and by a sign-in; tries while locked do not count, so nobody is locked out for ever.
 */
import type { Clock } from "./clock.ts";
import { normalEmail } from "./customers.ts";
import { type Database, number } from "./database.ts";
import type { Honesty } from "./honesty.ts";
import { Refusal } from "./refusal.ts";

const FAILURES_UNTIL_LOCKED = 5;
const LOCKED_MS = 15 * 60 * 1000;

export class Lockout {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #honesty: Honesty;

  constructor(database: Database, clock: Clock, honesty: Honesty) {
    this.#database = database;
    this.#clock = clock;
    this.#honesty = honesty;
  }

  async refuseWhenLocked(email: string): Promise<void> {
    const remainingMs = await this.#remainingMs(email);
    if (remainingMs <= 0 || this.#honesty.tells("forget-lockout")) return;
    const minutes = Math.ceil(remainingMs / 60_000);
    throw new Refusal(
      "locked",
      `Too many wrong passwords. Try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`,
      { retryAfterSeconds: Math.ceil(remainingMs / 1000) },
    );
  }

  async countFailure(email: string): Promise<void> {
    const now = this.#clock.now();
    // One statement, so that failures that arrive together are all counted.
    await this.#database.run(
      `INSERT INTO failed_sign_ins (email, failures, last_failed_at) VALUES (?1, 1, ?2)
       ON CONFLICT (email) DO UPDATE SET
         failures = CASE WHEN last_failed_at <= ?3 THEN 1 ELSE failures + 1 END,
         last_failed_at = ?2`,
      [normalEmail(email), now, now - LOCKED_MS],
    );
  }

  async forgive(email: string): Promise<void> {
    await this.#database.run("DELETE FROM failed_sign_ins WHERE email = ?", [normalEmail(email)]);
  }

  async #remainingMs(email: string): Promise<number> {
    const lastFailedAtMs = await this.#database.first(
      "SELECT last_failed_at FROM failed_sign_ins WHERE email = ? AND failures >= ?",
      [normalEmail(email), FAILURES_UNTIL_LOCKED],
      (row) => number(row, "last_failed_at"),
    );
    return lastFailedAtMs === null ? 0 : lastFailedAtMs + LOCKED_MS - this.#clock.now();
  }
}
