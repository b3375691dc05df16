import { expect, it } from "vitest";
import { redactBody } from "../../../src/evidence/redact-body.ts";
import { createSecretKeeper } from "../../../src/evidence/redaction.ts";

const json = "application/json; charset=utf-8";

it.each([
  ['{"password":"abc","email":"a@b.c"}', '{"password":"[redacted]","email":"a@b.c"}'],
  ['{ "user" : { "newPassword" : "a\\"b" } }', '{ "user" : { "newPassword" : "[redacted]" } }'],
  ['[{"token":"x"},{"token":"y"}]', '[{"token":"[redacted]"},{"token":"[redacted]"}]'],
  ['{"otp":123456,"big":12345678901234567890}', '{"otp":"[redacted]","big":12345678901234567890}'],
  ['{"token":null,"session":true,"secret":""}', '{"token":null,"session":true,"secret":""}'],
  ['{"session":{"id":"x","a":[1,"}"]},"b":1}', '{"session":"[redacted]","b":1}'],
  ['{"tokens":["a","]"],"b":1}', '{"tokens":"[redacted]","b":1}'],
  ['{"passw\\u006frd":"abc"}', '{"passw\\u006frd":"[redacted]"}'],
  ['{"a":"\\"password\\":\\"x\\""}', '{"a":"\\"password\\":\\"x\\""}'],
  ['{"a":1}\n{"token":"x"}\n', '{"a":1}\n{"token":"[redacted]"}\n'],
  ['{"a":{"token":"x"', '{"a":{"token":"[redacted]"'],
  ['{"a":{"token":{"x":"y', '{"a":{"token":"[redacted]"'],
  ["[]", "[]"],
  ["not json", "not json"],
])("redacts the JSON %s by its names", (body, expected) => {
  const keeper = createSecretKeeper();
  expect(redactBody(body, json, keeper)).toBe(expected);
});

it("leaves no leaf of a secret field at any depth", () => {
  const keeper = createSecretKeeper();
  const nest = (depth: number): unknown =>
    depth === 0
      ? { password: 'deep \\ " secret', list: [{ api_key: "other{secret" }], keep: "kept" }
      : { [`a${depth}`]: depth % 2 === 0 ? [nest(depth - 1)] : nest(depth - 1) };
  for (let depth = 0; depth < 30; depth += 1) {
    const redacted = redactBody(JSON.stringify(nest(depth), null, depth % 4), json, keeper);
    expect(redacted).not.toMatch(/secret/);
    expect(JSON.stringify(JSON.parse(redacted))).toContain('"keep":"kept"');
  }
});

it("redacts a form by its names, known secrets everywhere", () => {
  const keeper = createSecretKeeper({ values: ["open sesame"] });
  expect(
    redactBody(
      "email=a%40b.c&user%5Bpassword%5D=x+y&note=open+sesame&last=",
      "application/x-www-form-urlencoded",
      keeper,
    ),
  ).toBe("email=a%40b.c&user%5Bpassword%5D=[redacted]&note=[redacted]&last=");
});

it("redacts the fields of a multipart body by their names", () => {
  const keeper = createSecretKeeper();
  const body = [
    "--b",
    'Content-Disposition: form-data; name="password"',
    "",
    "one\r\ntwo",
    "--b",
    'Content-Disposition: form-data; name="note"; filename="a.txt"',
    "Content-Type: text/plain",
    "",
    "hello",
    "--b--",
    "",
  ].join("\r\n");
  expect(redactBody(body, "multipart/form-data; boundary=b", keeper)).toBe(
    body.replace("one\r\ntwo", "[redacted]"),
  );
});

it("looks at the body itself when no media type tells what it is", () => {
  const keeper = createSecretKeeper();
  expect(redactBody(' {"password":"abc"}', undefined, keeper)).toBe(' {"password":"[redacted]"}');
});

it("stays quick with a long body full of quotes and braces", () => {
  const keeper = createSecretKeeper({ values: ["hunter22"] });
  const body = JSON.stringify(
    Array.from({ length: 20_000 }, (_, index) => ({ [`a"${index}`]: '{"\\[', token: "x" })),
  );
  expect(redactBody(body, json, keeper)).not.toContain('"token":"x"');
  expect(redactBody('{"a":"'.repeat(50_000), json, keeper)).toHaveLength(300_000);
  expect(redactBody('"'.repeat(100_000), json, keeper)).toHaveLength(100_000);
  expect(redactBody("[".repeat(100_000), json, keeper)).toHaveLength(100_000);
});
