/** How domain values look in JSON: times as ISO 8601, sizes in bytes, addresses ready to follow. */
import type { FastifyRequest } from "fastify";
import type { Customer } from "../domain/customers.ts";
import type { StoredFile } from "../domain/files.ts";
import type { Member } from "../domain/members.ts";
import type { Note } from "../domain/notes.ts";
import type { Project } from "../domain/project.ts";
import type { Hit } from "../domain/search.ts";
import type { Session } from "../domain/sessions.ts";
import type { ShareLink } from "../domain/share-links.ts";

export function customerAnswer({ id, email, name, hasSecondFactor, createdAtMs }: Customer) {
  return { id, email, name, secondFactor: hasSecondFactor, createdAt: iso(createdAtMs) };
}

export function sessionAnswer({ token, expiresAtMs, customer }: Session) {
  return { token, expiresAt: iso(expiresAtMs), customer: customerAnswer(customer) };
}

export function projectAnswer(project: Project) {
  const { id, name, description, status, role, createdAtMs, updatedAtMs } = project;
  return {
    id,
    name,
    description,
    status,
    role,
    createdAt: iso(createdAtMs),
    updatedAt: iso(updatedAtMs),
  };
}

export function memberAnswer({ id, email, role, addedAtMs }: Member) {
  return { id, email, role, addedAt: iso(addedAtMs) };
}

export function noteAnswer({ id, title, text, author, createdAtMs }: Note) {
  return { id, title, text, author, createdAt: iso(createdAtMs) };
}

export function fileAnswer({ id, name, type, sizeBytes, uploadedBy, uploadedAtMs }: StoredFile) {
  return { id, name, type, sizeBytes, uploadedBy, uploadedAt: iso(uploadedAtMs) };
}

export function shareLinkAnswer({ id, token, createdAtMs }: ShareLink, request: FastifyRequest) {
  return { id, token, url: shareAddress(token, request), createdAt: iso(createdAtMs) };
}

export function hitAnswer(hit: Hit) {
  return { ...hit, url: hitAddress(hit) };
}

export function shareAddress(token: string, request: FastifyRequest): string {
  return `${request.protocol}://${request.host}/s/${token}`;
}

export function hitAddress({ kind, id, projectId }: Hit): string {
  return kind === "project" ? `/projects/${projectId}` : `/projects/${projectId}#${kind}-${id}`;
}

/** Shows one reader's version: two roles see two texts. */
export function entityTag({ version, role }: Project): string {
  return `"v${version}-${role}"`;
}

function iso(atMs: number): string {
  return new Date(atMs).toISOString();
}
