/** What the API answers, as the named schemas of the OpenAPI document. */
import { STATUSES } from "../domain/project.ts";
import { ROLES } from "../domain/roles.ts";

const id = { type: "string", format: "uuid" } as const;
const time = { type: "string", format: "date-time" } as const;
const text = { type: "string" } as const;
const role = { type: "string", enum: ROLES } as const;

export const schemas = [
  named("FieldError", { field: text, message: text }),
  named("Problem", {
    type: text,
    title: text,
    status: { type: "integer" },
    detail: text,
    errors: listOf("FieldError"),
  }),
  named("Customer", {
    id,
    email: text,
    name: text,
    secondFactor: { type: "boolean" },
    createdAt: time,
  }),
  named("Session", { token: text, expiresAt: time, customer: refTo("Customer") }),
  named("SecondFactorOffer", { secret: text, uri: text }),
  named("Project", {
    id,
    name: text,
    description: text,
    status: { type: "string", enum: STATUSES },
    role,
    createdAt: time,
    updatedAt: time,
  }),
  named("ProjectPage", { items: listOf("Project"), nextCursor: { type: ["string", "null"] } }),
  named("Member", { id, email: text, role, addedAt: time }),
  named("Note", { id, title: text, text, author: text, createdAt: time }),
  named("File", {
    id,
    name: text,
    type: text,
    sizeBytes: { type: "integer" },
    uploadedBy: text,
    uploadedAt: time,
  }),
  named("ShareLink", { id, token: text, url: text, createdAt: time }),
  named("SharedProject", {
    name: text,
    description: text,
    status: { type: "string", enum: STATUSES },
    notes: listOf("Note"),
    files: listOf("File"),
  }),
  named("Hit", {
    kind: { type: "string", enum: ["project", "note", "file"] },
    id,
    projectId: id,
    projectName: text,
    title: text,
    excerpt: text,
    url: text,
  }),
  named("Health", { status: { type: "string", enum: ["ok"] }, time }),
] as const;

export function refTo(name: string) {
  return { $ref: `${name}#` };
}

function listOf(name: string) {
  return { type: "array", items: refTo(name) } as const;
}

/** A list in an object, so that it can grow a sibling (a cursor, a total) without breaking anyone. */
export function itemsOf(name: string) {
  return { type: "object", required: ["items"], properties: { items: listOf(name) } } as const;
}

function named(name: string, properties: Record<string, object>) {
  return { $id: name, type: "object", required: Object.keys(properties), properties } as const;
}
