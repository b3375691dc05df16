/** The customer's projects, and a form for a new one. */
import type { Project } from "../domain/project.ts";
import { errorSummary, type FormState, stateOf, textArea, textField } from "./form.ts";
import { date } from "./format.ts";
import { type Html, html } from "./html.ts";
import { icons } from "./icons.ts";
import { hueOf, type Page } from "./layout.ts";

export interface DashboardView {
  readonly projects: readonly Project[];
  readonly nextCursor: string | null;
}

export function dashboardPage(
  { projects, nextCursor }: DashboardView,
  sent: FormState | null,
): Page {
  const state = stateOf("project", sent);
  return {
    title: "Your workspace",
    content: html`${errorSummary(state)}
<h1>Your workspace</h1>
<div class="columns">
  <div>
    ${projects.length === 0 ? nothingYet : html`<ul class="projects">${projects.map(projectCard)}</ul>`}
    ${nextCursor !== null && html`<p><a class="button quiet" href="/workspace?cursor=${nextCursor}">Show more projects</a></p>`}
  </div>
  <aside class="panel">
    <h2>New project</h2>
    <form method="post" action="/projects" novalidate>
      ${textField(state, { label: "Project name", name: "name" })}
      ${textArea(state, { label: "Description", name: "description" })}
      <button class="button">${icons.plus}Create project</button>
    </form>
  </aside>
</div>`,
  };
}

const nothingYet = html`<div class="empty">${icons.project}<h2>No projects yet</h2>
  <p>Create your first project and invite the people you work with.</p></div>`;

function projectCard({ id, name, description, status, role, updatedAtMs }: Project): Html {
  return html`<li class="project-card">
  <span class="tile hue-${hueOf(id)}" aria-hidden="true">${name.charAt(0).toUpperCase()}</span>
  <div>
    <h2><a href="/projects/${id}">${name}</a></h2>
    <p class="clamp">${description}</p>
    <p class="meta">${statusBadge(status)}<span>${role}</span><span>Changed ${date(updatedAtMs)}</span></p>
  </div>
</li>`;
}

export function statusBadge(status: string): Html {
  return html`<span class="badge ${status}">${status.charAt(0).toUpperCase() + status.slice(1)}</span>`;
}
