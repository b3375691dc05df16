// What a gates attachment holds: all that a report needs, nothing secret, and never much.
import { describe, expect, it } from "vitest";
import { type GatesEvidence, gatesAttachment } from "../../../src/evidence/gates-attachment.ts";
import { readOwnAttachment } from "../../../src/evidence/read-own-attachment.ts";
import { createSecretKeeper } from "../../../src/evidence/redaction.ts";
import type { GatesReport } from "../../../src/gates/gate-result.ts";
import { leaveGatesUnproven } from "../../../src/gates/measure-gates.ts";
import { seededRandom } from "../../../src/measure/seeded-random.ts";
import { completed, failed, gatesOf, measure } from "../gates/products.ts";
import { expectToMatchSchema } from "./collect.ts";
import { attach, command, measureSearch, toEvidence } from "./make-gates.ts";

const mediaType = "application/vnd.storyproof.gates+json";

it("is of the published shape, and is read back as it was", async () => {
  const unmeasured: GatesEvidence = {
    tier: "smoke",
    command,
    results: leaveGatesUnproven(
      { gates: gatesOf("@rpm:60"), tier: "smoke" },
      "It is in the way.",
      "not-replayable",
    ),
  };
  const search = await measureSearch();
  const vitals = await measure(["@lcp:p75<2.5s", "@cls:max<0.1"], () => ({
    ...completed(10),
    vitals: { lcp: 400 },
  }));
  const rate = await measure(["@rpm:600"], () => 20, { limits: { holdMs: 2_000 } });
  const reports = [search, vitals.report, rate.report].map(toEvidence);
  for (const evidence of [unmeasured, ...reports]) {
    const made = attach(evidence);
    expect(made.mediaType).toBe(mediaType);
    expectToMatchSchema(made.value, "gates");
    expect(readOwnAttachment(mediaType, made.body)).toEqual({ kind: "gates", gates: made.value });
  }
});

it("keeps what decided, and of failures the first of each kind", async () => {
  const { value } = attach(toEvidence(await measureSearch()));
  expect(value).toMatchObject({
    tier: "regression",
    command,
    gates: [
      { gate: "latency:p95<300ms", values: { kind: "exact", unit: "ms" } },
      { gate: "latency:p50<80ms", verdict: { kind: "refuted" } },
      { gate: "errors:<5%" },
    ],
    measurement: {
      seed: 42,
      steps: [
        { text: "a customer is signed in", max: 16 },
        { text: 'I search for "tea"' },
        { text: "I should see 12 results" },
      ],
      exchanges: {
        requests: [{ request: "POST /api/sessions", p50: 11 }, { request: "GET /api/search/…" }],
      },
      failures: [
        {
          title: "I order: no answer for order …",
          journey: 41,
          first: {
            kind: "failed",
            step: "I order",
            error: {
              message: "no answer for order 10040",
              stack: expect.stringContaining("Error"),
            },
            exchanges: [{ request: { method: "POST" }, response: { status: 500 } }],
          },
        },
      ],
    },
  });
  // Both gates on latency are about the same journeys.
  expect(value.gates[0]?.values?.bounds).toEqual([
    { limit: 300, isInclusive: false, excesses: 1 },
    { limit: 80, isInclusive: false, excesses: 130 },
  ]);
  expect(value.gates[1]).not.toHaveProperty("values");
});

it("rounds values, but never over a bound", async () => {
  const { report } = await measure(["@latency:p95<300ms"], (at) =>
    at % 2 === 0 ? 299.999_999 : 123.456_789,
  );
  const { values } = attach(toEvidence(report)).value.gates[0] ?? {};
  expect(values?.kind === "exact" && new Set(values.values)).toEqual(
    new Set([123.46, 299.999_999]),
  );
});

describe("secrets", () => {
  const secret = "planted-secret-1";
  const exchange = {
    actor: "I",
    request: {
      method: "POST",
      url: `http://shop.test/orders/${secret}?token=abcdefgh1`,
      headers: [["authorization", `Bearer ${secret}`]] as const,
      body: JSON.stringify({ password: "hunter22222" }),
    },
    response: { status: 500, headers: [["set-cookie", "sid=0123456789abcdefghij"]] as const },
    startedAtMs: 0,
    durationMs: 1,
  };

  it("are learnt from all exchanges first, and taken out of everything", async () => {
    const { report } = await measure(["@latency:p95<300ms", "@errors:<40%"], (at) => {
      if (at % 5 !== 4) return { ...completed(20), exchanges: [exchange] };
      const told = failed(`${secret} hunter22222 abcdefgh1 0123456789abcdefghij`);
      return {
        ...told,
        ...(at === 54 ? failed("later") : {}),
        exchanges: at === 54 ? [exchange] : [],
      };
    });
    const said = { ...report, notes: [`note ${secret}`] };
    const keeper = createSecretKeeper();
    const evidence = toEvidence({
      ...said,
      steps: said.steps.map((step) => ({ ...step, text: `I send ${secret}` })),
      results: said.results.map((result) => ({
        ...result,
        notes: [secret],
        verdict: { ...result.verdict, reason: `because of ${secret}` },
      })),
    });
    const { data } = gatesAttachment({ ...evidence, command: `run ${secret}` }, keeper);
    expect(data).toContain("[redacted]");
    expect(data).toContain("no");
    for (const leak of [secret, "hunter22222", "abcdefgh1", "0123456789abcdefghij"])
      expect(data).not.toContain(leak);
  });
});

it("is small, whatever was measured", async () => {
  const random = seededRandom(5);
  const body = "x".repeat(300_000);
  const headers = Array.from({ length: 300 }, (_, at) => [`x-${at}`, body] as const);
  const exchanges = Array.from({ length: 20 }, (_, at) => ({
    actor: "I",
    request: { method: "POST", url: `http://shop.test/${body}`, headers, body },
    response: { status: 500, headers, body },
    startedAtMs: at,
    durationMs: 1,
  }));
  const steps = Array.from({ length: 500 }, () => ({ text: body.slice(0, 2_000), durationMs: 1 }));
  const words = "abcdefghijklmnopqrstuvwxyz";
  const { report } = await measure(
    ["@latency:p95<9min", "@errors:<70%"],
    (at) => {
      if (at % 2 === 1)
        return {
          ...failed(`${words.slice(at % 25)} ${body}`),
          exchanges: at < 60 ? exchanges : [],
          steps,
        };
      return { ...completed(1 / (1 - random()) ** 2), steps: at < 60 ? steps : [] };
    },
    { limits: { samples: 4_000 } },
  );
  const { body: data, value } = attach(toEvidence(report));
  expect(data.length).toBeLessThan(500_000);
  expectToMatchSchema(value, "gates");
  const { failures = [], timeLine } = value.measurement ?? {};
  expect(failures.length).toBeLessThanOrEqual(21);
  expect(failures[0]?.first.exchanges.length).toBeGreaterThan(0);
  expect(failures[0]?.first.exchangesLeftOut).toBeGreaterThan(0);
  expect(failures[0]?.first.error?.message).toMatch(/… \[\d+ more characters cut\]$/);
  expect(timeLine?.windows.length).toBeLessThanOrEqual(120);
});

it("that is damaged, or somebody else's, is taken for no attachment of ours", async () => {
  const { value } = attach(toEvidence(await measureSearch()));
  const places = listPlaces(value);
  expect(places.length).toBeGreaterThan(100);
  for (const place of places) {
    for (const wrong of [null, -1, "?", {}, []]) {
      const damaged = JSON.stringify(replaceAt(value, place, wrong));
      expect(() => readOwnAttachment(mediaType, damaged)).not.toThrow();
    }
  }
  const fatal: readonly (readonly [readonly (string | number)[], unknown])[] = [
    [["tier"], "nightly"],
    [["gates"], {}],
    [["gates", 0, "verdict", "kind"], "fine"],
    [["gates", 0, "measured", "value"], null],
    [["gates", 0, "values", "values", 0], 1e9],
    [["gates", 0, "samples"], 1.5],
    [["measurement", "timeLine", "windows", 0, "max"], "1"],
    [["measurement", "failures", 0, "first", "exchanges", 0, "request"], "GET /"],
    [["measurement", "generator", "loopDelay"], null],
    [["measurement", "ended", "kind"], "bored"],
  ];
  for (const [place, wrong] of fatal) {
    const damaged = JSON.stringify(replaceAt(value, place, wrong));
    expect(readOwnAttachment(mediaType, damaged), place.join(".")).toBeUndefined();
  }
});

type Place = readonly (string | number)[];

/** Of all fields; of lists the first item, since the others are like it. */
function listPlaces(value: unknown, place: Place = []): readonly Place[] {
  if (Array.isArray(value))
    return value.length === 0 ? [place] : [place, ...listPlaces(value[0], [...place, 0])];
  if (typeof value !== "object" || value === null) return [place];
  return [
    place,
    ...Object.entries(value).flatMap(([key, field]) => listPlaces(field, [...place, key])),
  ];
}

function replaceAt(value: unknown, place: Place, replacement: unknown): unknown {
  const [key, ...rest] = place;
  if (key === undefined) return replacement;
  if (Array.isArray(value))
    return value.map((item, at) => (at === key ? replaceAt(item, rest, replacement) : item));
  const fields = value as Record<string, unknown>;
  return { ...fields, [key]: replaceAt(fields[key], rest, replacement) };
}

it("says of every unproven gate what is in the way", async () => {
  const reasons = (results: GatesReport["results"]) =>
    results.map(({ verdict }) => verdict.because);
  const capped = await measure(["@latency:p95<300ms"], () => 10, { limits: { samples: 60 } });
  expect(reasons(capped.report.results)).toEqual(["undecided", "undecided"]);
  const starved = await measure(["@latency:p95<300ms"], () => 10, {
    watch: () => {
      const use = {
        wallMs: 1,
        loopDelay: { p50Ms: 90, p99Ms: 400, maxMs: 900 },
        processorShare: 0.1,
        loopShare: 1,
      };
      return { read: () => use, stop: () => use };
    },
  });
  expect(reasons(starved.report.results)).toEqual(["generator-starved", "generator-starved"]);
  const proven = await measure(["@latency:p50<300ms"], () => 10);
  expect(proven.first?.verdict).not.toHaveProperty("because");
});
