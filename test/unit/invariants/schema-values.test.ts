// Values for JSON Schemas: all that are to be valid are, all that are to break it do, and what cannot be made is told.
import fc from "fast-check";
import { expect, it } from "vitest";
import { schemaTest } from "../../../src/checks/json-schema.ts";
import { readArbitrary } from "../../../src/invariants/arbitraries/read-arbitrary.ts";
import { StoryError } from "../../../src/journey/story-error.ts";

function valuesFor(schema: unknown, words: string) {
  const text = typeof schema === "string" ? schema : JSON.stringify(schema);
  return readArbitrary(`${words} "a.json"`, { fc, own: new Map(), readFile: () => text });
}

function testFor(schema: unknown): (value: unknown) => boolean {
  const test = schemaTest(schema);
  if (typeof test === "string") throw new Error(test);
  return test;
}

const customer = {
  type: "object",
  required: ["email", "age", "address"],
  additionalProperties: false,
  properties: {
    email: { type: "string", format: "email" },
    age: { type: "integer", minimum: 18, maximum: 120 },
    name: { type: ["string", "null"], minLength: 1, maxLength: 40 },
    code: { type: "string", pattern: "^[A-Z]{2}\\d{3}$" },
    price: { type: "number", exclusiveMinimum: 0, multipleOf: 0.01, maximum: 99.99 },
    colour: { enum: ["red", "green"] },
    kind: { const: "customer" },
    tags: {
      type: "array",
      items: { type: "string", maxLength: 5 },
      maxItems: 3,
      uniqueItems: true,
    },
    address: { $ref: "#/$defs/address" },
    contact: {
      oneOf: [
        {
          type: "object",
          required: ["phone"],
          properties: { phone: { type: "string", minLength: 3 } },
        },
        { type: "integer", minimum: 5 },
      ],
    },
    parent: { $ref: "#" },
    both: {
      allOf: [
        { type: "object", required: ["a"], properties: { a: { type: "integer" } } },
        { required: ["b"], properties: { b: { type: "boolean" } } },
      ],
    },
    born: { type: "string", format: "date" },
    pair: { type: "array", prefixItems: [{ type: "integer" }, { type: "string" }], minItems: 2 },
  },
  $defs: {
    address: {
      type: "object",
      required: ["city"],
      properties: {
        city: { type: "string", minLength: 1 },
        geo: { anyOf: [{ type: "null" }, { type: "number" }] },
      },
    },
  },
};

it("conforms to the schema, and uses all of it", () => {
  const isValid = testFor(customer);
  const made = fc.sample(valuesFor(customer, "value that conforms to"), { seed: 3, numRuns: 300 });
  expect(made.filter((value) => !isValid(value))).toEqual([]);
  const keys = new Set(made.flatMap((value) => Object.keys(value as object)));
  expect([...keys].sort()).toEqual(Object.keys(customer.properties).sort());
});

it("breaks the schema in more than one way, and mostly in one place", () => {
  const isValid = testFor(customer);
  const made = fc.sample(valuesFor(customer, "value that breaks the schema"), {
    seed: 3,
    numRuns: 300,
  });
  expect(made.filter(isValid)).toEqual([]);
  const objects = made.filter((value) => typeof value === "object" && value !== null);
  expect(objects.length).toBeGreaterThan(200);
  const isWithout = (key: string) => objects.some((value) => !(key in (value as object)));
  for (const key of customer.required) expect(isWithout(key)).toBe(true);
  expect(objects.some((value) => "not described" in (value as object))).toBe(true);
});

it("is made smaller to what the schema asks for at least", () => {
  const property = fc.property(valuesFor(customer, "value conforming to"), () => false);
  const { counterexample } = fc.check(property, { seed: 9 });
  expect(counterexample?.[0]).toEqual({ email: "a@a.aa", age: 18, address: { city: "a" } });
});

it.each([
  [
    { type: "object", patternProperties: { "^a": {} } },
    'Values for the schema a.json cannot be generated: the keyword "patternProperties" at # is not known here.',
  ],
  [{ properties: { a: { not: {} } } }, 'the keyword "not" at #/properties/a is not known here.'],
  [{ type: "string", format: "iban" }, 'the format "iban" at # is not known here.'],
  [{ type: "array", items: { type: "date" } }, "cannot be used: "],
  [{ $ref: "#/$defs/none" }, "cannot be used: "],
  [
    { type: "object", required: ["a"], properties: { a: { $ref: "#" } } },
    "a schema that requires itself at #",
  ],
  ["{ no JSON", "The schema a.json is no JSON: "],
  ["[]", "The schema a.json is neither an object nor true or false."],
  [
    { type: "integer", oneOf: [{ minimum: 1 }, { minimum: 0 }], enum: [1, 2, 3] },
    "Of 100 values that were made for the schema, 0 were valid for a.json",
  ],
])("says what it cannot make: %j", (schema, problem) => {
  const make = () => valuesFor(schema, "value that conforms to");
  expect(make).toThrow(StoryError);
  expect(make).toThrow(problem);
});
