// Judges a value by a JSON Schema, of whichever draft its `$schema` names (2020-12 when it names none).
// It knows neither files nor responses. Patterns of a schema cannot hang it.
import type { ErrorObject, ValidateFunction } from "ajv";
import { runBounded } from "./bounded.ts";
import { memberPath } from "./json-mismatch.ts";
import { loadAjv, loadAjv2019, loadAjv2020, loadAjvFormats } from "./libraries.ts";
import { showValue } from "./shown-value.ts";

export interface Violation {
  /** JSONPath of the place: `$.items[0].id`. */
  readonly path: string;
  /** "must be number, but is \"x\"". */
  readonly problem: string;
}

export type SchemaVerdict =
  | { readonly kind: "valid" }
  /** Every place that breaks it, in the order of the value. */
  | { readonly kind: "invalid"; readonly violations: readonly Violation[] }
  /** The schema itself cannot be used. */
  | { readonly kind: "unusable"; readonly message: string };

const options = {
  strict: false,
  allErrors: true,
  validateSchema: false,
  verbose: true,
  logger: false,
} as const;

/** Judges the value; `within` is a document that the schema's references point into. */
export function judgeSchema(
  value: unknown,
  schema: unknown,
  within?: { readonly id: string; readonly document: object },
): SchemaVerdict {
  const compiled = compile(schema, within);
  if (typeof compiled === "string") return { kind: "unusable", message: compiled };
  const result = runBounded(() => compiled(value), 2_000);
  if (result.kind === "too-slow") {
    return {
      kind: "unusable",
      message: `validating took more than ${result.limitMs} ms and was stopped`,
    };
  }
  if (result.value === true) return { kind: "valid" };
  const violations = (compiled.errors ?? []).filter(isTold).map(toViolation);
  return { kind: "invalid", violations };
}

/** Whether values are valid, for asking many times; a text says why the schema cannot be used. */
export function schemaTest(schema: unknown): ((value: unknown) => boolean) | string {
  const compiled = compile(schema);
  if (typeof compiled === "string") return compiled;
  return (value) => {
    const result = runBounded(() => compiled(value), 2_000);
    return result.kind !== "too-slow" && result.value === true;
  };
}

function compile(
  schema: unknown,
  within?: { readonly id: string; readonly document: object },
): ValidateFunction | string {
  if (
    typeof schema !== "boolean" &&
    (typeof schema !== "object" || schema === null || Array.isArray(schema))
  ) {
    return `a schema is an object, true or false, not ${showValue(schema)}`;
  }
  try {
    const ajv = ajvFor(schema);
    loadAjvFormats().default(ajv);
    if (within !== undefined) ajv.addSchema(within.document, within.id);
    return ajv.compile(schema) as ValidateFunction;
  } catch (error) {
    return (error as Error).message;
  }
}

function ajvFor(schema: object | boolean) {
  const draft = typeof schema === "object" && "$schema" in schema ? String(schema.$schema) : "";
  if (/draft-0[67]/.test(draft)) return new (loadAjv().Ajv)(options);
  if (draft.includes("2019-09")) return new (loadAjv2019().Ajv2019)(options);
  if (draft === "" || draft.includes("2020-12")) return new (loadAjv2020().Ajv2020)(options);
  throw new Error(
    `its $schema ${draft} is not known; known are 2020-12, 2019-09, draft-07 and draft-06`,
  );
}

/** Of a choice, what each branch lacks is told; that none fits is told besides only when nothing else is. */
function isTold({ keyword }: ErrorObject, _at: number, all: readonly ErrorObject[]): boolean {
  return keyword !== "if" || all.length === 1;
}

function toViolation({
  instancePath,
  message = "is not valid",
  params,
  data,
  keyword,
}: ErrorObject): Violation {
  const path = pathOf(instancePath);
  const { additionalProperty, unevaluatedProperty, allowedValues, allowedValue } = params as Record<
    string,
    unknown
  >;
  const extra = additionalProperty ?? unevaluatedProperty;
  if (extra !== undefined)
    return { path: memberPath(path, String(extra)), problem: "is not allowed" };
  if (keyword === "required") return { path, problem: message };
  const choice = allowedValues ?? (keyword === "const" ? allowedValue : undefined);
  const which = choice === undefined ? "" : `: ${showValue(choice)}`;
  return { path, problem: `${message}${which}, but is ${showValue(data, 80)}` };
}

/** `/items/0/a~1b` as `$.items[0]["a/b"]`. */
function pathOf(pointer: string): string {
  const members = pointer.split("/").slice(1);
  return members
    .map((each) => each.replace(/~1/g, "/").replace(/~0/g, "~"))
    .reduce((path, each) => memberPath(path, /^\d+$/.test(each) ? Number(each) : each), "$");
}

/** "but it breaks the schema in 2 places:" and a line for each. */
export function tellViolations(violations: readonly Violation[], breaks: string): string {
  const places = violations.length === 1 ? "1 place" : `${violations.length} places`;
  const listed = violations.slice(0, 100).map(({ path, problem }) => `  ${path}  ${problem}`);
  const left = violations.length - listed.length;
  if (left > 0) listed.push(`  … and ${left} more`);
  return `but it breaks ${breaks} in ${places}:\n${listed.join("\n")}`;
}
