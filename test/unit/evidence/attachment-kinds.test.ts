import { expect, it } from "vitest";
import {
  type AttachmentData,
  environmentAttachment,
  exchangesAttachment,
  fileAttachment,
  longestBody,
  pageAttachment,
} from "../../../src/evidence/attachment-kinds.ts";
import { readOwnAttachment } from "../../../src/evidence/read-own-attachment.ts";
import { createSecretKeeper } from "../../../src/evidence/redaction.ts";
import type { Exchange } from "../../../src/journey/exchange.ts";
import { expectToMatchSchema } from "./collect.ts";

const keeper = createSecretKeeper({ values: ["planted-secret"] });

function exchange(body: string): Exchange {
  return {
    actor: "I",
    request: {
      method: "POST",
      url: "http://localhost/a?token=x",
      headers: [["authorization", "Bearer abcdef"]],
      body,
    },
    response: { status: 201, headers: [], body: "planted-secret" },
    startedAtMs: 1,
    durationMs: 2,
  };
}

const attachments: readonly (readonly [string, AttachmentData])[] = [
  ["exchanges", exchangesAttachment([exchange("{}"), lostExchange()], keeper)],
  ["exchanges", exchangesAttachment([], keeper)],
  [
    "page",
    pageAttachment(
      "Ada",
      {
        url: "http://localhost/?token=x",
        title: "planted-secret",
        consoleErrors: ["planted-secret"],
        failedRequests: [
          { method: "GET", url: "http://localhost/?token=x", reason: "planted-secret" },
        ],
        dialogs: ["alert: planted-secret"],
        screenshot: new Uint8Array(3),
      },
      keeper,
    ),
  ],
  ["file", fileAttachment({ role: "trace", actor: "Ada", path: "a\\b.zip", sizeBytes: 3 })],
  ["file", fileAttachment({ role: "video", actor: "Ada", path: "b.webm", sizeBytes: 3 })],
  [
    "environment",
    environmentAttachment(
      {
        name: "local",
        baseUrl: "http://user:pw@localhost",
        apiUrl: "http://localhost/?api_key=1",
        browser: { name: "chromium", version: "1" },
        versions: { storyproof: "1", cucumber: "1", node: "1" },
      },
      keeper,
    ),
  ],
  [
    "environment",
    environmentAttachment(
      { name: "bare", versions: { storyproof: "1", cucumber: "1", node: "1" } },
      keeper,
    ),
  ],
];

function lostExchange(): Exchange {
  const { response: _, ...rest } = exchange("");
  return { ...rest, error: "refused: planted-secret" };
}

it.each(attachments)(
  "makes %s of the published shape, reads it back, and leaks nothing",
  (kind, made) => {
    expect(made.mediaType).toBe(`application/vnd.storyproof.${kind}+json`);
    expectToMatchSchema(JSON.parse(made.data), kind);
    const read = readOwnAttachment(made.mediaType, made.data);
    expect(read).toMatchObject({ kind, [kind]: JSON.parse(made.data) });
    expect(made.data).not.toMatch(/planted-secret|token=x|abcdef|user:pw|api_key=1|screenshot/);
  },
);

it("cuts long bodies, but never a secret in two or an emoji in half", () => {
  const body = `${"x".repeat(longestBody - 5)}planted-secret${"😀".repeat(100)}`;
  const [first] = JSON.parse(exchangesAttachment([exchange(body)], keeper).data);
  expect(first.request.body).toMatch(/^x+\[reda… \[\d+ more characters cut\]$/);
  const [second] = JSON.parse(
    exchangesAttachment([exchange(`${"x".repeat(longestBody - 1)}😀😀`)], keeper).data,
  );
  expect(second.request.body).toMatch(/^x+… \[4 more characters cut\]$/);
});

it("takes a foreign shape of a known type for no attachment of ours", () => {
  const wrong: readonly (readonly [string, unknown])[] = [
    ["exchanges", {}],
    ["exchanges", [{ actor: "I" }]],
    ["exchanges", [{ ...exchange(""), response: { status: "200", headers: [] } }]],
    ["exchanges", [{ ...exchange(""), request: { method: "GET", url: "/", headers: [["a"]] } }]],
    [
      "page",
      { actor: "I", url: "", title: "", consoleErrors: [1], failedRequests: [], dialogs: [] },
    ],
    ["file", { role: "virus", actor: "I", path: "a", sizeBytes: 1, open: "" }],
    ["environment", { name: "a", versions: {} }],
    ["environment", null],
  ];
  for (const [kind, value] of wrong) {
    const mediaType = `application/vnd.storyproof.${kind}+json`;
    expect(readOwnAttachment(mediaType, JSON.stringify(value))).toBeUndefined();
  }
  expect(readOwnAttachment("application/vnd.storyproof.page+json", "{")).toBeUndefined();
  expect(readOwnAttachment("application/json", "[]")).toBeUndefined();
});
