import { expect, it } from "vitest";
import { createSecretKeeper } from "../../../src/evidence/redaction.ts";

// A small generator of our own (mulberry32): the same texts in every run.
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const alphabet = [
  ..."abcXYZ0189 -_.~!*'()+/=&?#%@:;,$\"\\<>{}[]|^`",
  "\n",
  "\t",
  "é",
  "ß",
  "日",
  "😀",
  "\u202e",
];

function makeText(random: () => number, length: number): string {
  return Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)] ?? "a").join(
    "",
  );
}

it("leaves every text as it is while no secret is known", () => {
  const keeper = createSecretKeeper();
  const random = createRandom(1);
  for (let round = 0; round < 500; round += 1) {
    const text = makeText(random, 60);
    expect(keeper.redact(text)).toBe(text);
  }
});

it("leaves no spelling of a secret in any text", () => {
  const random = createRandom(2);
  for (let round = 0; round < 1500; round += 1) {
    const secret = makeText(random, 8 + Math.floor(random() * 30)).trim();
    if (secret.length < 6 || new Set(secret).size < 2) continue;
    const keeper = createSecretKeeper({ values: [secret] });
    const spellings = [
      secret,
      JSON.stringify(secret).slice(1, -1),
      JSON.stringify(JSON.stringify(secret)).slice(3, -3),
      encodeURIComponent(secret),
      encodeURIComponent(secret).replace(/%../g, (octet) => octet.toLowerCase()),
      new URLSearchParams({ a: secret }).toString().slice(2),
    ];
    for (const spelling of spellings) {
      const before = makeText(random, 5);
      const redacted = keeper.redact(`${before}|${spelling}|${spelling}|`);
      expect(redacted, `${secret} as ${spelling}`).not.toContain(spelling);
      expect(redacted.endsWith("|[redacted]|[redacted]|"), redacted).toBe(true);
    }
  }
});

it("finds a secret inside base64, whatever stands before and after it", () => {
  const random = createRandom(3);
  for (let round = 0; round < 500; round += 1) {
    const secret = `s3cret${makeText(random, 10)}end`;
    const keeper = createSecretKeeper({ values: [secret] });
    const user = makeText(random, 1 + Math.floor(random() * 9));
    for (const encoding of ["base64", "base64url"] as const) {
      const encoded = Buffer.from(`${user}:${secret}:${user}`).toString(encoding);
      const redacted = keeper.redact(`Basic ${encoded}`);
      expect(Buffer.from(redacted, encoding).toString()).not.toContain(secret);
      expect(redacted).toContain("[redacted]");
    }
  }
});

it("changes nothing but the secrets", () => {
  const random = createRandom(4);
  const secrets = Array.from(
    { length: 40 },
    (_, index) => `secret-${index}-${makeText(random, 6)}|`,
  );
  const keeper = createSecretKeeper({ values: secrets });
  for (let round = 0; round < 500; round += 1) {
    const parts = Array.from({ length: 6 }, () => makeText(random, 12));
    const chosen = secrets[Math.floor(random() * secrets.length)] ?? "";
    expect(keeper.redact(parts.join(chosen))).toBe(parts.join("[redacted]"));
  }
});

it("takes the longest of the secrets that begin at one place", () => {
  const keeper = createSecretKeeper({ values: ["abcdef", "abcdefghij", "abcdefgh"] });
  expect(keeper.redact("abcdefghijk abcdefghi abcdefg")).toBe(
    "[redacted]k [redacted]i [redacted]g",
  );
});

it("learns while the run goes on", () => {
  const keeper = createSecretKeeper();
  expect(keeper.redact("session 7hX2kQ9")).toBe("session 7hX2kQ9");
  keeper.learn("7hX2kQ9");
  expect(keeper.redact("session 7hX2kQ9")).toBe("session [redacted]");
});

it.each(["", "  ", "12345", "aaaaaaaaaa", "password", "Production", "[redacted]", "redacted"])(
  "does not learn %j, which would tear holes into every text",
  (value) => {
    const keeper = createSecretKeeper({ values: [value] });
    const text = `a 12345 aaaaaaaaaa password Production [redacted]`;
    expect(keeper.redact(text)).toBe(text);
  },
);

it("learns a value without the white space around it", () => {
  const keeper = createSecretKeeper({ values: ["hunter22\n"] });
  expect(keeper.redact("it is hunter22.")).toBe("it is [redacted].");
});

it("replaces what a pattern matches, and ignores where it matches nothing", () => {
  const keeper = createSecretKeeper({ patterns: ["sk_live_[A-Za-z0-9]+", "x*"] });
  expect(keeper.redact("key sk_live_51Hx, abc")).toBe("key [redacted], abc");
});

it.each([
  "Authorization",
  "Cookie",
  "set-cookie",
  "X-Api-Key",
  "password",
  "newPassword",
  "password_confirmation",
  "user[password]",
  "secret",
  "client_secret",
  "clientSecret",
  "token",
  "access_token",
  "csrf-token",
  "refreshToken",
  "id_token",
  "session",
  "JSESSIONID",
  "connect.sid",
  "sid",
  "otp",
  "pin",
  "X-Signing-KEY",
])("knows %s as a secret name", (name) => {
  const keeper = createSecretKeeper();
  expect(keeper.isSecretName(name)).toBe(true);
});

it.each([
  "code",
  "email",
  "name",
  "inside",
  "spinner",
  "authority",
  "tokenType",
  "content-type",
  "id",
])("does not take %s for a secret name", (name) => {
  expect(createSecretKeeper().isSecretName(name)).toBe(false);
});

it("knows the names that the team adds, in any spelling", () => {
  const keeper = createSecretKeeper({ names: ["tax-number"] });
  expect(keeper.isSecretName("taxNumber")).toBe(true);
  expect(keeper.isSecretName("tax")).toBe(false);
});
