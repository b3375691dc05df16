// Every problem of a configuration at once: its path, what was found, what is allowed.
import { Ajv, type ErrorObject } from "ajv";
import { closest, distance } from "fastest-levenshtein";
import { compilePattern } from "./gaps-options.ts";
import type { StoryproofOptions } from "./options.ts";
import { configSchema } from "./schema.ts";

export interface ConfigProblem {
  /** Where, as one would write it in JavaScript: `environments.local.baseUrl`. Empty for the whole. */
  readonly path: string;
  readonly found: string;
  readonly allowed: string;
}

/** The problems of a value that should be options; none means it is. */
export function findConfigProblems(options: unknown): readonly ConfigProblem[] {
  // The schema is ours and tested, and it is used once: checking it against its own meta-schema
  // or optimising the code made from it would take longer than everything else here.
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    strict: false,
    meta: false,
    validateSchema: false,
    code: { optimize: false },
  });
  ajv.addFormat("regex", isRegularExpression);
  const validate = ajv.compile<StoryproofOptions>(configSchema);
  if (validate(options)) return [...unknownEnvironment(options), ...wrongPatterns(options)];
  return dropRepeated((validate.errors ?? []).filter((error) => !isBranch(error)).map(toProblem));
}

function isRegularExpression(source: string): boolean {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
}

/** Errors inside the branches of a choice repeat what the choice itself says. */
function isBranch({ schemaPath }: ErrorObject): boolean {
  return /\/anyOf\/\d+\//.test(schemaPath);
}

function unknownEnvironment({
  environment,
  environments,
}: StoryproofOptions): readonly ConfigProblem[] {
  const known = Object.keys(environments ?? { local: {} });
  if (environment === undefined || known.includes(environment)) return [];
  return [
    {
      path: "environment",
      found: JSON.stringify(environment),
      allowed: `one of ${known.map((name) => JSON.stringify(name)).join(", ")} (the names below environments)`,
    },
  ];
}

/** Signals are looked for in another way than JSON Schema means: \p{L} is one letter of any alphabet. */
function wrongPatterns({ gaps }: StoryproofOptions): readonly ConfigProblem[] {
  return (gaps?.signals ?? []).flatMap((signal, index) =>
    (["pattern", "unless"] as const).flatMap((part) => {
      try {
        compilePattern(signal[part] ?? "");
        return [];
      } catch (error) {
        const why = (error as Error).message.replace(/^.*: /s, "");
        const found = `${shown(signal[part])}: ${why}`;
        return [{ path: `gaps.signals[${index}].${part}`, found, allowed: "a regular expression" }];
      }
    }),
  );
}

function toProblem(error: ErrorObject): ConfigProblem {
  const path = pathOf(error.instancePath);
  if (error.keyword === "additionalProperties") return unknownOption(path, error);
  if (error.keyword === "required") return missingOption(path, error);
  return { path, found: shown(error.data), allowed: allowedBy(error) + nearestAllowed(error) };
}

/** A name with a slip of the pen in it is hard to find among many. */
function nearestAllowed({ keyword, params, data }: ErrorObject): string {
  if (keyword !== "enum" || typeof data !== "string") return "";
  const names = (params["allowedValues"] as readonly unknown[]).map(String);
  const near = closest(data, names);
  const isNear = distance(data, near) <= Math.max(data.length < 4 ? 1 : 2, data.length / 3);
  return isNear ? `. Did you mean ${near}?` : "";
}

function missingOption(path: string, { params, parentSchema }: ErrorObject): ConfigProblem {
  const name = String(params["missingProperty"]);
  const schemas = (parentSchema?.["properties"] ?? {}) as Readonly<Record<string, SchemaPart>>;
  return {
    path: path === "" ? name : `${path}.${name}`,
    found: "nothing",
    allowed: describePart(schemas[name] ?? {}),
  };
}

interface SchemaPart {
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly type?: string;
  readonly items?: SchemaPart;
}

function describePart({ description, enum: values, type, items }: SchemaPart): string {
  if (description !== undefined) return description;
  if (values !== undefined) return oneOf(values);
  if (items !== undefined) return `a list, each ${describePart(items)}`;
  if (type === "string") return "a text";
  return type === undefined ? "a value" : `${article(type)} ${type}`;
}

function oneOf(values: readonly unknown[]): string {
  return `one of ${values.map((value) => JSON.stringify(value)).join(", ")}`;
}

function unknownOption(path: string, error: ErrorObject): ConfigProblem {
  const name = String(error.params["additionalProperty"]);
  const known = Object.keys((error.parentSchema?.["properties"] as object | undefined) ?? {});
  return {
    path: path === "" ? name : `${path}.${name}`,
    found: "an option that does not exist",
    allowed: `${known.join(", ")}. Did you mean ${closest(name, known)}?`,
  };
}

function allowedBy({ keyword, params, message, parentSchema }: ErrorObject): string {
  const description = parentSchema?.["description"];
  if (typeof description === "string") return description;
  switch (keyword) {
    case "enum":
      return oneOf(params["allowedValues"] as readonly unknown[]);
    case "type":
      return `${article(String(params["type"]))} ${params["type"]}`;
    case "anyOf":
      return "a text, or false to leave it out";
    default:
      return message ?? keyword;
  }
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? "an" : "a";
}

function pathOf(pointer: string): string {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replace(/~1/g, "/").replace(/~0/g, "~"))
    .reduce(
      (path, part) =>
        /^\d+$/.test(part) ? `${path}[${part}]` : path === "" ? part : `${path}.${part}`,
      "",
    );
}

function shown(value: unknown): string {
  const whole = JSON.stringify(value) ?? String(value);
  const text = whole.replace(/:\/\/[^\s/"]*@/g, "://[redacted]@");
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

function dropRepeated(problems: readonly ConfigProblem[]): readonly ConfigProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ path }) => !seen.has(path) && seen.add(path));
}
