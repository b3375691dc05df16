import { expect, test } from "vitest";
import { judgeSchema, tellViolations } from "../../../src/checks/json-schema.ts";
import { type Answered, judgeOpenApi } from "../../../src/checks/openapi.ts";
import { readOpenApi } from "../../../src/checks/openapi-document.ts";

const person = {
  type: "object",
  required: ["name"],
  properties: {
    name: { type: "string" },
    age: { type: "integer", minimum: 0 },
    mail: { format: "email" },
  },
  additionalProperties: false,
};

test("a schema tells every place that breaks it, by path", () => {
  const verdict = judgeSchema({ age: -1, mail: "ada@", more: 1 }, person);
  expect(
    verdict.kind === "invalid" && tellViolations(verdict.violations, "the schema").split("\n"),
  ).toEqual([
    "but it breaks the schema in 4 places:",
    "  $  must have required property 'name'",
    "  $.more  is not allowed",
    "  $.age  must be >= 0, but is -1",
    '  $.mail  must match format "email", but is "ada@"',
  ]);
  expect(judgeSchema({ name: "Ada" }, person)).toEqual({ kind: "valid" });
});

test.each([
  "http://json-schema.org/draft-07/schema#",
  "https://json-schema.org/draft/2019-09/schema",
  "https://json-schema.org/draft/2020-12/schema",
])("the draft %s is known", ($schema) => {
  expect(judgeSchema(1, { $schema, type: "string" }).kind).toBe("invalid");
});

test.each([
  [{ type: "nonsense" }, "type must be JSONType or JSONType[]: nonsense"],
  [{ $ref: "other.json" }, "can't resolve reference other.json"],
  [{ $schema: "http://json-schema.org/draft-03/schema#" }, "known are 2020-12"],
  [[], "a schema is an object"],
])("the schema %j cannot be used, and says why", (schema, message) => {
  const verdict = judgeSchema(1, schema);
  expect(verdict.kind === "unusable" && verdict.message).toContain(message);
});

test("a pattern that would take for ever is stopped", () => {
  const verdict = judgeSchema(`${"a".repeat(40)}!`, { pattern: "^(a+)+$" });
  expect(verdict.kind === "unusable" && verdict.message).toContain("was stopped");
});

const api = readOpenApi(`
openapi: 3.0.3
servers: [{ url: "https://shop.example/v1" }]
paths:
  /books/new:
    get: { responses: { 200: { description: new } } }
  /books/{id}:
    get:
      responses:
        "200":
          headers: { x-rate: { required: true, schema: { type: integer } } }
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Book" }
        "4XX": { $ref: "#/components/responses/Problem" }
components:
  responses:
    Problem:
      content: { application/problem+json: { schema: { type: object, required: [title] } } }
  schemas:
    Book:
      type: object
      required: [id, secret, title]
      properties:
        id: { type: integer, minimum: 0, exclusiveMinimum: true }
        secret: { type: string, writeOnly: true }
        title: { type: string, nullable: true }
        tags: { type: array, items: { $ref: "#/components/schemas/Tag" } }
    Tag: { type: string, enum: [novel, epic] }
`);

function answer(path: string, status: number, json: unknown, more: Partial<Answered> = {}) {
  return judgeOpenApi(api, {
    method: "GET",
    path,
    status,
    contentType: "application/json; charset=utf-8",
    header: () => "1",
    json: () => json,
    isEmpty: false,
    ...more,
  });
}

test("an answer conforms to its operation, below a server's path too", () => {
  const book = { id: 1, title: null, tags: ["epic"] };
  const conforms = { kind: "conforms", operation: "GET /books/{id}" };
  expect(answer("/books/7", 200, book)).toEqual(conforms);
  expect(answer("/v1/books/7", 200, book)).toEqual(conforms);
  expect(answer("/books/new", 200, 5)).toEqual({ kind: "conforms", operation: "GET /books/new" });
});

test("an answer that does not conform tells every place", () => {
  const verdict = answer(
    "/books/7",
    200,
    { id: 0, title: 3, tags: ["epic", "x"] },
    { header: () => undefined },
  );
  expect(verdict.kind === "breaks" && verdict.violations).toEqual([
    { path: "header x-rate", problem: "is required, but is not there" },
    { path: "$.id", problem: "must be > 0, but is 0" },
    { path: "$.title", problem: "must be string,null, but is 3" },
    {
      path: "$.tags[1]",
      problem: 'must be equal to one of the allowed values: ["novel","epic"], but is "x"',
    },
  ]);
  const type = answer("/books/7", 404, {});
  expect(type.kind === "breaks" && type.violations).toEqual([
    { path: "content type", problem: "must be application/problem+json, but is application/json" },
  ]);
  const body = answer("/books/7", 404, {}, { contentType: "application/problem+json" });
  expect(body.kind === "breaks" && body.violations[0]?.problem).toContain("'title'");
});

test("what the document does not describe is told with what it does", () => {
  expect(answer("/authors", 200, {})).toEqual({
    kind: "undescribed",
    message: "no operation is GET /authors; there are:\n  GET /books/new\n  GET /books/{id}",
  });
  expect(answer("/books/7", 500, {})).toEqual({
    kind: "undescribed",
    message: "GET /books/{id} describes no 500; it describes: 200, 4XX",
  });
});

test.each([
  ['$ref: "other.yaml#/x"', 'its $ref "other.yaml#/x" at /paths/~1a/get/responses/200 leads out'],
  ['$ref: "#/none"', 'its $ref "#/none" at /paths/~1a/get/responses/200 leads nowhere'],
  [
    'content: { application/json: { schema: { $ref: "other.json" } } }',
    "can't resolve reference other.json",
  ],
])("nothing conforms to a response of which the document says { %s }", (described, message) => {
  const broken = readOpenApi(
    `openapi: 3.1.0\npaths: { /a: { get: { responses: { 200: { ${described} } } } } }`,
  );
  const verdict = judgeOpenApi(broken, {
    method: "GET",
    path: "/a",
    status: 200,
    contentType: "application/json",
    header: () => undefined,
    json: () => ({}),
    isEmpty: false,
  });
  expect(verdict.kind === "unusable" && verdict.message).toContain(message);
});

test("a document of another kind is refused", () => {
  expect(() => readOpenApi('{ "swagger": "2.0" }')).toThrow('its "openapi" is not there');
  expect(() => readOpenApi("a: [")).toThrow("neither JSON nor YAML");
});
