/**
 * What the product says when it will not do what was asked. Domain code throws a Refusal; the API
 * turns it into problem+json and the pages into a form error or an error page, so both faces of
 * the product refuse for the same reasons. Knows nothing of HTTP beyond the status it maps to.
 */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

const KINDS = {
  malformed: [400, "The request could not be read"],
  "not-signed-in": [401, "Sign in first"],
  "wrong-credentials": [401, "Email or password is wrong"],
  "second-factor-required": [401, "A code from the authenticator app is needed"],
  "wrong-code": [401, "The code is wrong"],
  "not-allowed": [403, "Your role does not allow this"],
  "other-origin": [403, "The request came from another site"],
  "not-found": [404, "Not found"],
  conflict: [409, "This is in conflict with what is there"],
  "changed-meanwhile": [412, "It was changed in the meantime"],
  "too-large": [413, "Too large"],
  "unsupported-media-type": [415, "This content type is not supported"],
  "invalid-input": [422, "Some values are not right"],
  locked: [423, "Too many wrong passwords"],
  internal: [500, "Something went wrong"],
  unavailable: [503, "Not available"],
} as const satisfies Record<string, readonly [number, string]>;

export type RefusalKind = keyof typeof KINDS;

export interface RefusalDetails {
  readonly errors?: readonly FieldError[];
  readonly retryAfterSeconds?: number;
  /** Instead of the kind's own status. */
  readonly status?: number;
}

export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly kind: RefusalKind;
  readonly status: number;
  readonly title: string;
  readonly errors: readonly FieldError[];
  readonly retryAfterSeconds: number | null;

  constructor(kind: RefusalKind, detail: string, details: RefusalDetails = {}) {
    super(detail);
    this.kind = kind;
    const [status, title] = KINDS[kind];
    this.status = details.status ?? status;
    this.title = title;
    this.errors = details.errors ?? [];
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
  }
}

/** The refusal for one field whose value cannot be accepted. */
export function refuseField(
  field: string,
  message: string,
  kind: RefusalKind = "invalid-input",
): Refusal {
  return new Refusal(kind, message, { errors: [{ field, message }] });
}

/** One answer for "does not exist" and "is not yours", so that ids cannot be probed. */
export function refuseMissing(what: string): Refusal {
  return new Refusal("not-found", `There is no such ${what}.`);
}
