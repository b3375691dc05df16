/** Turning the second factor on and off. The offered secret counts only once a code proved it. */
import type { Clock } from "./clock.ts";
import type { Customer } from "./customers.ts";
import { type Database, textOrNull } from "./database.ts";
import { Refusal, refuseField } from "./refusal.ts";
import type { SignIn } from "./sign-in.ts";
import { newSecret, setUpAddress, stepOfCode } from "./totp.ts";

export interface SecondFactorOffer {
  readonly secret: string;
  readonly uri: string;
}

export class SecondFactor {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #signIn: SignIn;

  constructor(database: Database, clock: Clock, signIn: SignIn) {
    this.#database = database;
    this.#clock = clock;
    this.#signIn = signIn;
  }

  async offer(customer: Customer): Promise<SecondFactorOffer> {
    if (customer.hasSecondFactor) throw alreadyOn();
    const secret = newSecret();
    await this.#database.run("UPDATE customers SET offered_secret = ? WHERE id = ?", [
      secret,
      customer.id,
    ]);
    return { secret, uri: setUpAddress(secret, customer.email) };
  }

  /** The offer that waits for its first code, if any. */
  async openOffer(customer: Customer): Promise<SecondFactorOffer | null> {
    const secret = await this.#database.first(
      "SELECT offered_secret FROM customers WHERE id = ?",
      [customer.id],
      (row) => textOrNull(row, "offered_secret"),
    );
    return secret === null ? null : { secret, uri: setUpAddress(secret, customer.email) };
  }

  async confirm(customer: Customer, code: string): Promise<void> {
    if (customer.hasSecondFactor) throw alreadyOn();
    const offer = await this.openOffer(customer);
    if (offer === null) throw new Refusal("conflict", "Start the set-up first.");
    if (stepOfCode(offer.secret, code.replaceAll(" ", ""), this.#clock.now()) === null) {
      throw refuseField(
        "code",
        "This code is wrong. Check the time of your phone and try the next one.",
      );
    }
    await this.#database.run(
      "UPDATE customers SET second_factor_secret = ?, offered_secret = NULL WHERE id = ?",
      [offer.secret, customer.id],
    );
  }

  /** Asks for the password, so that a session left open is not enough. */
  async turnOff(customer: Customer, password: string): Promise<void> {
    await this.#confirmPassword(customer, password);
    await this.#database.run(
      "UPDATE customers SET second_factor_secret = NULL, offered_secret = NULL, last_code_step = 0 WHERE id = ?",
      [customer.id],
    );
  }

  async #confirmPassword(customer: Customer, password: string): Promise<void> {
    try {
      await this.#signIn.checkPassword(customer.email, password);
    } catch (error) {
      const wrong = error instanceof Refusal && error.kind === "wrong-credentials";
      throw wrong ? refuseField("password", "This is not your password.") : error;
    }
  }
}

function alreadyOn(): Refusal {
  return new Refusal("conflict", "The second factor is already on.");
}
