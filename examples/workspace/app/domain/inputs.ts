/**
 * What customers may send, as JSON Schema. The OpenAPI document, the API's check and the pages'
 * check are all made from these, so none of them can promise something else. `x-message` is what a
 * person is told.
 */

import { STATUSES } from "./project.ts";
import { ROLES } from "./roles.ts";

const PASSWORD_MIN = 12;

const email = {
  type: "string",
  format: "email",
  maxLength: 254,
  "x-message": "Enter an email address such as name@example.com.",
} as const;

const newPassword = {
  type: "string",
  minLength: PASSWORD_MIN,
  "x-message": `Use at least ${PASSWORD_MIN} characters.`,
} as const;

/** Any text: whether it is the right one is for sign-in to say, not for its shape. */
const password = {
  type: "string",
  minLength: 1,
  "x-message": "Enter your password.",
} as const;

const code = {
  type: "string",
  pattern: "^ *([0-9] *){6}$",
  "x-message": "Enter the 6 digits that the authenticator app shows.",
} as const;

const customerName = {
  type: "string",
  maxLength: 80,
  "x-message": "Use at most 80 characters.",
} as const;

const projectFields = {
  name: {
    type: "string",
    minLength: 1,
    maxLength: 80,
    pattern: "\\S",
    "x-message": "Enter a name of at most 80 characters.",
  },
  description: { type: "string", maxLength: 500, "x-message": "Use at most 500 characters." },
  status: { type: "string", enum: STATUSES, "x-message": `Choose one of: ${STATUSES.join(", ")}.` },
} as const;

const role = {
  type: "string",
  enum: ROLES,
  "x-message": `Choose one of: ${ROLES.join(", ")}.`,
} as const;

export const registrationInput = input({ email, password: newPassword, name: customerName }, [
  "email",
  "password",
]);
export const signInInput = input(
  {
    email: { ...email, "x-message": "Enter your email address." },
    password,
    code,
    rememberMe: { type: "boolean", "x-message": "Send true or false." },
  },
  ["email", "password"],
);
export const codeInput = input({ code }, ["code"]);
export const passwordInput = input({ password }, ["password"]);
export const profileInput = input({ name: customerName }, ["name"]);
export const projectInput = input(projectFields, ["name"]);
export const projectChangeInput = { ...input(projectFields, []), minProperties: 1 };
export const memberInput = input({ email, role }, ["email", "role"]);
export const roleInput = input({ role }, ["role"]);
export const noteInput = input(
  {
    title: { ...projectFields.name, "x-message": "Enter a title of at most 80 characters." },
    text: { type: "string", maxLength: 5000, "x-message": "Use at most 5000 characters." },
  },
  ["title"],
);
export const pageQuery = input(
  {
    limit: {
      type: "integer",
      minimum: 1,
      maximum: 100,
      default: 20,
      "x-message": "Choose 1 to 100.",
    },
    cursor: { type: "string", maxLength: 40, "x-message": "Use a cursor that a page gave you." },
  },
  [],
);
export const searchQuery = input(
  {
    q: {
      type: "string",
      minLength: 1,
      maxLength: 100,
      pattern: "\\S",
      "x-message": "Enter 1 to 100 characters to search for.",
    },
  },
  ["q"],
);

export interface InputSchema {
  readonly type: "object";
  readonly properties: Readonly<Record<string, { readonly "x-message": string }>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}

function input<const P extends InputSchema["properties"]>(
  properties: P,
  required: (keyof P & string)[],
) {
  return { type: "object", properties, required, additionalProperties: false } as const;
}
