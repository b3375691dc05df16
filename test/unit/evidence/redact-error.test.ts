import assert from "node:assert/strict";
import { expect, it } from "vitest";
import { redactError } from "../../../src/evidence/redact-error.ts";
import { createSecretKeeper } from "../../../src/evidence/redaction.ts";

const secret = "correct horse";
const keeper = createSecretKeeper({ values: [secret] });

function catchError(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

it("redacts message, stack, causes and properties, and keeps the object", () => {
  const error = Object.assign(
    new RangeError(`no ${secret}`, { cause: new Error(`cause ${secret}`, { cause: secret }) }),
    { body: { deep: [secret, 1] } },
  );
  const redacted = redactError(error, keeper);
  expect(redacted).toBe(error);
  expect(redacted).toBeInstanceOf(RangeError);
  expect(error.message).toBe("no [redacted]");
  expect(error.stack).not.toContain(secret);
  expect((error.cause as Error).message).toBe("cause [redacted]");
  expect((error.cause as Error).cause).toBe("[redacted]");
  expect(error.body).toEqual({ deep: ["[redacted]", 1] });
});

it("redacts what an assertion compared", () => {
  const error = catchError(() =>
    assert.deepEqual({ a: [secret], b: 1 }, { a: ["other"], b: 1 }),
  ) as assert.AssertionError;
  redactError(error, keeper);
  expect(error.actual).toEqual({ a: ["[redacted]"], b: 1 });
  expect(`${error.message}${error.stack}`).not.toContain(secret);
});

it("redacts the errors of an aggregate", () => {
  const error = new AggregateError([new Error(secret)], "all failed");
  redactError(error, keeper);
  expect(error.errors.map(String)).toEqual(["Error: [redacted]"]);
});

it("copies a frozen error", () => {
  const redacted = redactError(Object.freeze(new TypeError(secret)), keeper) as Error;
  expect(redacted.message).toBe("[redacted]");
  expect(redacted.name).toBe("TypeError");
  expect(redacted.stack).not.toContain(secret);
});

it("comes to an end with errors and values that go round in circles", () => {
  const circle: { self?: unknown; text: string } = { text: secret };
  circle.self = circle;
  const error: Error & { me?: unknown; circle?: unknown } = new Error(secret);
  error.me = error;
  error.circle = circle;
  redactError(error, keeper);
  expect(error.message).toBe("[redacted]");
  expect(error.circle).toEqual({ text: "[redacted]", self: "[circular]" });
});

it("leaves a value without a secret the same, circle or not", () => {
  const circle: { self?: unknown } = {};
  circle.self = circle;
  const error = Object.assign(new Error("plain"), { circle });
  redactError(error, keeper);
  expect(error.circle).toBe(circle);
});

it("redacts a thrown text, and leaves alone what holds no secret", () => {
  expect(redactError(`no ${secret}`, keeper)).toBe("no [redacted]");
  const value = { a: [1, "x"] };
  expect(redactError(value, keeper)).toBe(value);
  expect(redactError(undefined, keeper)).toBe(undefined);
});
