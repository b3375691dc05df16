/** Short texts in a project. */
import { randomUUID } from "node:crypto";
import type { Row } from "@libsql/client";
import type { Clock } from "./clock.ts";
import type { Customer } from "./customers.ts";
import { type Database, number, text } from "./database.ts";
import type { Projects } from "./projects.ts";
import { refuseMissing } from "./refusal.ts";

export interface Note {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly author: string;
  readonly createdAtMs: number;
}

export interface NoteInput {
  readonly title: string;
  readonly text?: string;
}

export class Notes {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #projects: Projects;

  constructor(database: Database, clock: Clock, projects: Projects) {
    this.#database = database;
    this.#clock = clock;
    this.#projects = projects;
  }

  async list(customer: Customer, projectId: string): Promise<readonly Note[]> {
    await this.#projects.find(customer, projectId);
    return this.ofProject(projectId);
  }

  /** Newest first. Asks nobody's leave: for share links, which are their own permission. */
  ofProject(projectId: string): Promise<readonly Note[]> {
    const sql = "SELECT * FROM notes WHERE project_id = ? ORDER BY created_at DESC, rowid DESC";
    return this.#database.all(sql, [projectId], toNote);
  }

  async read(customer: Customer, projectId: string, noteId: string): Promise<Note> {
    await this.#projects.find(customer, projectId);
    const sql = "SELECT * FROM notes WHERE project_id = ? AND id = ?";
    const note = await this.#database.first(sql, [projectId, noteId], toNote);
    if (note === null) throw refuseMissing("note");
    return note;
  }

  async add(customer: Customer, projectId: string, input: NoteInput): Promise<Note> {
    await this.#projects.find(customer, projectId, "edit");
    const note: Note = {
      id: randomUUID(),
      title: input.title.trim(),
      text: input.text?.trim() ?? "",
      author: customer.email,
      createdAtMs: this.#clock.now(),
    };
    await this.#database.run(
      "INSERT INTO notes (id, project_id, title, text, author, created_at) VALUES (?, ?, ?, ?, ?, ?)",
      [note.id, projectId, note.title, note.text, note.author, note.createdAtMs],
    );
    return note;
  }

  async delete(customer: Customer, projectId: string, noteId: string): Promise<void> {
    await this.#projects.find(customer, projectId, "edit");
    const sql = "DELETE FROM notes WHERE project_id = ? AND id = ?";
    if ((await this.#database.run(sql, [projectId, noteId])) === 0) throw refuseMissing("note");
  }
}

function toNote(row: Row): Note {
  return {
    id: text(row, "id"),
    title: text(row, "title"),
    text: text(row, "text"),
    author: text(row, "author"),
    createdAtMs: number(row, "created_at"),
  };
}
