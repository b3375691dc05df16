import { expect, it } from "vitest";
import { redactExchange, redactHeaders, redactUrl } from "../../../src/evidence/redact-exchange.ts";
import { createSecretKeeper } from "../../../src/evidence/redaction.ts";
import type { Exchange } from "../../../src/journey/exchange.ts";

it("keeps what helps to read headers, and hides what is secret", () => {
  const keeper = createSecretKeeper();
  expect(
    redactHeaders(
      [
        ["Authorization", "Bearer eyJhbGciOi"],
        ["authorization", "eyJhbGciOi"],
        ["Cookie", "theme=dark; sid=abc==; empty="],
        ["Set-Cookie", "sid=abc; Path=/; HttpOnly"],
        ["X-Api-Key", "k"],
        ["Location", "/cb?token=abc&next=%2Fhome"],
        ["Content-Type", "text/html"],
      ],
      keeper,
    ),
  ).toEqual([
    ["Authorization", "Bearer [redacted]"],
    ["authorization", "[redacted]"],
    ["Cookie", "theme=[redacted]; sid=[redacted]; empty=[redacted]"],
    ["Set-Cookie", "sid=[redacted]; Path=/; HttpOnly"],
    ["X-Api-Key", "[redacted]"],
    ["Location", "/cb?token=[redacted]&next=%2Fhome"],
    ["Content-Type", "text/html"],
  ]);
});

it.each([
  ["https://a.test/x?q=1", "https://a.test/x?q=1"],
  ["https://ada:pw@a.test/x", "https://[redacted]@a.test/x"],
  ["/x?api_key=1&q=a#access_token=2&b=3", "/x?api_key=[redacted]&q=a#access_token=[redacted]&b=3"],
  ["/mail?to=a:b@c.d", "/mail?to=a:b@c.d"],
  ["not an address", "not an address"],
])("redacts the address %s", (url, expected) => {
  expect(redactUrl(url, createSecretKeeper())).toBe(expected);
});

const signIn: Exchange = {
  actor: "Ada",
  request: {
    method: "POST",
    url: "http://localhost:3000/api/sessions?apiKey=query-secret",
    headers: [
      ["content-type", "application/json"],
      ["authorization", `Basic ${Buffer.from("ada:basic-secret").toString("base64")}`],
      ["cookie", "lang=en-GB; sid=cookie-secret"],
    ],
    body: '{"email":"ada@example.com","password":"field-secret"}',
  },
  response: {
    status: 200,
    headers: [
      ["set-cookie", "track=0123456789abcdef; Path=/"],
      ["x-echo", "field-secret basic-secret"],
    ],
    body: "<p>query-secret cookie-secret 0123456789abcdef en-GB</p>",
  },
  error: "failed after field-secret",
  startedAtMs: 0,
  durationMs: 1,
};

it("learns from an exchange what it hides, and hides it where no name tells", () => {
  const keeper = createSecretKeeper();
  const redacted = JSON.stringify(redactExchange(signIn, keeper));
  expect(redacted).not.toMatch(/-secret|0123456789abcdef/);
  expect(redacted).toContain("ada@example.com");
  expect(redacted).toContain("en-GB");
  expect(keeper.redact("field-secret query-secret basic-secret cookie-secret")).toBe(
    "[redacted] [redacted] [redacted] [redacted]",
  );
});

it("redacts an exchange without response and body", () => {
  const keeper = createSecretKeeper();
  const lost: Exchange = {
    actor: "I",
    request: { method: "GET", url: "http://localhost/", headers: [] },
    error: "refused",
    startedAtMs: 0,
    durationMs: 1,
  };
  expect(redactExchange(lost, keeper)).toEqual(lost);
});
