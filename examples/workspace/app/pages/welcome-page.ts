/** What a visitor sees first. */
import { type Html, html } from "./html.ts";
import { icons } from "./icons.ts";
import type { Page } from "./layout.ts";

export function welcomePage(isSignedIn: boolean): Page {
  return {
    title: "Welcome",
    content: html`<section class="hero">
  <div class="hero-text">
    <h1>Keep your projects in one quiet place</h1>
    <p class="lead">Notes, files and the people you work with, side by side. Share a project with a link and take the link back when you are done.</p>
    <p class="actions">${isSignedIn ? signedInActions : visitorActions}</p>
  </div>
  ${preview}
</section>
<section class="features">
  ${feature(icons.people, "Roles that are clear", "Owners invite, members edit, guests read. Nobody else knows that the project exists.")}
  ${feature(icons.link, "Share, and take it back", "A share link opens a read-only page without an account. Revoke it and it is gone.")}
  ${feature(icons.shield, "A second factor", "Add a code from your authenticator app. Five wrong passwords lock the door for 15 minutes.")}
</section>`,
  };
}

const visitorActions = html`<a class="button" href="/register">Create your workspace</a>
  <a class="button quiet" href="/sign-in">Sign in</a>`;

const signedInActions = html`<a class="button" href="/workspace">Open your workspace</a>`;

function feature(icon: Html, title: string, text: string): Html {
  return html`<article class="feature"><span class="feature-icon">${icon}</span><h2>${title}</h2><p>${text}</p></article>`;
}

/** A drawing of the product made of its own parts; says nothing that the text does not. */
const preview = html`<div class="preview" aria-hidden="true">
  <div class="preview-bar"><i></i><i></i><i></i></div>
  <div class="preview-body">
    <p class="preview-title">Website relaunch <span class="badge active">Active</span></p>
    <div class="preview-note"><b>Kick-off</b><span>Launch on 3 September. The checkout comes first.</span></div>
    <div class="preview-note"><b>Tone of voice</b><span>Friendly, short, concrete.</span></div>
    <div class="preview-row"><span class="avatar hue-0">AL</span><span class="avatar hue-3">GH</span><span class="avatar hue-5">L</span>
      <span class="preview-file">${icons.file} sitemap.txt</span></div>
  </div>
</div>`;
