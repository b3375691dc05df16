/** The main column of a project's page: notes and files. The shared page shows them as well. */
import type { StoredFile } from "../domain/files.ts";
import type { Note } from "../domain/notes.ts";
import { type FormState, fileField, stateOf, textArea, textField } from "./form.ts";
import { date, size } from "./format.ts";
import { type Html, html } from "./html.ts";
import { icons } from "./icons.ts";
import type { ProjectView } from "./project-view.ts";

export function noteSection({ project, notes, may }: ProjectView, sent: FormState | null): Html {
  const action = `/projects/${project.id}/notes`;
  return html`<section class="panel">
  <h2>${icons.note}Notes</h2>
  ${noteList(notes, may("edit") ? action : null)}
  ${may("edit") && noteForm(stateOf("note", sent), action)}
</section>`;
}

function noteForm(state: FormState, action: string): Html {
  return html`<form class="add" method="post" action="${action}" novalidate data-enhance>
    <h3>Add a note</h3>
    ${textField(state, { label: "Title", name: "title" })}
    ${textArea(state, { label: "Text", name: "text" })}
    <button class="button">Add note</button>
  </form>`;
}

/** `deleteAt` is where notes can be deleted, when the reader may. */
export function noteList(notes: readonly Note[], deleteAt: string | null): Html {
  if (notes.length === 0) return html`<p class="quiet-text">No notes yet.</p>`;
  return html`<ul class="notes">${notes.map((note) => noteItem(note, deleteAt))}</ul>`;
}

function noteItem({ id, title, text, author, createdAtMs }: Note, deleteAt: string | null): Html {
  return html`<li id="note-${id}" class="note">
  <div class="row"><h3>${title}</h3>
    ${deleteAt !== null && deleteButton(`${deleteAt}/${id}/delete`, `note ${title}`)}</div>
  ${text !== "" && html`<p class="prose">${text}</p>`}
  <p class="meta"><span>${author}</span><span>${date(createdAtMs)}</span></p>
</li>`;
}

export function fileSection({ project, files, may }: ProjectView, sent: FormState | null): Html {
  const action = `/projects/${project.id}/files`;
  return html`<section class="panel">
  <h2>${icons.file}Files</h2>
  ${fileList(files, `/api/projects/${project.id}/files`, may("upload") ? action : null)}
  ${may("upload") && fileForm(stateOf("file", sent), action)}
</section>`;
}

function fileForm(state: FormState, action: string): Html {
  return html`<form class="add" method="post" action="${action}" enctype="multipart/form-data" novalidate data-enhance>
    ${fileField(state, { label: "File", name: "file", hint: "At most 2 MB." })}
    <button class="button">Upload</button>
  </form>`;
}

export function fileList(
  files: readonly StoredFile[],
  readAt: string,
  deleteAt: string | null,
): Html {
  if (files.length === 0) return html`<p class="quiet-text">No files yet.</p>`;
  return html`<ul class="files">${files.map((file) => fileItem(file, readAt, deleteAt))}</ul>`;
}

function fileItem(
  { id, name, sizeBytes, uploadedAtMs }: StoredFile,
  readAt: string,
  deleteAt: string | null,
): Html {
  return html`<li id="file-${id}" class="row">
  <div><a href="${readAt}/${id}" download>${name}</a>
  <p class="meta"><span>${size(sizeBytes)}</span><span>${date(uploadedAtMs)}</span></p></div>
  ${deleteAt !== null && deleteButton(`${deleteAt}/${id}/delete`, `file ${name}`)}
</li>`;
}

function deleteButton(action: string, what: string): Html {
  return html`<form method="post" action="${action}" data-enhance>
    <button class="icon-button" title="Delete">${icons.trash}<span class="hidden">Delete ${what}</span></button>
  </form>`;
}
