/** Cursors for pages: opaque to clients, so that what stands in them may change. */
import type { PageRequest } from "../domain/project.ts";
import { refuseField } from "../domain/refusal.ts";

export interface Cursor {
  readonly limit: number;
  readonly cursor?: string;
}

export function toCursor(before: number | null): string | null {
  return before === null ? null : Buffer.from(`before:${before}`).toString("base64url");
}

export function toPageRequest({ limit, cursor }: Cursor): PageRequest {
  if (cursor === undefined) return { limit, before: null };
  const before = /^before:(\d{1,15})$/.exec(Buffer.from(cursor, "base64url").toString())?.[1];
  if (before === undefined) throw refuseField("cursor", "Use a cursor that a page gave you.");
  return { limit, before: Number(before) };
}
