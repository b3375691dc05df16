/** Links that let anybody who has one read a project, until an owner revokes them. */
import { randomBytes, randomUUID } from "node:crypto";
import type { Row } from "@libsql/client";
import type { Clock } from "./clock.ts";
import type { Customer } from "./customers.ts";
import { type Database, number, text } from "./database.ts";
import { type Project, toProject } from "./project.ts";
import type { Projects } from "./projects.ts";
import { refuseMissing } from "./refusal.ts";

export interface ShareLink {
  readonly id: string;
  readonly token: string;
  readonly createdAtMs: number;
}

export class ShareLinks {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #projects: Projects;

  constructor(database: Database, clock: Clock, projects: Projects) {
    this.#database = database;
    this.#clock = clock;
    this.#projects = projects;
  }

  async list(customer: Customer, projectId: string): Promise<readonly ShareLink[]> {
    await this.#projects.find(customer, projectId, "share");
    const sql = "SELECT * FROM share_links WHERE project_id = ? ORDER BY created_at, rowid";
    return this.#database.all(sql, [projectId], toShareLink);
  }

  async read(customer: Customer, projectId: string, linkId: string): Promise<ShareLink> {
    const links = await this.list(customer, projectId);
    const link = links.find(({ id }) => id === linkId);
    if (link === undefined) throw refuseMissing("share link");
    return link;
  }

  async create(customer: Customer, projectId: string): Promise<ShareLink> {
    await this.#projects.find(customer, projectId, "share");
    const token = randomBytes(18).toString("base64url");
    const link = { id: randomUUID(), token, createdAtMs: this.#clock.now() };
    await this.#database.run(
      "INSERT INTO share_links (id, project_id, token, created_at) VALUES (?, ?, ?, ?)",
      [link.id, projectId, link.token, link.createdAtMs],
    );
    return link;
  }

  async revoke(customer: Customer, projectId: string, linkId: string): Promise<void> {
    await this.#projects.find(customer, projectId, "share");
    const sql = "DELETE FROM share_links WHERE project_id = ? AND id = ?";
    if ((await this.#database.run(sql, [projectId, linkId])) === 0)
      throw refuseMissing("share link");
  }

  /** The project behind a link, as a guest sees it. */
  async open(token: string): Promise<Project> {
    const project = await this.#database.first(
      `SELECT projects.*, 'guest' AS role FROM projects
       JOIN share_links ON share_links.project_id = projects.id WHERE token = ?`,
      [token],
      toProject,
    );
    if (project === null) throw refuseMissing("share link");
    return project;
  }
}

function toShareLink(row: Row): ShareLink {
  return { id: text(row, "id"), token: text(row, "token"), createdAtMs: number(row, "created_at") };
}
