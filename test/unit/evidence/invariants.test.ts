// An invariant as evidence: of the published shape, read back, judged, and told in every report.
import { describe, expect, it } from "vitest";
import { invariantsAttachment } from "../../../src/evidence/invariants-attachment.ts";
import { readOwnAttachment } from "../../../src/evidence/read-own-attachment.ts";
import { createSecretKeeper } from "../../../src/evidence/redaction.ts";
import { renderHtml } from "../../../src/evidence/render-html.ts";
import { renderMarkdown } from "../../../src/evidence/render-markdown.ts";
import { InvariantRefuted } from "../../../src/invariants/invariant-refuted.ts";
import type { InvariantResult } from "../../../src/invariants/invariant-result.ts";
import { failedWith, held, tryInvariant } from "../invariants/fake-scenario.ts";
import { casesOf, collect, expectToMatchSchema, verdictsOf } from "./collect.ts";
import { makeRun } from "./make-run.ts";

const mediaType = "application/vnd.storyproof.invariants+json";
const command = "STORYPROOF_SEED=42 npx cucumber-js features/a.feature:3";
const steps = { password: "text of 0 to 11 characters" };

const exchange = {
  actor: "I",
  request: {
    method: "POST",
    url: "http://shop/api",
    headers: [["authorization", "Bearer s3cret-of-ada"]],
    body: "{}",
  },
  startedAtMs: 0,
  durationMs: 1,
} as const;

async function refuted(): Promise<InvariantResult> {
  const taken = {
    ...failedWith(new Error("expected 422 but s3cret-of-ada came")),
    exchanges: [exchange],
  };
  const { result } = await tryInvariant(steps, ([text]) =>
    String(text).length > 10 ? taken : held,
  );
  return result;
}

const proven = async (): Promise<InvariantResult> => (await tryInvariant(steps, () => held)).result;
const smoke = async (): Promise<InvariantResult> => ({
  ...(await proven()),
  tier: "smoke",
  demandsProof: false,
  verdict: { kind: "unproven", because: "undecided", reason: "20 runs found nothing." },
});

function attach(result: InvariantResult) {
  const evidence = { result, command, stored: { id: "52b9ba64", file: "counterexamples/a.json" } };
  const made = invariantsAttachment(evidence, createSecretKeeper());
  return { mediaType: made.mediaType, body: made.data };
}

it("is of the published shape, is read back as it was, and holds no secret", async () => {
  for (const result of [await refuted(), await proven(), await smoke()]) {
    const made = attach(result);
    expect(made.mediaType).toBe(mediaType);
    const invariant = JSON.parse(made.body);
    expectToMatchSchema(invariant, "invariants");
    expect(readOwnAttachment(mediaType, made.body)).toEqual({ kind: "invariants", invariant });
    expect(made.body).not.toContain("s3cret");
  }
});

it("is no attachment of ours when a part of it is of another shape", async () => {
  const whole = JSON.parse(attach(await refuted()).body);
  const broken = [
    { ...whole, runs: -1 },
    { ...whole, verdict: { kind: "fine", reason: "" } },
    { ...whole, generated: [{}] },
    { ...whole, counterexample: { ...whole.counterexample, failure: {} } },
  ];
  for (const one of broken)
    expect(readOwnAttachment(mediaType, JSON.stringify(one))).toBeUndefined();
});

it("shows values that were made up, though they stand where secrets do", () => {
  const keeper = createSecretKeeper();
  const login = (password: string) => ({
    ...exchange,
    request: {
      ...exchange.request,
      body: JSON.stringify({ password }),
      headers: [["content-type", "application/json"]] as const,
    },
  });
  keeper.tellOpen(" made-up-password ");
  for (const password of ["made-up-password", "real-password"]) keeper.learnFrom(login(password));
  expect(keeper.redact("made-up-password, real-password")).toBe("made-up-password, [redacted]");
});

describe("in a report", () => {
  const feature =
    "Feature: Accounts\n  @regression @invariant\n  Scenario: No short password\n    When I sign up\n    Then it is refused\n";
  const reportOf = (result: InvariantResult) => {
    const error = { type: InvariantRefuted.name, message: "told at the invariant" };
    const isKept = result.verdict.kind !== "refuted";
    return collect(
      makeRun({
        features: { "a.feature": feature },
        hook: () => ({ attachments: [attach(result)], ...(!isKept && { error }) }),
      }),
    );
  };

  it("has its verdict, and the behaviour has its own", async () => {
    expect(verdictsOf(reportOf(await refuted()))).toEqual([
      "No short password proven",
      "No short password refuted invariant-refuted",
    ]);
    expect(verdictsOf(reportOf(await proven()))).toEqual([
      "No short password proven",
      "No short password proven",
    ]);
    expect(verdictsOf(reportOf(await smoke()))).toEqual([
      "No short password proven",
      "No short password unproven invariant-undecided",
    ]);
  });

  it("stands at its case, and once", async () => {
    const report = reportOf(await refuted());
    expectToMatchSchema(report, "truth-report");
    const [one] = casesOf(report);
    expect(one?.invariant).toMatchObject({
      seed: 42,
      counterexample: { id: "52b9ba64", shrinkRuns: expect.any(Number) },
    });
    expect(one?.attempts[0]?.evidence).toEqual([]);
  });

  it("is told in Markdown with its smallest values and what repeats it", async () => {
    const markdown = renderMarkdown(reportOf(await refuted()));
    expect(markdown).toContain("#### Accounts › No short password for every input");
    expect(markdown).toContain("| password    |\n| aaaaaaaaaaa |");
    expect(markdown).toContain(`To repeat it: \`${command}\``);
    expect(markdown).toContain("Kept in `counterexamples/a.json`");
    expect(markdown).toMatch(
      /### Invariants\n\n- ❌ Accounts › No short password: \d+ runs; `password` \d+ distinct \(/,
    );
    expect(renderMarkdown(reportOf(await proven()))).toMatch(
      /- ✅ Accounts › No short password: 200 runs;/,
    );
  });

  it("is told on the page, with what was generated", async () => {
    const page = renderHtml(reportOf(await refuted()));
    expect(page).toContain("Counterexample (made smaller");
    expect(page).toContain("aaaaaaaaaaa");
    expect(page).toContain("<caption>Generated values</caption>");
    expect(page).not.toContain("told at the invariant");
  });
});
