import { expect, test } from "vitest";
import { Memory, type MemoryOptions } from "../../../src/journey/memory.ts";

function createMemory(options: Partial<MemoryOptions> = {}) {
  const secrets: string[] = [];
  const memory = new Memory({
    env: { TOKEN: "s3cr3t-token" },
    now: () => new Date("2026-01-31T10:20:30.400Z"),
    secrets: { learn: (value) => secrets.push(value) },
    ...options,
  });
  return { memory, secrets };
}

test("what is remembered keeps its type where it stands alone, and is text inside text", () => {
  const { memory } = createMemory();
  const user = { email: "ada@example.com", tags: ["a", { id: 7 }] };
  memory.remember("user", user);
  memory.remember("order id", 42);
  expect(memory.resolveValue("{{user}}")).toBe(user);
  expect(memory.resolveValue("{{ order id }}")).toBe(42);
  expect(memory.resolveValue("no {{order id}}")).toBe("no 42");
  expect(memory.resolve("{{order id}}")).toBe("42");
  expect(memory.resolve("{{user.tags[1].id}}/{{user.tags.0}}/{{user.email}}")).toBe(
    "7/a/ada@example.com",
  );
  expect(memory.resolve('{{user["tags"]}}')).toBe('["a",{"id":7}]');
  expect(memory.names).toEqual(["user", "order id"]);
});

test("a later value replaces the earlier one, and a name with a dot is a name", () => {
  const { memory } = createMemory();
  memory.remember("a", { b: 1 });
  memory.remember("a.b", 2);
  expect(memory.resolveValue("{{a.b}}")).toBe(2);
  memory.remember("a.b", 3);
  expect(memory.recall("a.b")).toBe(3);
});

test("values are put in as they are: what looks like a template in them stays", () => {
  const { memory } = createMemory();
  memory.remember("evil", "{{env.TOKEN}} $& {{evil}}");
  expect(memory.resolve("<{{evil}}>")).toBe("<{{env.TOKEN}} $& {{evil}}>");
});

test("an unknown name tells the known ones and the nearest", () => {
  const { memory } = createMemory();
  expect(() => memory.resolve("{{token}}")).toThrow(
    'Nothing is remembered as "token", nor as anything else yet. Remember it before: I remember "…" as "token"',
  );
  memory.remember("customer", { email: "a@b.c", name: "Ada" });
  memory.remember("order", 1);
  expect(() => memory.resolve("{{costumer.email}}")).toThrow(
    'Nothing is remembered as "costumer". Known are: customer, order. Did you mean {{customer}}?',
  );
  expect(() => memory.resolve("{{zzz}}")).toThrow(/Known are: customer, order\.$/);
  expect(() => memory.resolve("{{customer.mail}}")).toThrow(
    '{{customer.mail}}: there is no "mail" in it; there are: email, name.',
  );
  expect(() => memory.resolve("{{order.id}}")).toThrow("it is 1, which holds nothing");
  expect(() => memory.resolve("{{customer.constructor}}")).toThrow("there is no");
  expect(memory.knows("customer.email")).toBe(true);
  expect(memory.knows("customer.mail")).toBe(false);
});

test("the environment is read, and what comes out of it is a secret", () => {
  const { memory, secrets } = createMemory();
  expect(memory.resolve("Bearer {{env.TOKEN}}")).toBe("Bearer s3cr3t-token");
  expect(secrets).toEqual(["s3cr3t-token"]);
  expect(() => memory.resolve("{{env.OTHER}}")).toThrow(
    "{{env.OTHER}}: the environment variable OTHER is not set.",
  );
});

test("unique values stay within a scenario and differ between two, and by label", () => {
  const { memory } = createMemory();
  const email = memory.resolve("{{unique.email}}");
  expect(email).toMatch(/^user-[a-z0-9]{10}@example\.com$/);
  expect(memory.resolve("{{unique.email}}")).toBe(email);
  expect(memory.resolve("{{unique.email:2}}")).not.toBe(email);
  expect(createMemory().memory.resolve("{{unique.email}}")).not.toBe(email);
  expect(memory.makeUnique("email")).not.toBe(memory.makeUnique("email"));
  expect(memory.resolve("{{unique.id}}")).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(memory.resolve("{{unique.name}}")).toMatch(/^Name [a-z0-9]{10}$/);
  expect(memory.resolveValue("{{unique.number}}")).toSatisfy(
    (value) => Number.isInteger(value) && String(value).length === 9,
  );
  expect(() => memory.resolve("{{unique.mail}}")).toThrow(
    'Nothing unique is called "mail"; there are: id, uuid, email, name, username, word, number. Did you mean {{unique.email}}?',
  );
});

test("the random source can be given", () => {
  const random = (size: number) => new Uint8Array(size).fill(255);
  const { memory } = createMemory({ random });
  expect(memory.resolve("{{unique.id}}")).toBe("ffffffff-ffff-4fff-bfff-ffffffffffff");
});

test.each([
  ["now", "2026-01-31T10:20:30.400Z"],
  ["today", "2026-01-31"],
  ["now + 90 seconds", "2026-01-31T10:22:00.400Z"],
  ["now - 1 hour", "2026-01-31T09:20:30.400Z"],
  ["today+1 day", "2026-02-01"],
  ["today - 2 weeks", "2026-01-17"],
  ["today + 1 month", "2026-02-28"],
  ["today - 1 year", "2025-01-31"],
  ["now + 13 months", "2027-02-28T10:20:30.400Z"],
])("{{%s}} is %s", (expression, expected) => {
  expect(createMemory().memory.resolve(`{{${expression}}}`)).toBe(expected);
});

test.each([
  ["{{today + 2 hours}}", '"today" is a date and has no hours'],
  ["{{now + two days}}", '"now + two days" is not understood; write "now + 2 days"'],
])("%s is refused", (text, message) => {
  expect(() => createMemory().memory.resolve(text)).toThrow(message);
});

test.each(["", " ", "a}b", "env.X", "unique.id", "now", "today + 1 day"])(
  "%j cannot be a name",
  (name) => {
    const { memory } = createMemory();
    expect(() => memory.remember(name, 1)).toThrow(/name/);
    expect(memory.names).toEqual([]);
  },
);

test("names that only begin like a word of ours are names", () => {
  const { memory } = createMemory();
  memory.remember("todays_menu", "soup");
  memory.remember("environment", "x");
  expect(memory.resolve("{{todays_menu}} {{environment}}")).toBe("soup x");
});
