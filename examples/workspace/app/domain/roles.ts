/** What each role in a project may do. The one table that API and pages both obey. */
import type { Honesty } from "./honesty.ts";
import { Refusal } from "./refusal.ts";

export const ROLES = ["owner", "member", "guest"] as const;
export type Role = (typeof ROLES)[number];
export type Action = "read" | "edit" | "upload" | "invite" | "share" | "delete";

const RIGHTS: Record<Role, ReadonlySet<Action>> = {
  owner: new Set<Action>(["read", "edit", "upload", "invite", "share", "delete"]),
  member: new Set<Action>(["read", "edit", "upload"]),
  guest: new Set<Action>(["read"]),
};

export function may(role: Role, action: Action, honesty: Honesty): boolean {
  const lied = action === "edit" && honesty.tells("let-guests-edit");
  return lied || RIGHTS[role].has(action);
}

export function refuseUnless(role: Role, action: Action, honesty: Honesty): void {
  if (may(role, action, honesty)) return;
  throw new Refusal("not-allowed", `As ${role} of this project you may not ${PHRASES[action]}.`);
}

export function toRole(text: string): Role {
  const role = ROLES.find((known) => known === text);
  if (role === undefined) throw new TypeError(`${text} is no role`);
  return role;
}

const PHRASES: Record<Action, string> = {
  read: "read it",
  edit: "change it",
  upload: "upload or delete files",
  invite: "change its members",
  share: "share it",
  delete: "delete it",
};
