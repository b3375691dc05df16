// The schemas of an OpenAPI document as JSON Schema 2020-12, for judging answers.
// 3.0 has words of its own (`nullable`, boolean `exclusiveMinimum`); what is `writeOnly` is never in an answer.

type Json = Record<string, unknown>;

/** The document with every object that looks like a schema rewritten. Members that are none stay as they are. */
export function toJsonSchema(value: unknown, version: "3.0" | "3.1"): unknown {
  return rewrite(value, version, false);
}

/** Examples and the like hold data: a "nullable" in there is nobody's keyword. */
const dataKeys = new Set(["example", "examples", "default", "enum", "const"]);

/** Below these keys every key is a name and not a keyword. */
const mapKeys = new Set(["properties", "patternProperties", "schemas", "$defs", "definitions"]);

function rewrite(value: unknown, version: "3.0" | "3.1", isMap: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => rewrite(item, version, false));
  if (typeof value !== "object" || value === null) return value;
  const rewritten: Json = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      !isMap && dataKeys.has(key) ? inner : rewrite(inner, version, !isMap && mapKeys.has(key)),
    ]),
  );
  if (isMap) return rewritten;
  const readable = withoutWriteOnly(rewritten);
  return version === "3.0" ? fromVersion30(readable) : readable;
}

function withoutWriteOnly(schema: Json): Json {
  const { required, properties } = schema;
  if (!Array.isArray(required) || typeof properties !== "object" || properties === null)
    return schema;
  const isAnswered = (name: unknown) =>
    ((properties as Json)[String(name)] as Json | undefined)?.["writeOnly"] !== true;
  return { ...schema, required: required.filter(isAnswered) };
}

function fromVersion30(schema: Json): Json {
  // Beside a reference 3.0 reads nothing.
  if (typeof schema["$ref"] === "string") return { $ref: schema["$ref"] };
  const { nullable, ...rest } = withNumericLimits(schema);
  if (nullable !== true) return rest;
  if (typeof rest["type"] !== "string") return { anyOf: [rest, { type: "null" }] };
  const values = rest["enum"];
  return {
    ...rest,
    type: [rest["type"], "null"],
    ...(Array.isArray(values) && !values.includes(null) && { enum: [...values, null] }),
  };
}

/** `maximum: 5, exclusiveMaximum: true` is `exclusiveMaximum: 5`. */
function withNumericLimits(schema: Json): Json {
  const limits = [
    ["minimum", "exclusiveMinimum"],
    ["maximum", "exclusiveMaximum"],
  ] as const;
  return limits.reduce((current, [limit, exclusive]) => {
    if (typeof current[exclusive] !== "boolean") return current;
    const { [limit]: bound, [exclusive]: isExclusive, ...rest } = current;
    if (bound === undefined) return rest;
    return { ...rest, [isExclusive === true ? exclusive : limit]: bound };
  }, schema);
}
