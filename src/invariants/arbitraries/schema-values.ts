// Values that a JSON Schema describes, by its common keywords. What it does not know it says: keyword and place.
// What it makes need not be valid to the last (`oneOf`, patterns with lengths): whoever uses it sorts that out.
import { StoryError } from "../../journey/story-error.ts";
import type { FastCheck } from "../fast-check.ts";
import { anyCharacters } from "./characters.ts";
import type { Values } from "./form.ts";
import { formatValues } from "./schema-formats.ts";
import { textArbitrary } from "./text-arbitrary.ts";

export interface SchemaFields {
  readonly [keyword: string]: unknown;
}
export type Schema = SchemaFields | boolean;

/** Says nothing about values, or is made use of elsewhere. */
const silent =
  /^(?:\$schema|\$id|\$anchor|\$comment|\$defs|definitions|title|description|default|examples?|deprecated|readOnly|writeOnly|contentMediaType|contentEncoding|x-.*)$/;

const known: ReadonlySet<string> = new Set(
  (
    "$ref type enum const nullable properties required additionalProperties minProperties items prefixItems minItems maxItems " +
    "uniqueItems minLength maxLength pattern format minimum maximum exclusiveMinimum exclusiveMaximum multipleOf anyOf oneOf allOf"
  ).split(" "),
);

/** Deeper values of schemas that refer to themselves show nothing more. */
const deepest = 4;
const usuallyMostItems = 5;
const usuallyLongest = 100;

export function readSchema(value: unknown, file: string): Schema {
  if (typeof value === "boolean") return value;
  if (isFields(value)) return value;
  throw new StoryError(`The schema ${file} is neither an object nor true or false.`);
}

export class SchemaValues {
  readonly #fc: FastCheck;
  readonly #root: Schema;
  readonly #file: string;

  constructor(fc: FastCheck, root: Schema, file: string) {
    this.#fc = fc;
    this.#root = root;
    this.#file = file;
  }

  /** Throws a StoryError that names the keyword that values cannot be made for. */
  make(): Values {
    return this.#of(this.#root, "#", 0);
  }

  #of(schema: Schema, at: string, depth: number): Values {
    const fc = this.#fc;
    if (schema === true)
      return fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    if (schema === false) throw this.#cannot("false, which nothing is valid for,", at);
    const strange = Object.keys(schema).find((key) => !known.has(key) && !silent.test(key));
    if (strange !== undefined) throw this.#cannot(`the keyword "${strange}"`, at);
    const made = this.#ofKnown(schema, at, depth);
    return schema["nullable"] === true
      ? fc.oneof({ weight: 5, arbitrary: made }, fc.constant(null))
      : made;
  }

  #ofKnown(schema: SchemaFields, at: string, depth: number): Values {
    const fc = this.#fc;
    const { $ref, allOf, anyOf, oneOf } = schema;
    if ("const" in schema) return fc.constant(schema["const"]);
    if (Array.isArray(schema["enum"])) return fc.constantFrom(...schema["enum"]);
    if (typeof $ref === "string") return this.#of(this.#follow($ref, at), $ref, depth + 1);
    if (Array.isArray(allOf)) return this.#of(this.#merge(schema, allOf, at), at, depth);
    const choices = anyOf ?? oneOf;
    if (Array.isArray(choices)) return this.#ofChoices(schema, choices, at, depth);
    const types = [schema["type"] ?? guessType(schema)].flat();
    const all = types.map((type) => this.#ofType(String(type), schema, at, depth));
    return all.length === 1 && all[0] !== undefined ? all[0] : fc.oneof(...all);
  }

  #ofChoices(schema: SchemaFields, choices: readonly unknown[], at: string, depth: number): Values {
    const { anyOf: _any, oneOf: _one, ...rest } = schema;
    // Where it has gone deep enough, what refers to something else is left.
    const plain = choices.filter((one) => isFields(one) && !("$ref" in one));
    const left = depth >= deepest && plain.length > 0 ? plain : choices;
    const made = left.map((one, index) => {
      return this.#of(
        this.#merge(rest, [one], at),
        `${at}/${"anyOf" in schema ? "anyOf" : "oneOf"}/${index}`,
        depth,
      );
    });
    return this.#fc.oneof(...made);
  }

  #ofType(type: string, schema: SchemaFields, at: string, depth: number): Values {
    const fc = this.#fc;
    switch (type) {
      case "null":
        return fc.constant(null);
      case "boolean":
        return fc.boolean();
      case "integer":
        return this.#numbers(schema, 1);
      case "number":
        return this.#numbers(schema, 0.01);
      case "string":
        return this.#texts(schema, at);
      case "array":
        return this.#lists(schema, at, depth);
      case "object":
        return this.#objects(schema, at, depth);
      default:
        throw this.#cannot(`the type "${type}"`, at);
    }
  }

  #numbers(schema: SchemaFields, usualStep: number): Values {
    const step = numberOf(schema["multipleOf"]) ?? usualStep;
    const above = numberOf(schema["exclusiveMinimum"]);
    const below = numberOf(schema["exclusiveMaximum"]);
    const min = Math.max(
      numberOf(schema["minimum"]) ?? -Infinity,
      above === undefined ? -Infinity : above + step,
    );
    const max = Math.min(
      numberOf(schema["maximum"]) ?? Infinity,
      below === undefined ? Infinity : below - step,
    );
    const low = Number.isFinite(min) ? min : Math.min(-1_000_000, max - 1_000_000);
    const high = Number.isFinite(max) ? max : Math.max(1_000_000, low + 1_000_000);
    const first = Math.ceil(Number((low / step).toFixed(6)));
    const last = Math.max(first, Math.floor(Number((high / step).toFixed(6))));
    const digits = 10;
    return this.#fc
      .integer({ min: first, max: last })
      .map((count) => Number((count * step).toFixed(digits)));
  }

  #texts(schema: SchemaFields, at: string): Values {
    const { pattern, format } = schema;
    const min = numberOf(schema["minLength"]) ?? 0;
    const max = numberOf(schema["maxLength"]) ?? min + usuallyLongest;
    if (typeof pattern === "string") return this.#fc.stringMatching(new RegExp(pattern, "u"));
    if (typeof format !== "string") return textArbitrary(this.#fc, anyCharacters, { min, max });
    const made = formatValues(this.#fc, format);
    if (made === undefined) throw this.#cannot(`the format "${format}"`, at);
    return made;
  }

  #lists(schema: SchemaFields, at: string, depth: number): Values {
    const { prefixItems, items, uniqueItems } = schema;
    const minLength = numberOf(schema["minItems"]) ?? 0;
    if (Array.isArray(prefixItems)) {
      const first = prefixItems.map((one, index) =>
        this.#of(asSchema(one), `${at}/prefixItems/${index}`, depth),
      );
      return this.#fc.tuple(...first);
    }
    if (depth >= deepest && minLength === 0) return this.#fc.constant([]);
    const maxLength = numberOf(schema["maxItems"]) ?? minLength + usuallyMostItems;
    const size = { minLength, maxLength, size: "max" } as const;
    const made = this.#of(asSchema(items ?? true), `${at}/items`, depth);
    return uniqueItems === true
      ? this.#fc.uniqueArray(made, { ...size, selector: (value) => JSON.stringify(value) })
      : this.#fc.array(made, size);
  }

  #objects(schema: SchemaFields, at: string, depth: number): Values {
    const { properties, required } = schema;
    const named = isFields(properties) ? properties : {};
    const requiredKeys = Array.isArray(required) ? required.map(String) : [];
    const keys = [...new Set([...requiredKeys, ...(depth >= deepest ? [] : Object.keys(named))])];
    if (depth > 5 * deepest) throw this.#cannot("a schema that requires itself", at);
    const made = keys.map(
      (key) =>
        [key, this.#of(asSchema(named[key] ?? true), `${at}/properties/${key}`, depth)] as const,
    );
    return this.#fc.record(Object.fromEntries(made), { requiredKeys, noNullPrototype: true });
  }

  #follow($ref: string, at: string): Schema {
    const parts = $ref.startsWith("#/") ? $ref.slice(2).split("/") : undefined;
    if ($ref === "#") return this.#root;
    const found = parts?.reduce<unknown>((value, part) => {
      const key = decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~");
      return isFields(value) || Array.isArray(value) ? (value as SchemaFields)[key] : undefined;
    }, this.#root);
    if (typeof found === "boolean" || isFields(found)) return found;
    throw this.#cannot(`"$ref": "${$ref}", which leads to no schema in the file,`, at);
  }

  /** All of them as one: of what two say, `required` and `properties` are put together, and the last counts otherwise. */
  #merge(
    { allOf: _all, ...own }: SchemaFields,
    others: readonly unknown[],
    at: string,
  ): SchemaFields {
    let merged = own as SchemaFields;
    for (const other of others) {
      const isReference = isFields(other) && typeof other["$ref"] === "string";
      const resolved = isReference ? this.#follow(String(other["$ref"]), at) : other;
      if (!isFields(resolved)) continue;
      const { allOf = [], ...plain } = resolved;
      const whole = this.#merge(plain, asList(allOf), at);
      merged = { ...merged, ...whole, ...joined(merged, whole) };
    }
    return merged;
  }

  #cannot(what: string, at: string): StoryError {
    return new StoryError(
      `Values for the schema ${this.#file} cannot be generated: ${what} at ${at} is not known here. Describe it with the common keywords, or define your own with defineArbitrary.`,
    );
  }
}

function joined(a: SchemaFields, b: SchemaFields): SchemaFields {
  const required = [...asList(a["required"]), ...asList(b["required"])];
  const properties = { ...(a["properties"] ?? {}), ...(b["properties"] ?? {}) };
  return {
    ...(required.length > 0 && { required }),
    ...(Object.keys(properties).length > 0 && { properties }),
  };
}

function guessType(schema: SchemaFields): string | readonly string[] {
  const has = (...keys: readonly string[]) => keys.some((key) => key in schema);
  if (has("properties", "required", "additionalProperties", "minProperties")) return "object";
  if (has("items", "prefixItems", "minItems", "maxItems", "uniqueItems")) return "array";
  if (has("minLength", "maxLength", "pattern", "format")) return "string";
  if (has("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"))
    return "number";
  return ["string", "integer", "boolean", "null"];
}

function isFields(value: unknown): value is SchemaFields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function asSchema(value: unknown): Schema {
  return typeof value === "boolean" || isFields(value) ? value : true;
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}
