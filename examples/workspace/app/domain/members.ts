/**
 * Who may see a project, by email. An invitation is a membership that waits until someone
 * registers with that email. A project always keeps an owner.
 */
import { randomUUID } from "node:crypto";
import type { Row } from "@libsql/client";
import type { Clock } from "./clock.ts";
import { type Customer, normalEmail } from "./customers.ts";
import { type Database, isDuplicate, number, text } from "./database.ts";
import type { Projects } from "./projects.ts";
import { Refusal, refuseField, refuseMissing } from "./refusal.ts";
import { type Role, toRole } from "./roles.ts";

export interface Member {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly addedAtMs: number;
}

export interface Invitation {
  readonly email: string;
  readonly role: Role;
}

export class Members {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #projects: Projects;

  constructor(database: Database, clock: Clock, projects: Projects) {
    this.#database = database;
    this.#clock = clock;
    this.#projects = projects;
  }

  async list(customer: Customer, projectId: string): Promise<readonly Member[]> {
    await this.#projects.find(customer, projectId);
    const sql = "SELECT * FROM members WHERE project_id = ? ORDER BY added_at, rowid";
    return this.#database.all(sql, [projectId], toMember);
  }

  async read(customer: Customer, projectId: string, memberId: string): Promise<Member> {
    await this.#projects.find(customer, projectId);
    return this.#find(projectId, memberId);
  }

  async invite(customer: Customer, projectId: string, invitation: Invitation): Promise<Member> {
    await this.#projects.find(customer, projectId, "invite");
    const { role } = invitation;
    const member = {
      id: randomUUID(),
      email: normalEmail(invitation.email),
      role,
      addedAtMs: this.#clock.now(),
    };
    try {
      await this.#database.run(
        "INSERT INTO members (id, project_id, email, role, added_at) VALUES (?, ?, ?, ?, ?)",
        [member.id, projectId, member.email, role, member.addedAtMs],
      );
    } catch (error) {
      throw isDuplicate(error)
        ? refuseField("email", "This person is already a member.", "conflict")
        : error;
    }
    return member;
  }

  async changeRole(
    customer: Customer,
    projectId: string,
    memberId: string,
    role: Role,
  ): Promise<Member> {
    await this.#projects.find(customer, projectId, "invite");
    const member = await this.#find(projectId, memberId);
    if (role !== "owner") await this.#refuseLastOwner(projectId, member);
    await this.#database.run("UPDATE members SET role = ? WHERE id = ?", [role, memberId]);
    return { ...member, role };
  }

  /** Owners remove anybody; anybody may leave. */
  async remove(customer: Customer, projectId: string, memberId: string): Promise<void> {
    await this.#projects.find(customer, projectId);
    const member = await this.#find(projectId, memberId);
    if (member.email !== customer.email) await this.#projects.find(customer, projectId, "invite");
    await this.#refuseLastOwner(projectId, member);
    await this.#database.run("DELETE FROM members WHERE id = ?", [memberId]);
  }

  async #find(projectId: string, memberId: string): Promise<Member> {
    const sql = "SELECT * FROM members WHERE project_id = ? AND id = ?";
    const member = await this.#database.first(sql, [projectId, memberId], toMember);
    if (member === null) throw refuseMissing("member");
    return member;
  }

  async #refuseLastOwner(projectId: string, member: Member): Promise<void> {
    if (member.role !== "owner") return;
    const sql = "SELECT count(*) AS owners FROM members WHERE project_id = ? AND role = 'owner'";
    const owners = await this.#database.first(sql, [projectId], (row) => number(row, "owners"));
    if (owners === 1) throw new Refusal("conflict", "A project needs at least one owner.");
  }
}

function toMember(row: Row): Member {
  return {
    id: text(row, "id"),
    email: text(row, "email"),
    role: toRole(text(row, "role")),
    addedAtMs: number(row, "added_at"),
  };
}
