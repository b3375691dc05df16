// What the configuration's `policy` accepts, for machines: schemas/policy.schema.json is written from it. What words
// mean (tag expressions, kinds, dates that exist) is for src/policy to say.

const text = { type: "string", minLength: 1 } as const;
const words = {
  type: "string",
  pattern: "\\p{L}{2}",
  description: "a text with at least one word of two letters",
} as const;
const tagPattern = {
  type: "string",
  pattern: "^@\\S+$",
  description: 'a tag such as "@smoke", or "@compliance:*" for any value',
} as const;
const tagPatterns = { type: "array", items: tagPattern, minItems: 1 } as const;
const texts = { type: "array", items: text, minItems: 1 } as const;
const atLeast = {
  type: "object",
  minProperties: 1,
  additionalProperties: {
    type: "integer",
    minimum: 1,
    maximum: 1_000_000,
    description: "a whole number from 1",
  },
} as const;
const duration = {
  type: "string",
  minLength: 1,
  description: 'a time such as "300ms", "2s" or "5min"',
} as const;

const object = (properties: object, more: object = {}) =>
  ({ type: "object", additionalProperties: false, properties, ...more }) as const;

const rule = object(
  {
    id: {
      type: "string",
      pattern: "^[a-z0-9]+(-[a-z0-9]+)*$",
      description: 'small letters, digits and hyphens, such as "high-risk"',
    },
    reason: words,
    severity: { enum: ["error", "warning"] },
    for: { enum: ["stories", "rules", "scenarios", "tags", "project"] },
    tag: tagPattern,
    where: text,
    having: text,
    planned: { type: "boolean" },
    require: object(
      {
        tags: tagPatterns,
        gates: texts,
        guarantees: atLeast,
        scenarios: atLeast,
        intent: { const: true },
      },
      { minProperties: 1 },
    ),
    forbid: object({ tags: tagPatterns, gates: texts, guarantees: texts }, { minProperties: 1 }),
    limit: object(
      {
        gates: { type: "object", minProperties: 1, additionalProperties: {} },
        scenarios: { type: "integer", minimum: 0, description: "a whole number from 0" },
        runningTime: duration,
      },
      { minProperties: 1 },
    ),
    unknown: { enum: ["error", "warning", "note"] },
    // A function, in rules that are code.
    check: {},
  },
  // A path of a module instead is a text, to which all of the above does not apply.
  {
    type: ["object", "string"],
    required: ["id", "reason"],
    minLength: 1,
    description:
      "an object with at least id and reason, what definePolicy gives, or the path of a module that exports such rules",
  },
);

const waiver = object(
  {
    rule: text,
    story: text,
    scenario: text,
    tag: tagPattern,
    who: words,
    why: words,
    until: {
      type: "string",
      pattern: "^\\d{4}-\\d{2}-\\d{2}$",
      description: 'a date such as "2027-03-01"',
    },
  },
  { required: ["rule", "who", "why", "until"] },
);

export const policyBlock = object({
  rules: { type: "array", items: rule },
  waivers: { type: "array", items: waiver },
});

export const policySchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "urn:storyproof:schema:policy",
  title: "The policy of a storyproof configuration",
  ...policyBlock,
} as const;
