/**
 * Projects as one customer sees them: each carries the role that the customer has in it. For
 * anybody else a project does not exist.
 */
import { randomUUID } from "node:crypto";
import type { InArgs, InStatement } from "@libsql/client";
import type { Clock } from "./clock.ts";
import type { Customer } from "./customers.ts";
import type { Database } from "./database.ts";
import type { Honesty } from "./honesty.ts";
import {
  DEFAULT_STATUS,
  type Page,
  type PageRequest,
  type Project,
  type ProjectInput,
  toProject,
} from "./project.ts";
import { Refusal, refuseMissing } from "./refusal.ts";
import { type Action, refuseUnless } from "./roles.ts";

export class Projects {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #honesty: Honesty;

  constructor(database: Database, clock: Clock, honesty: Honesty) {
    this.#database = database;
    this.#clock = clock;
    this.#honesty = honesty;
  }

  /** Newest first. */
  async list(customer: Customer, { limit, before }: PageRequest): Promise<Page<Project>> {
    const projects = await this.#database.all(
      `${this.#visible()} WHERE seq < ?2 ORDER BY seq DESC LIMIT ?3`,
      [customer.email, before ?? Number.MAX_SAFE_INTEGER, limit + 1],
      toProject,
    );
    const items = projects.slice(0, limit);
    const nextBefore = projects.length > limit ? (items.at(-1)?.seq ?? null) : null;
    return { items, nextBefore };
  }

  /** The project, when the customer may do this with it. */
  async find(customer: Customer, id: string, action: Action = "read"): Promise<Project> {
    const project = await this.#see(customer, id);
    if (project === null) throw refuseMissing("project");
    refuseUnless(project.role, action, this.#honesty);
    return project;
  }

  async isVisible(customer: Customer, id: string): Promise<boolean> {
    return (await this.#see(customer, id)) !== null;
  }

  async create(customer: Customer, input: ProjectInput): Promise<Project> {
    const now = this.#clock.now();
    const project: Project = {
      ...filled(input),
      id: randomUUID(),
      seq: 0,
      version: 1,
      role: "owner",
      createdAtMs: now,
      updatedAtMs: now,
    };
    await this.#save([insertProject(project), insertOwner(project, customer)]);
    return project;
  }

  /** Changes the fields given. `ifVersion` refuses when someone else was faster. */
  async change(
    customer: Customer,
    id: string,
    input: Partial<ProjectInput>,
    ifVersion?: IfVersion,
  ): Promise<Project> {
    const before = await this.find(customer, id, "edit");
    ifVersion?.(before);
    const after = {
      ...before,
      ...trimmed(input),
      version: before.version + 1,
      updatedAtMs: this.#clock.now(),
    };
    const args: InArgs = [
      after.name,
      after.description,
      after.status,
      after.version,
      after.updatedAtMs,
      id,
    ];
    const sql =
      "UPDATE projects SET name = ?, description = ?, status = ?, version = ?, updated_at = ? WHERE id = ?";
    await this.#save([{ sql, args }]);
    return after;
  }

  replace(
    customer: Customer,
    id: string,
    input: ProjectInput,
    ifVersion?: IfVersion,
  ): Promise<Project> {
    return this.change(customer, id, filled(input), ifVersion);
  }

  async delete(customer: Customer, id: string, ifVersion?: IfVersion): Promise<void> {
    ifVersion?.(await this.find(customer, id, "delete"));
    await this.#save([{ sql: "DELETE FROM projects WHERE id = ?", args: [id] }]);
  }

  #see(customer: Customer, id: string): Promise<Project | null> {
    const sql = `${this.#visible()} WHERE projects.id = ?2`;
    return this.#database.first(sql, [customer.email, id], toProject);
  }

  async #save(statements: InStatement[]): Promise<void> {
    if (this.#honesty.tells("claim-success-without-saving")) return;
    await this.#database.together(statements);
  }

  #visible(): string {
    const join = this.#honesty.tells("show-foreign-projects") ? "LEFT JOIN" : "JOIN";
    return `SELECT projects.*, coalesce(role, 'guest') AS role FROM projects
      ${join} members ON members.project_id = projects.id AND members.email = ?1`;
  }
}

export type IfVersion = (project: Project) => void;

export function refuseChanged(): Refusal {
  return new Refusal(
    "changed-meanwhile",
    "Somebody changed this project after you read it. Read it again.",
  );
}

function filled(input: ProjectInput): Required<ProjectInput> {
  return { description: "", status: DEFAULT_STATUS, ...trimmed(input), name: input.name.trim() };
}

function trimmed(input: Partial<ProjectInput>): Partial<ProjectInput> {
  const { name, description } = input;
  return {
    ...input,
    ...(name !== undefined && { name: name.trim() }),
    ...(description !== undefined && { description: description.trim() }),
  };
}

function insertProject(project: Project): InStatement {
  const { id, name, description, status, version, createdAtMs, updatedAtMs } = project;
  return {
    sql: `INSERT INTO projects (id, name, description, status, version, created_at, updated_at)
          VALUES (?, ?, ?, ?, ?, ?, ?)`,
    args: [id, name, description, status, version, createdAtMs, updatedAtMs],
  };
}

function insertOwner(project: Project, owner: Customer): InStatement {
  return {
    sql: `INSERT INTO members (id, project_id, email, role, added_at) VALUES (?, ?, ?, 'owner', ?)`,
    args: [randomUUID(), project.id, owner.email, project.createdAtMs],
  };
}
