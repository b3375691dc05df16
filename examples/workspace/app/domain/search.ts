/** Search over the projects a customer is a member of, with their notes and files. */
import type { Row } from "@libsql/client";
import type { Customer } from "./customers.ts";
import { type Database, text } from "./database.ts";

/** More than a person reads; whoever gets this many types another word. */
const MAX_HITS = 50;
const EXCERPT_LENGTH = 140;

export interface Hit {
  readonly kind: "project" | "note" | "file";
  readonly id: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly title: string;
  readonly excerpt: string;
}

const FIND = `
WITH mine AS (
  SELECT projects.* FROM projects JOIN members ON members.project_id = projects.id
  WHERE members.email = ?1
)
SELECT 1 AS rank, 'project' AS kind, id, id AS project_id, name AS project_name, name AS title, description AS body
  FROM mine WHERE name LIKE ?2 ESCAPE '\\' OR description LIKE ?2 ESCAPE '\\'
UNION ALL
SELECT 2, 'note', notes.id, mine.id, mine.name, title, text
  FROM notes JOIN mine ON mine.id = notes.project_id
  WHERE title LIKE ?2 ESCAPE '\\' OR text LIKE ?2 ESCAPE '\\'
UNION ALL
SELECT 3, 'file', files.id, mine.id, mine.name, files.name, ''
  FROM files JOIN mine ON mine.id = files.project_id
  WHERE files.name LIKE ?2 ESCAPE '\\'
ORDER BY rank, title COLLATE NOCASE LIMIT ${MAX_HITS}`;

export class Search {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Projects first, then notes, then files. Upper and lower case are the same. */
  find(customer: Customer, words: string): Promise<readonly Hit[]> {
    const query = words.trim();
    if (query === "") return Promise.resolve([]);
    const pattern = `%${query.replace(/[\\%_]/g, "\\$&")}%`;
    return this.#database.all(FIND, [customer.email, pattern], (row) => toHit(row, query));
  }
}

function toHit(row: Row, query: string): Hit {
  return {
    kind: toKind(text(row, "kind")),
    id: text(row, "id"),
    projectId: text(row, "project_id"),
    projectName: text(row, "project_name"),
    title: text(row, "title"),
    excerpt: excerptAround(text(row, "body"), query),
  };
}

function toKind(kind: string): Hit["kind"] {
  return kind === "project" || kind === "note" ? kind : "file";
}

/** The part of the text where the query stands, cut to a line or two. */
function excerptAround(body: string, query: string): string {
  if (body.length <= EXCERPT_LENGTH) return body;
  const at = Math.max(0, body.toLowerCase().indexOf(query.toLowerCase()));
  const start = Math.max(0, Math.min(at - EXCERPT_LENGTH / 2, body.length - EXCERPT_LENGTH));
  const end = start + EXCERPT_LENGTH;
  return `${start > 0 ? "…" : ""}${body.slice(start, end).trim()}${end < body.length ? "…" : ""}`;
}
