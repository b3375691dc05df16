/**
 * The embedded database: one SQLite file in the data folder. Rows leave it only through a mapping
 * function, which checks each column it reads.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Client, createClient, type InArgs, type InStatement, type Row } from "@libsql/client";
import { TABLES } from "./tables.ts";

export class Database {
  readonly #client: Client;

  private constructor(client: Client) {
    this.#client = client;
  }

  /** Opens the database in the folder, which must exist, and makes the tables that are missing. */
  static async open(folder: string): Promise<Database> {
    const client = createClient({ url: pathToFileURL(join(folder, "workspace.db")).href });
    // WAL with NORMAL keeps every committed change when the process dies, and saves a disk flush
    // per write; only a power cut could lose the newest ones.
    await client.execute("PRAGMA journal_mode = WAL");
    await client.execute("PRAGMA synchronous = NORMAL");
    await client.execute("PRAGMA foreign_keys = ON");
    await client.executeMultiple(TABLES);
    return new Database(client);
  }

  async all<T>(sql: string, args: InArgs, map: (row: Row) => T): Promise<readonly T[]> {
    const { rows } = await this.#client.execute({ sql, args });
    return rows.map(map);
  }

  async first<T>(sql: string, args: InArgs, map: (row: Row) => T): Promise<T | null> {
    const { rows } = await this.#client.execute({ sql, args });
    const [row] = rows;
    return row === undefined ? null : map(row);
  }

  /** Runs one change and tells how many rows it touched. */
  async run(sql: string, args: InArgs = []): Promise<number> {
    const { rowsAffected } = await this.#client.execute({ sql, args });
    return rowsAffected;
  }

  /** Runs all changes or none of them. */
  async together(statements: InStatement[]): Promise<void> {
    await this.#client.batch(statements, "write");
  }

  close(): void {
    this.#client.close();
  }
}

export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== "string") throw new TypeError(`column ${column} is no text`);
  return value;
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : text(row, column);
}

export function number(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== "number") throw new TypeError(`column ${column} is no number`);
  return value;
}

/** True when a change failed because a value that must be unique is there already. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Error && error.message.includes("UNIQUE constraint failed");
}
