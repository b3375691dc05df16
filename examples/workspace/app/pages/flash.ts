/** One short message that survives a redirect. The cookie holds a key, never the text itself. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { COOKIE } from "../signed-in.ts";

const FLASH_COOKIE = "workspace_flash";

const MESSAGES = {
  welcome: "Welcome to your workspace.",
  "signed-out": "You are signed out.",
  "project-created": "Project created.",
  "project-saved": "Changes saved.",
  "project-deleted": "Project deleted.",
  "note-added": "Note added.",
  "note-deleted": "Note deleted.",
  "file-uploaded": "File uploaded.",
  "file-deleted": "File deleted.",
  "member-invited": "Invitation saved.",
  "role-changed": "Role changed.",
  "member-removed": "Member removed.",
  "link-created": "Share link created.",
  "link-revoked": "Share link revoked.",
  "profile-saved": "Profile saved.",
  "second-factor-on": "Second factor is on.",
  "second-factor-off": "Second factor is off.",
} as const;

export type Flash = keyof typeof MESSAGES;

export function setFlash(reply: FastifyReply, flash: Flash): void {
  reply.setCookie(FLASH_COOKIE, flash, { ...COOKIE, maxAge: 60 });
}

/** The message to show now; it is shown once. */
export function takeFlash(request: FastifyRequest, reply: FastifyReply): string | null {
  const key = request.cookies[FLASH_COOKIE];
  if (key === undefined) return null;
  reply.clearCookie(FLASH_COOKIE, COOKIE);
  return Object.entries(MESSAGES).find(([known]) => known === key)?.[1] ?? null;
}
