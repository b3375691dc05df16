/**
 * Accessible form fields: a visible label, a hint and an error that belong to the field for screen
 * readers too, and a summary of errors that takes the focus and links to the fields.
 */
import type { FieldError } from "../domain/refusal.ts";
import { type Html, html } from "./html.ts";

export interface FormState {
  /** Which form of the page was sent. */
  readonly form: string;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  /** What is wrong when it is no single field's fault. */
  readonly message: string;
}

const UNTOUCHED: FormState = { form: "", values: {}, errors: [], message: "" };

/** The state of this form of the page; as nobody touched it when another one was sent. */
export function stateOf(
  form: string,
  sent: FormState | null,
  values: FormState["values"] = {},
): FormState {
  return sent?.form === form ? sent : { ...UNTOUCHED, form, values };
}

export function errorSummary({ errors, message }: FormState): Html | null {
  if (message === "") return null;
  return html`<div class="error-summary" role="alert" tabindex="-1" autofocus data-errors>
  <h2>There is a problem</h2>
  ${errors.length === 0 ? html`<p>${message}</p>` : html`<ul>${errors.map(errorLink)}</ul>`}
</div>`;
}

function errorLink({ field, message }: FieldError): Html {
  return html`<li><a href="#${field}">${message}</a></li>`;
}

export interface Field {
  readonly label: string;
  readonly name: string;
  readonly type?: "text" | "email" | "password" | "file";
  readonly hint?: string;
  readonly autocomplete?: string;
  /** For codes: brings up the digits on a phone. */
  readonly numeric?: boolean;
}

export function textField(state: FormState, field: Field): Html {
  const { name, type = "text", autocomplete = "off", numeric = false } = field;
  return labelled(
    state,
    field,
    html`<input id="${name}" name="${name}" type="${type}"
    value="${type === "password" ? "" : state.values[name]}" autocomplete="${autocomplete}"
    ${numeric && html`inputmode="numeric" maxlength="7"`} ${describedBy(state, field)}>`,
  );
}

export function fileField(state: FormState, field: Field): Html {
  const { name } = field;
  return labelled(
    state,
    field,
    html`<input id="${name}" name="${name}" type="file" ${describedBy(state, field)}>`,
  );
}

export function textArea(state: FormState, field: Field): Html {
  const { name } = field;
  const area = html`<textarea id="${name}" name="${name}" rows="3" ${describedBy(state, field)}>${state.values[name]}</textarea>`;
  return labelled(state, field, area);
}

export function selectField(state: FormState, field: Field, options: readonly string[]): Html {
  const { name } = field;
  return labelled(
    state,
    field,
    html`<select id="${name}" name="${name}" ${describedBy(state, field)}>
    ${options.map((option) => optionOf(option, state.values[name]))}
  </select>`,
  );
}

export function optionOf(value: string, chosen: string | undefined): Html {
  const text = value.charAt(0).toUpperCase() + value.slice(1);
  return html`<option value="${value}" ${value === chosen && html`selected`}>${text}</option>`;
}

export function checkbox(state: FormState, field: Field): Html {
  const { name, label } = field;
  const checked = state.values[name] !== undefined && html`checked`;
  return html`<div class="field check">
  <input id="${name}" name="${name}" type="checkbox" value="on" ${checked} ${describedBy(state, field)}>
  <label for="${name}">${label}</label>
  ${errorText(state, name)}
</div>`;
}

function labelled(state: FormState, { label, name, hint }: Field, control: Html): Html {
  return html`<div class="field ${errorOf(state, name) !== undefined && "wrong"}">
  <label for="${name}">${label}</label>
  ${hint !== undefined && html`<p class="hint" id="${name}-hint">${hint}</p>`}
  ${errorText(state, name)}
  ${control}
</div>`;
}

function errorText(state: FormState, name: string): Html | undefined {
  const error = errorOf(state, name);
  return error && html`<p class="field-error" id="${name}-error">${error.message}</p>`;
}

function describedBy(state: FormState, { name, hint }: Field): Html {
  const hasError = errorOf(state, name) !== undefined;
  const ids = [hint !== undefined && `${name}-hint`, hasError && `${name}-error`]
    .filter(Boolean)
    .join(" ");
  return html`${ids !== "" && html`aria-describedby="${ids}"`} ${hasError && html`aria-invalid="true"`}`;
}

function errorOf({ errors }: FormState, name: string): FieldError | undefined {
  return errors.find((error) => error.field === name);
}
