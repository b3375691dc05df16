/** Who uses the product. Knows how customers are kept, not how they sign in. */
import { randomUUID } from "node:crypto";
import type { Row } from "@libsql/client";
import type { Clock } from "./clock.ts";
import { type Database, isDuplicate, number, text, textOrNull } from "./database.ts";
import { hashPassword } from "./passwords.ts";
import { refuseField } from "./refusal.ts";

export interface Customer {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly hasSecondFactor: boolean;
  readonly createdAtMs: number;
}

/** What only sign-in may see. */
export interface Credentials {
  readonly passwordHash: string;
  readonly secondFactorSecret: string | null;
  readonly lastCodeStep: number;
}

export interface Registration {
  readonly email: string;
  readonly password: string;
  readonly name?: string;
}

export class Customers {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Refuses an email that is taken; case and blanks around it make no difference. */
  async register(registration: Registration): Promise<Customer> {
    const customer = this.#newCustomer(registration);
    const hash = await hashPassword(registration.password);
    try {
      await this.#database.run(
        "INSERT INTO customers (id, email, name, password_hash, created_at) VALUES (?, ?, ?, ?, ?)",
        [customer.id, customer.email, customer.name, hash, customer.createdAtMs],
      );
    } catch (error) {
      if (isDuplicate(error))
        throw refuseField("email", "This email is already registered.", "conflict");
      throw error;
    }
    return customer;
  }

  findCredentials(email: string): Promise<readonly [Customer, Credentials] | null> {
    const sql = "SELECT * FROM customers WHERE email = ?";
    return this.#database.first(sql, [normalEmail(email)], (row) => [
      toCustomer(row),
      toCredentials(row),
    ]);
  }

  async rename(customer: Customer, name: string): Promise<Customer> {
    const trimmed = name.trim();
    await this.#database.run("UPDATE customers SET name = ? WHERE id = ?", [trimmed, customer.id]);
    return { ...customer, name: trimmed };
  }

  #newCustomer({ email, name }: Registration): Customer {
    return {
      id: randomUUID(),
      email: normalEmail(email),
      name: name?.trim() ?? "",
      hasSecondFactor: false,
      createdAtMs: this.#clock.now(),
    };
  }
}

export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

export function toCustomer(row: Row): Customer {
  return {
    id: text(row, "id"),
    email: text(row, "email"),
    name: text(row, "name"),
    hasSecondFactor: textOrNull(row, "second_factor_secret") !== null,
    createdAtMs: number(row, "created_at"),
  };
}

function toCredentials(row: Row): Credentials {
  return {
    passwordHash: text(row, "password_hash"),
    secondFactorSecret: textOrNull(row, "second_factor_secret"),
    lastCodeStep: number(row, "last_code_step"),
  };
}
