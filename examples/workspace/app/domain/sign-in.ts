/**
 * Decides who may sign in: password, lock-out, second factor. Starts no session. A wrong email and
 * a wrong password give the same answer after the same work.
 */
import type { Clock } from "./clock.ts";
import type { Credentials, Customer, Customers } from "./customers.ts";
import type { Database } from "./database.ts";
import type { Lockout } from "./lockout.ts";
import { isPassword, NOBODYS_HASH } from "./passwords.ts";
import { Refusal, refuseField } from "./refusal.ts";
import { stepOfCode } from "./totp.ts";

export class SignIn {
  readonly #customers: Customers;
  readonly #lockout: Lockout;
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(customers: Customers, lockout: Lockout, database: Database, clock: Clock) {
    this.#customers = customers;
    this.#lockout = lockout;
    this.#database = database;
    this.#clock = clock;
  }

  /** The customer whose password this is; a second factor may still be needed. */
  async checkPassword(email: string, password: string): Promise<Customer> {
    await this.#lockout.refuseWhenLocked(email);
    const found = await this.#customers.findCredentials(email);
    const hash = found?.[1].passwordHash ?? NOBODYS_HASH;
    const right = await isPassword(password, hash);
    if (!right || found === null) return await this.#refuse(email, wrongCredentials());
    // Again, for guesses that were sent all at once and overtook the counting.
    await this.#lockout.refuseWhenLocked(email);
    const [customer] = found;
    if (!customer.hasSecondFactor) await this.#lockout.forgive(email);
    return customer;
  }

  /** Each code is good for one sign-in (RFC 6238, 5.2); a wrong one counts like a wrong password. */
  async checkCode(customer: Customer, code: string): Promise<void> {
    await this.#lockout.refuseWhenLocked(customer.email);
    const found = await this.#customers.findCredentials(customer.email);
    const step = found === null ? null : unusedStep(found[1], code, this.#clock.now());
    if (step === null || !(await this.#use(customer, step))) {
      await this.#refuse(customer.email, wrongCode());
    }
    await this.#lockout.forgive(customer.email);
  }

  async #refuse(email: string, refusal: Refusal): Promise<never> {
    await this.#lockout.countFailure(email);
    throw refusal;
  }

  async #use(customer: Customer, step: number): Promise<boolean> {
    const sql = "UPDATE customers SET last_code_step = ?1 WHERE id = ?2 AND last_code_step < ?1";
    return (await this.#database.run(sql, [step, customer.id])) === 1;
  }
}

function unusedStep(credentials: Credentials, code: string, nowMs: number): number | null {
  const { secondFactorSecret: secret, lastCodeStep } = credentials;
  const step = secret === null ? null : stepOfCode(secret, code.replaceAll(" ", ""), nowMs);
  return step !== null && step > lastCodeStep ? step : null;
}

function wrongCredentials(): Refusal {
  return new Refusal("wrong-credentials", "Email or password is wrong.");
}

function wrongCode(): Refusal {
  return refuseField("code", "This code is wrong or has been used.", "wrong-code");
}
