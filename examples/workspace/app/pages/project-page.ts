/** One project with its notes, files, members and links; each role sees what it may do. */
import { statusBadge } from "./dashboard-page.ts";
import { errorSummary, type FormState, stateOf } from "./form.ts";
import { html } from "./html.ts";
import type { Page } from "./layout.ts";
import { fileSection, noteSection } from "./project-content.ts";
import { deleteSection, detailsSection, memberSection, sharingSection } from "./project-side.ts";
import type { ProjectView } from "./project-view.ts";

export function projectPage(view: ProjectView, sent: FormState | null): Page {
  const { project, may } = view;
  return {
    title: project.name,
    content: html`${sent !== null && errorSummary(stateOf(sent.form, sent))}
<nav class="trail" aria-label="Breadcrumb"><a href="/workspace">Your workspace</a></nav>
<h1>${project.name}</h1>
<p class="meta">${statusBadge(project.status)}<span>You are ${ARTICLES[project.role]}</span></p>
${project.description !== "" && html`<p class="lead">${project.description}</p>`}
<div class="columns">
  <div>
    ${noteSection(view, sent)}
    ${fileSection(view, sent)}
  </div>
  <aside>
    ${memberSection(view, sent)}
    ${may("share") && sharingSection(view)}
    ${may("edit") && detailsSection(view, sent)}
    ${may("delete") && deleteSection(view, sent)}
  </aside>
</div>`,
  };
}

const ARTICLES = { owner: "the owner", member: "a member", guest: "a guest" } as const;
