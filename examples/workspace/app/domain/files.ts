/**
 * Files in a project: what they are called is in the database, what is in them is in the data
 * folder under their id, so a name that a customer chose never becomes a path.
 */
import { randomUUID } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Row } from "@libsql/client";
import type { Clock } from "./clock.ts";
import type { Customer } from "./customers.ts";
import { type Database, number, text } from "./database.ts";
import type { Projects } from "./projects.ts";
import { refuseMissing } from "./refusal.ts";

/** Uploads are held in memory while they are checked. */
export const MAX_FILE_BYTES = 2 * 1024 * 1024;

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly sizeBytes: number;
  readonly uploadedBy: string;
  readonly uploadedAtMs: number;
}

export interface Upload {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

export class Files {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #projects: Projects;
  readonly #folder: string;

  constructor(database: Database, clock: Clock, projects: Projects, dataFolder: string) {
    this.#database = database;
    this.#clock = clock;
    this.#projects = projects;
    this.#folder = join(dataFolder, "files");
  }

  async list(customer: Customer, projectId: string): Promise<readonly StoredFile[]> {
    await this.#projects.find(customer, projectId);
    return this.ofProject(projectId);
  }

  /** Newest first. Asks nobody's leave: for share links, which are their own permission. */
  ofProject(projectId: string): Promise<readonly StoredFile[]> {
    const sql = "SELECT * FROM files WHERE project_id = ? ORDER BY uploaded_at DESC, rowid DESC";
    return this.#database.all(sql, [projectId], toStoredFile);
  }

  async add(customer: Customer, projectId: string, upload: Upload): Promise<StoredFile> {
    await this.#projects.find(customer, projectId, "upload");
    const file: StoredFile = {
      id: randomUUID(),
      name: upload.name,
      type: upload.type,
      sizeBytes: upload.content.length,
      uploadedBy: customer.email,
      uploadedAtMs: this.#clock.now(),
    };
    await mkdir(this.#folder, { recursive: true });
    // Content first: a crash in between leaves a stray file, never a name without content.
    await writeFile(join(this.#folder, file.id), upload.content);
    await this.#database.run(
      `INSERT INTO files (id, project_id, name, type, size, uploaded_by, uploaded_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [
        file.id,
        projectId,
        file.name,
        file.type,
        file.sizeBytes,
        file.uploadedBy,
        file.uploadedAtMs,
      ],
    );
    return file;
  }

  async read(projectId: string, fileId: string): Promise<readonly [StoredFile, Buffer]> {
    const sql = "SELECT * FROM files WHERE project_id = ? AND id = ?";
    const file = await this.#database.first(sql, [projectId, fileId], toStoredFile);
    if (file === null) throw refuseMissing("file");
    return [file, await readFile(join(this.#folder, file.id))];
  }

  async download(
    customer: Customer,
    projectId: string,
    fileId: string,
  ): Promise<readonly [StoredFile, Buffer]> {
    await this.#projects.find(customer, projectId);
    return this.read(projectId, fileId);
  }

  async delete(customer: Customer, projectId: string, fileId: string): Promise<void> {
    await this.#projects.find(customer, projectId, "upload");
    const sql = "DELETE FROM files WHERE project_id = ? AND id = ?";
    if ((await this.#database.run(sql, [projectId, fileId])) === 0) throw refuseMissing("file");
    await this.discard([fileId]);
  }

  /** Removes contents whose names are gone already. */
  async discard(fileIds: readonly string[]): Promise<void> {
    await Promise.all(fileIds.map((id) => rm(join(this.#folder, id), { force: true })));
  }

  async discardAll(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function toStoredFile(row: Row): StoredFile {
  return {
    id: text(row, "id"),
    name: text(row, "name"),
    type: text(row, "type"),
    sizeBytes: number(row, "size"),
    uploadedBy: text(row, "uploaded_by"),
    uploadedAtMs: number(row, "uploaded_at"),
  };
}
