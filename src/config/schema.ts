// What defineConfig accepts, for machines. `schemas/config.schema.json` is written from it (npm run schemas);
// a test keeps that file and the documented options together with it.

import { gapsBlock } from "./gaps-schema.ts";
import { stepPacks } from "./options.ts";
import { policyBlock } from "./policy-schema.ts";

const text = { type: "string", minLength: 1 } as const;
const address = {
  type: "string",
  // Addresses are printed and reported, so credentials have no place in them.
  pattern: "^https?://[^\\s/@?#]+([/?#][^\\s]*)?$",
  description: "an absolute http:// or https:// address, without user name and password",
} as const;
const texts = { type: "array", items: text } as const;
const switchOf = { type: "boolean" } as const;
const milliseconds = {
  type: "integer",
  minimum: 1,
  maximum: 86_400_000,
  description: "whole milliseconds, from 1 to 86400000 (a day)",
} as const;
const pixels = {
  type: "integer",
  minimum: 1,
  maximum: 10_000,
  description: "whole pixels, from 1 to 10000",
} as const;
const capture = { enum: ["off", "on-failure", "always"] } as const;
const fileName = { anyOf: [{ const: false }, text] } as const;
const anyObject = { type: "object" } as const;

function object(properties: Record<string, object>): object {
  return { type: "object", additionalProperties: false, properties };
}

const environment = object({
  baseUrl: address,
  apiUrl: address,
  headers: { type: "object", additionalProperties: { type: "string" } },
  tls: object({ allowInvalid: switchOf, caFile: text, certFile: text, keyFile: text }),
});

const browser = object({
  engine: { enum: ["chromium", "firefox", "webkit"] },
  headless: switchOf,
  viewport: {
    type: "object",
    additionalProperties: false,
    required: ["width", "height"],
    properties: {
      width: pixels,
      height: pixels,
    },
  },
  locale: text,
  timezone: text,
  waitUntil: { enum: ["commit", "domcontentloaded", "load", "networkidle"] },
  allowedHosts: texts,
  executablePath: text,
  wsEndpoint: { type: "string", pattern: "^(cdp\\+)?(wss?|https?)://" },
  args: texts,
  trace: capture,
  video: capture,
  screenshot: capture,
  testIdAttribute: text,
});

const locator = {
  anyOf: [
    { type: "string", pattern: "^css=." },
    {
      ...object({ css: text, role: text, name: text, label: text, text, testId: text }),
      minProperties: 1,
    },
  ],
  description:
    'a selector such as "css=aside.basket", or an object of css, role, name, label, text, testId',
} as const;

const signInRequest = {
  ...object({
    method: text,
    path: text,
    headers: { type: "object", additionalProperties: { type: "string" } },
    json: {},
    form: { type: "object", additionalProperties: { type: "string" } },
  }),
  required: ["path"],
} as const;

const signIn = object({
  // One thing to say, not five: without its path the rest of it means nothing.
  request: { allOf: [signInRequest] },
  token: text,
  check: text,
  maxAgeMs: milliseconds,
});

const lint = object({
  rules: {
    type: "object",
    // Which rules there are, src/lint knows.
    propertyNames: {
      pattern: "^[a-z-]+/([a-z-]+|\\*)$",
      description:
        "rules are named group/name, such as structure/no-tier, or group/* for a whole group",
    },
    additionalProperties: { enum: ["error", "warning", "note", "off"] },
  },
  vagueWords: texts,
  maxWarnings: { type: "integer", minimum: 0 },
});

const cucumber = object({
  parallel: { type: "integer", minimum: 0 },
  retry: { type: "integer", minimum: 0 },
  retryTagFilter: text,
  failFast: switchOf,
  dryRun: switchOf,
  strict: switchOf,
  language: text,
  loader: texts,
  import: texts,
  format: {
    type: "array",
    items: { anyOf: [text, { type: "array", items: text, minItems: 1, maxItems: 2 }] },
  },
  formatOptions: anyObject,
  worldParameters: anyObject,
  tags: text,
});

export const configSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "urn:storyproof:schema:config",
  title: "storyproof configuration",
  ...object({
    environments: { type: "object", minProperties: 1, additionalProperties: environment },
    environment: text,
    features: { ...texts, minItems: 1 },
    steps: object({
      packs: { type: "array", items: { enum: [...stepPacks] }, uniqueItems: true },
      prefix: { type: "string" },
      own: texts,
    }),
    browser,
    timeouts: object({
      stepMs: milliseconds,
      requestMs: milliseconds,
      expectMs: milliseconds,
      navigationMs: milliseconds,
      preflightMs: milliseconds,
    }),
    mail: object({
      host: text,
      port: {
        type: "integer",
        minimum: 0,
        maximum: 65_535,
        description: "a port from 0 to 65535, 0 for one that the system chooses",
      },
    }),
    secrets: object({
      names: texts,
      environment: texts,
      patterns: {
        type: "array",
        items: {
          type: "string",
          minLength: 1,
          format: "regex",
          description: "a regular expression",
        },
      },
    }),
    invariants: object({
      counterexamples: { anyOf: [text, { const: false }] },
      runs: { type: "integer", minimum: 1 },
      seed: { type: "integer" },
    }),
    reports: object({
      folder: text,
      html: fileName,
      json: fileName,
      markdown: fileName,
      messages: fileName,
    }),
    signIn: { type: "object", additionalProperties: signIn },
    locators: {
      type: "object",
      propertyNames: { pattern: "^[A-Za-z][A-Za-z0-9 -]*$" },
      additionalProperties: locator,
    },
    pages: { type: "object", additionalProperties: text },
    preflight: switchOf,
    lint,
    gaps: gapsBlock,
    policy: policyBlock,
    cucumber,
  }),
} as const;
