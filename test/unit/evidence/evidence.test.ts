import type { Attachment } from "@cucumber/messages";
import { expect, it } from "vitest";
import { EvidenceReader } from "../../../src/evidence/evidence.ts";
import { collect } from "./collect.ts";
import { makeRun } from "./make-run.ts";

function attach(fields: Partial<Attachment>): Attachment {
  const base = { body: "", mediaType: "text/plain", contentEncoding: "IDENTITY" };
  return { ...base, ...fields } as Attachment;
}

function inBase64(bytes: number | string): Partial<Attachment> {
  const content = typeof bytes === "string" ? Buffer.from(bytes) : Buffer.alloc(bytes);
  return {
    body: content.toString("base64"),
    contentEncoding: "BASE64" as Attachment["contentEncoding"],
  };
}

it("embeds texts, pictures and links as what they are", () => {
  const reader = new EvidenceReader();
  const read = (fields: Partial<Attachment>) => reader.read(attach(fields), undefined);
  expect(read({ body: "hello", fileName: "a.txt" })).toEqual({
    kind: "evidence",
    evidence: { kind: "text", mediaType: "text/plain", text: "hello", cut: false, name: "a.txt" },
  });
  expect(read({ ...inBase64('{"é":1}'), mediaType: "application/json" })).toMatchObject({
    evidence: { kind: "text", text: '{"é":1}' },
  });
  expect(read({ ...inBase64(30), mediaType: "image/png" })).toMatchObject({
    evidence: { kind: "image", sizeBytes: 30 },
  });
  expect(read({ url: "https://a.test/x", mediaType: "text/html" })).toMatchObject({
    evidence: { kind: "link", url: "https://a.test/x" },
  });
});

it("names with its size what is binary, too large, or more than the report can hold", () => {
  const reader = new EvidenceReader({ textLength: 10, imageBytes: 50, totalBytes: 100 });
  const read = (fields: Partial<Attachment>) => reader.read(attach(fields), undefined);
  expect(read({ ...inBase64(30), mediaType: "application/pdf" })).toMatchObject({
    evidence: { kind: "left-out", mediaType: "application/pdf", sizeBytes: 30, why: "binary" },
  });
  expect(read({ ...inBase64(60), mediaType: "image/png" })).toMatchObject({
    evidence: { kind: "left-out", sizeBytes: 60, why: "too large" },
  });
  expect(read({ body: "0123456789abc" })).toMatchObject({
    evidence: { kind: "text", text: "0123456789", cut: true },
  });
  expect(read({ ...inBase64(48), mediaType: "image/png" })).toMatchObject({
    evidence: { kind: "image" },
  });
  expect(read({ ...inBase64(48), mediaType: "image/png" })).toMatchObject({
    evidence: { kind: "left-out", why: "the report is full" },
  });
});

it("shows a picture of an odd media type as no picture, and lets no odd base64 through", () => {
  const reader = new EvidenceReader();
  expect(
    reader.read(attach({ ...inBase64("x"), mediaType: 'image/png" onerror="alert(1)' }), undefined),
  ).toMatchObject({ evidence: { kind: "left-out" } });
  const odd = attach({ ...inBase64(3), mediaType: "image/png" });
  expect(reader.read({ ...odd, body: 'AAA"><b>' }, undefined)).toMatchObject({
    evidence: { kind: "image", base64: "AAAb" },
  });
});

it("gives each environment once to the run, and the rest to the step that attached it", () => {
  const environment = {
    name: "local",
    versions: { storyproof: "1", cucumber: "1", node: "1" },
  };
  const report = collect(
    makeRun({
      features: {
        "a.feature": "Feature: x\n  Scenario: a\n    Given b\n  Scenario: c\n    Given d\n",
      },
      attachments: [
        {
          mediaType: "application/vnd.storyproof.environment+json",
          body: JSON.stringify(environment),
        },
        { body: "log", mediaType: "text/x.cucumber.log+plain" },
      ],
    }),
  );
  expect(report.run.environments).toEqual([environment]);
  const attempts = report.stories[0]?.scenarios.flatMap((one) => one.cases[0]?.attempts ?? []);
  expect(attempts?.map((attempt) => attempt.evidence)).toEqual([
    [{ kind: "text", mediaType: "text/x.cucumber.log+plain", text: "log", cut: false, step: 0 }],
    [{ kind: "text", mediaType: "text/x.cucumber.log+plain", text: "log", cut: false, step: 0 }],
  ]);
});
