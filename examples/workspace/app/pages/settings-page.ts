/** The customer's own profile and second factor. */
import { renderSVG } from "uqr";
import type { Customer } from "../domain/customers.ts";
import type { SecondFactorOffer } from "../domain/second-factor.ts";
import { errorSummary, type FormState, stateOf, textField } from "./form.ts";
import { date } from "./format.ts";
import { type Html, html, trusted } from "./html.ts";
import { icons } from "./icons.ts";
import type { Page } from "./layout.ts";

export interface SettingsView {
  readonly customer: Customer;
  readonly offer: SecondFactorOffer | null;
}

export function settingsPage({ customer, offer }: SettingsView, sent: FormState | null): Page {
  return {
    title: "Settings",
    content: html`${sent !== null && errorSummary(stateOf(sent.form, sent))}
<h1>Settings</h1>
<div class="columns even">
  ${profileSection(customer, sent)}
  <section class="panel">
    <h2>${icons.shield}Second factor</h2>
    ${secondFactor(customer, offer, sent)}
  </section>
</div>`,
  };
}

function profileSection(customer: Customer, sent: FormState | null): Html {
  const state = stateOf("profile", sent, { name: customer.name });
  return html`<section class="panel">
  <h2>${icons.person}Profile</h2>
  <dl class="facts"><dt>Signed in as</dt><dd>${customer.email}</dd><dt>Customer since</dt><dd>${date(customer.createdAtMs)}</dd></dl>
  <form method="post" action="/settings/profile" novalidate data-enhance>
    ${textField(state, { label: "Name", name: "name", autocomplete: "name" })}
    <button class="button">Save profile</button>
  </form>
</section>`;
}

function secondFactor(
  customer: Customer,
  offer: SecondFactorOffer | null,
  sent: FormState | null,
): Html {
  if (customer.hasSecondFactor) return turnOffForm(stateOf("turn-off", sent));
  return offer === null ? startForm : confirmForm(offer, stateOf("code", sent));
}

const startForm = html`<p><span class="badge off">Off</span></p>
  <p>Ask for a code from your phone when you sign in. A stolen password alone is then worth nothing.</p>
  <form method="post" action="/settings/second-factor" data-enhance><button class="button">Set up second factor</button></form>`;

function confirmForm({ secret, uri }: SecondFactorOffer, state: FormState): Html {
  return html`<ol class="steps">
  <li>Scan this with your authenticator app, or type the key into it.
    <div class="qr" role="img" aria-label="QR code for the authenticator app">${trusted(renderSVG(uri, { border: 2 }))}</div>
    <p>Key: <code id="secret">${secret}</code></p></li>
  <li>Type the code that the app shows.
    <form method="post" action="/settings/second-factor/confirm" novalidate data-enhance>
      ${textField(state, { label: "Code", name: "code", autocomplete: "one-time-code", numeric: true })}
      <button class="button">Turn on second factor</button>
    </form></li>
</ol>`;
}

function turnOffForm(state: FormState): Html {
  return html`<p><span class="badge active">On</span></p>
  <p>You are asked for a code when you sign in. To turn this off, confirm that it is you.</p>
  <form method="post" action="/settings/second-factor/turn-off" novalidate data-enhance>
    ${textField(state, { label: "Password", name: "password", type: "password", autocomplete: "current-password" })}
    <button class="button danger">Turn off second factor</button>
  </form>`;
}
