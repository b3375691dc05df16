/** A project as anybody with a share link reads it. */
import type { StoredFile } from "../domain/files.ts";
import type { Note } from "../domain/notes.ts";
import type { Project } from "../domain/project.ts";
import { statusBadge } from "./dashboard-page.ts";
import { html } from "./html.ts";
import { icons } from "./icons.ts";
import type { Page } from "./layout.ts";
import { fileList, noteList } from "./project-content.ts";

export interface SharedView {
  readonly project: Project;
  readonly notes: readonly Note[];
  readonly files: readonly StoredFile[];
  readonly token: string;
}

export function sharedPage({ project, notes, files, token }: SharedView): Page {
  return {
    title: project.name,
    content: html`<p class="notice">${icons.link}This project is shared with you. You can read it.</p>
<h1>${project.name}</h1>
<p class="meta">${statusBadge(project.status)}</p>
<p class="lead">${project.description}</p>
<div class="columns even">
  <section class="panel"><h2>${icons.note}Notes</h2>${noteList(notes, null)}</section>
  <section class="panel"><h2>${icons.file}Files</h2>${fileList(files, `/s/${token}/files`, null)}</section>
</div>`,
  };
}
