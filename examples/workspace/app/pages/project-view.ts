/** All that a project's page shows. */
import type { StoredFile } from "../domain/files.ts";
import type { Member } from "../domain/members.ts";
import type { Note } from "../domain/notes.ts";
import type { Project } from "../domain/project.ts";
import type { Action } from "../domain/roles.ts";

export interface ProjectView {
  readonly project: Project;
  readonly notes: readonly Note[];
  readonly files: readonly StoredFile[];
  readonly members: readonly Member[];
  readonly links: readonly { readonly id: string; readonly address: string }[];
  /** Whose page this is. */
  readonly email: string;
  readonly may: (action: Action) => boolean;
}
