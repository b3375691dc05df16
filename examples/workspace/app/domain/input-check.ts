/**
 * Checks what was sent against an input schema and says everything that is wrong at once, in
 * words for people. Does not know whether it came from the API or from a form.
 */
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Honesty } from "./honesty.ts";
import type { InputSchema } from "./inputs.ts";
import { type FieldError, Refusal } from "./refusal.ts";

const OPTIONS = { allErrors: true, verbose: true, useDefaults: true } as const;

export class InputCheck {
  readonly #honesty: Honesty;
  readonly #strict = newAjv(false);
  /** Addresses hold only text, so there `limit=20` must do for a number. */
  readonly #coercing = newAjv(true);

  constructor(honesty: Honesty) {
    this.#honesty = honesty;
  }

  /** All that is wrong with the value; none means that it fits the schema. */
  errors(schema: object, value: unknown, from: "body" | "address" = "body"): readonly FieldError[] {
    const ajv = from === "body" ? this.#strict : this.#coercing;
    const validate: ValidateFunction = ajv.compile(schema);
    if (validate(value ?? {})) return [];
    const errors = (validate.errors ?? []).filter((error) => !this.#isOverlooked(error));
    return distinct(errors.map(toFieldError));
  }

  /** Refuses a form whose values do not fit. */
  refuseUnlessValid(schema: InputSchema, value: unknown): void {
    const errors = this.errors(schema, value);
    if (errors.length > 0) throw refuseInput(errors);
  }

  #isOverlooked({ keyword, instancePath }: ErrorObject): boolean {
    const isShortPassword = keyword === "minLength" && instancePath === "/password";
    return isShortPassword && this.#honesty.tells("accept-short-passwords");
  }
}

export function refuseInput(errors: readonly FieldError[]): Refusal {
  const count = errors.length === 1 ? "One value is" : `${errors.length} values are`;
  return new Refusal("invalid-input", `${count} not right.`, { errors });
}

function newAjv(coerceTypes: boolean): Ajv2020 {
  const ajv = new Ajv2020({ ...OPTIONS, coerceTypes });
  ajv.addVocabulary(["x-message"]);
  addFormats.default(ajv);
  return ajv;
}

function toFieldError(error: ErrorObject): FieldError {
  const { keyword, params, parentSchema } = error;
  if (keyword === "required") {
    const field = String(params["missingProperty"]);
    return { field, message: messageOf(parentSchema?.["properties"]?.[field]) };
  }
  if (keyword === "additionalProperties") {
    return { field: String(params["additionalProperty"]), message: "This field is not known." };
  }
  const field = error.instancePath.slice(1).split("/")[0] ?? "";
  return {
    field,
    message: field === "" ? "Send a JSON object with at least one field." : messageOf(parentSchema),
  };
}

function messageOf(schema: unknown): string {
  const message = Object(schema)["x-message"];
  return typeof message === "string" ? message : "This value is not right.";
}

/** One message per field: two rules that one value breaks have the same words. */
function distinct(errors: readonly FieldError[]): readonly FieldError[] {
  return [...new Map(errors.map((error) => [error.field, error])).values()];
}
