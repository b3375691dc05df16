/** The side column of a project's page: members, share links, details, deletion. */
import type { Member } from "../domain/members.ts";
import { STATUSES } from "../domain/project.ts";
import { ROLES } from "../domain/roles.ts";
import {
  checkbox,
  type FormState,
  optionOf,
  selectField,
  stateOf,
  textArea,
  textField,
} from "./form.ts";
import { type Html, html } from "./html.ts";
import { icons } from "./icons.ts";
import { avatar } from "./layout.ts";
import type { ProjectView } from "./project-view.ts";

export function memberSection(view: ProjectView, sent: FormState | null): Html {
  const state = stateOf("member", sent, { role: "member" });
  const action = `/projects/${view.project.id}/members`;
  return html`<section class="panel">
  <h2>${icons.people}Members</h2>
  <ul class="members">${view.members.map((member) => memberItem(view, member, action))}</ul>
  ${
    view.may("invite") &&
    html`<form class="add" method="post" action="${action}" novalidate data-enhance>
    <h3>Invite someone</h3>
    ${textField(state, { label: "Email", name: "email", type: "email" })}
    ${selectField(state, { label: "Role", name: "role" }, ROLES)}
    <button class="button">Invite</button>
  </form>`
  }
</section>`;
}

function memberItem(view: ProjectView, member: Member, action: string): Html {
  const isSelf = member.email === view.email;
  return html`<li class="member">
  ${avatar(member.email)}
  <div class="member-text"><span class="member-email">${member.email}</span>
    ${view.may("invite") ? roleForm(member, action) : html`<span class="meta">${member.role}</span>`}</div>
  ${(view.may("invite") || isSelf) && removeForm(member, action, isSelf)}
</li>`;
}

function roleForm({ id, email, role }: Member, action: string): Html {
  return html`<form class="inline" method="post" action="${action}/${id}" data-enhance>
    <label class="hidden" for="access-${id}">Access for ${email}</label>
    <select id="access-${id}" name="role">${ROLES.map((known) => optionOf(known, role))}</select>
    <button class="button quiet small">Update<span class="hidden"> role of ${email}</span></button>
  </form>`;
}

function removeForm({ id, email }: Member, action: string, isSelf: boolean): Html {
  return html`<form method="post" action="${action}/${id}/remove" data-enhance>
    <button class="icon-button" title="${isSelf ? "Leave" : "Remove"}">${icons.trash}<span class="hidden">${isSelf ? "Leave project" : `Remove ${email}`}</span></button>
  </form>`;
}

export function sharingSection({ project, links }: ProjectView): Html {
  const action = `/projects/${project.id}/share-links`;
  return html`<section class="panel">
  <h2>${icons.link}Sharing</h2>
  ${links.length === 0 && html`<p class="quiet-text">Only members can see this project.</p>`}
  ${links.map(({ id, address }) => linkItem(id, address, action))}
  <form method="post" action="${action}" data-enhance><button class="button quiet">Create share link</button></form>
</section>`;
}

function linkItem(id: string, address: string, action: string): Html {
  return html`<div class="share-link">
  <label for="link-${id}">Share link</label>
  <input id="link-${id}" value="${address}" readonly>
  <div class="actions"><a class="button quiet small" href="${address}">Open link</a>
  <button class="button quiet small" type="button" hidden data-copy="link-${id}">Copy link</button>
  <form method="post" action="${action}/${id}/revoke" data-enhance><button class="button danger small">Revoke link</button></form></div>
</div>`;
}

export function detailsSection({ project }: ProjectView, sent: FormState | null): Html {
  const { id, name, description, status } = project;
  const state = stateOf("details", sent, { name, description, status });
  return html`<section class="panel">
  <h2>${icons.pencil}Details</h2>
  <form method="post" action="/projects/${id}" novalidate data-enhance>
    ${textField(state, { label: "Project name", name: "name" })}
    ${textArea(state, { label: "Description", name: "description" })}
    ${selectField(state, { label: "Status", name: "status" }, STATUSES)}
    <button class="button">Save changes</button>
  </form>
</section>`;
}

export function deleteSection({ project }: ProjectView, sent: FormState | null): Html {
  const state = stateOf("delete", sent);
  return html`<section class="panel danger-zone">
  <h2>${icons.trash}Delete</h2>
  <form method="post" action="/projects/${project.id}/delete" novalidate data-enhance>
    ${checkbox(state, { label: "Delete this project with its notes and files", name: "sure" })}
    <button class="button danger">Delete project</button>
  </form>
</section>`;
}
