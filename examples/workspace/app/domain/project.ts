/** The project as a value, and pages of values. Knows no database beyond the row it is read from. */
import type { Row } from "@libsql/client";
import { number, text } from "./database.ts";
import { type Role, toRole } from "./roles.ts";

export const STATUSES = ["active", "paused", "done"] as const;
export type Status = (typeof STATUSES)[number];
export const DEFAULT_STATUS: Status = "active";

export interface Project {
  readonly id: string;
  /** Grows with each new project; what pages are ordered by. */
  readonly seq: number;
  readonly name: string;
  readonly description: string;
  readonly status: Status;
  /** Grows with each change. */
  readonly version: number;
  readonly role: Role;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

export interface ProjectInput {
  readonly name: string;
  readonly description?: string;
  readonly status?: Status;
}

export interface PageRequest {
  readonly limit: number;
  readonly before: number | null;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextBefore: number | null;
}

export function toProject(row: Row): Project {
  return {
    id: text(row, "id"),
    seq: number(row, "seq"),
    name: text(row, "name"),
    description: text(row, "description"),
    status: toStatus(text(row, "status")),
    version: number(row, "version"),
    role: toRole(text(row, "role")),
    createdAtMs: number(row, "created_at"),
    updatedAtMs: number(row, "updated_at"),
  };
}

export function toStatus(value: string): Status {
  return STATUSES.find((status) => status === value) ?? DEFAULT_STATUS;
}
