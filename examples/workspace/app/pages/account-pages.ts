/** The pages to get in: register, sign in, and the code of the second factor. */
import { checkbox, errorSummary, type FormState, stateOf, textField } from "./form.ts";
import { type Html, html } from "./html.ts";
import type { Page } from "./layout.ts";

const email = { label: "Email", name: "email", type: "email", autocomplete: "username" } as const;

export function registerPage(sent: FormState | null): Page {
  const state = stateOf("register", sent);
  return card(
    "Create your workspace",
    html`
  <p class="lead">Free for small teams. No card needed.</p>
  ${errorSummary(state)}
  <form method="post" action="/register" novalidate>
    ${textField(state, email)}
    ${textField(state, { label: "Password", name: "password", type: "password", hint: "At least 12 characters. A short sentence works well.", autocomplete: "new-password" })}
    <button class="button full">Create account</button>
  </form>
  <p class="aside">Registered already? <a href="/sign-in">Sign in</a></p>`,
  );
}

export interface SignInView {
  readonly next: string;
  readonly hasEnded: boolean;
}

export function signInPage({ next, hasEnded }: SignInView, sent: FormState | null): Page {
  const state = stateOf("sign-in", sent);
  return card(
    "Sign in",
    html`
  <p class="lead">Good to see you again.</p>
  ${hasEnded && html`<p class="notice" role="status">Your session has ended. Sign in again.</p>`}
  ${errorSummary(state)}
  <form method="post" action="/sign-in" novalidate>
    <input type="hidden" name="next" value="${next}">
    ${textField(state, email)}
    ${textField(state, { label: "Password", name: "password", type: "password", autocomplete: "current-password" })}
    ${checkbox(state, { label: "Remember me", name: "rememberMe" })}
    <button class="button full">Sign in</button>
  </form>
  <p class="aside">New here? <a href="/register">Create an account</a></p>`,
  );
}

export function codePage(next: string, sent: FormState | null): Page {
  const state = stateOf("code", sent);
  return card(
    "Enter your code",
    html`
  <p class="lead">Open your authenticator app and type the 6 digits that it shows for Workspace.</p>
  ${errorSummary(state)}
  <form method="post" action="/sign-in/second-factor" novalidate>
    <input type="hidden" name="next" value="${next}">
    ${textField(state, { label: "Code", name: "code", autocomplete: "one-time-code", numeric: true })}
    <button class="button full">Verify</button>
  </form>
  <p class="aside"><a href="/sign-in">Start again</a></p>`,
  );
}

function card(title: string, content: Html): Page {
  return {
    title,
    shape: "card",
    content: html`<div class="card"><h1>${title}</h1>${content}</div>`,
  };
}
