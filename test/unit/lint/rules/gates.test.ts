import { describe, expect, test } from "vitest";
import { lintText } from "../lint-text.ts";

const steps = '    When I search for "lamp"\n    Then I should see "3 results"\n';

/** What a rule says of a scenario with these tags, in a feature with those. */
async function told(rule: string, own: string, { feature = "", body = steps } = {}) {
  const text = `${feature}\nFeature: F\n\n  ${own}\n  Scenario: S\n${body}`;
  const findings = await lintText(text, { only: [`gates/${rule}`] });
  return findings.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe("bounds that contradict each other", () => {
  const rule = "contradictory-bounds";

  test.each([
    [
      "@latency:p50<300ms @latency:p95<200ms",
      "4:3 @latency:p50<300ms says nothing beside @latency:p95<200ms: p50 is never above p95.",
    ],
    [
      "@latency:max<1s @latency:p99<2s",
      "4:19 @latency:p99<2s says nothing beside @latency:max<1s: p99 is never above max.",
    ],
    [
      "@errors:<5% @availability:99.9%",
      "4:3 @errors:<5% and @availability:99.9% bound the same share differently: availability is what errors leave over, and @availability:99.9% allows 0.1% of errors.",
    ],
    [
      "@errors:<0.1% @availability:99%",
      "4:17 @errors:<0.1% and @availability:99% bound the same share differently: availability is what errors leave over, and @availability:99% allows 1% of errors.",
    ],
    [
      "@lcp:p50<3s @lcp:p75<2.5s",
      "4:3 @lcp:p50<3s says nothing beside @lcp:p75<2.5s: p50 is never above p75.",
    ],
  ])("%s", async (tags, message) => {
    expect(await told(rule, tags)).toEqual([message]);
  });

  test.each([
    "@latency:p50<100ms @latency:p95<200ms",
    "@latency:p50<200ms @latency:p95<200ms",
    "@errors:<1% @availability:99%",
    "@errors:<0.1% @availability:99.9%",
    "@latency:p50<300ms @lcp:p75<200ms",
  ])("%s goes together", async (tags) => {
    expect(await told(rule, tags)).toEqual([]);
  });

  test("an inherited bound counts, once for all scenarios below it", async () => {
    const text = `@latency:p50<300ms\nFeature: F\n\n  @latency:p95<200ms\n  Rule: R\n\n    Scenario: S\n${steps}\n    Scenario: T\n${steps}`;
    expect(await lintText(text, { only: ["gates/contradictory-bounds"] })).toMatchObject([
      { line: 1, related: [{ line: 4, message: "@latency:p95<200ms" }] },
    ]);
  });

  test("a bound that a nearer one replaces contradicts nothing", async () => {
    const feature = "@latency:p50<300ms";
    expect(await told(rule, "@latency:p50<100ms @latency:p95<200ms", { feature })).toEqual([]);
  });
});

describe("gates weaker than inherited ones", () => {
  const rule = "weaker-than-inherited";

  test.each([
    ["@latency:p95<300ms", "@latency:p95<2s"],
    ["@rpm:600", "@rpm:60"],
    ["@errors:<1%", "@errors:<5%"],
    ["@availability:99.9%", "@availability:99%"],
  ])("%s, then %s", async (feature, own) => {
    expect(await told(rule, own, { feature })).toEqual([
      `4:3 ${own} weakens ${feature}, which the feature promises.`,
    ]);
    expect(await told(rule, feature, { feature: own })).toEqual([]);
  });

  test("another percentile weakens nothing", async () => {
    expect(await told(rule, "@latency:p50<2s", { feature: "@latency:p95<300ms" })).toEqual([]);
  });

  test("examples inherit from their scenario", async () => {
    const body = `${steps}\n    @rpm:60\n    Examples:\n      | a |\n      | 1 |\n      | 2 |\n`;
    expect(await told(rule, "@rpm:600", { body })).toEqual([
      "9:5 @rpm:60 weakens @rpm:600, which the scenario promises.",
    ]);
  });
});

describe("gates that can never be proven", () => {
  const rule = "unprovable";

  test.each([
    [
      "@latency:p95<300ms @samples:58",
      "@latency:p95<300ms can never be proven with @samples:58: any test needs at least 59, and the test used about 66 to 80.",
    ],
    [
      "@latency:p99<300ms @samples:298",
      "@latency:p99<300ms can never be proven with @samples:298: any test needs at least 299.",
    ],
    [
      "@availability:99.9% @rpm:60 @hold:30s",
      "@availability:99.9% can never be proven with the 30 starts of @rpm:60 for @hold:30s: any test needs at least 2995.",
    ],
    [
      "@errors:<1% @samples:200",
      "@errors:<1% can never be proven with @samples:200: any test needs at least 299.",
    ],
  ])("%s", async (tags, message) => {
    expect(await told(rule, tags)).toEqual([`4:3 ${message}`]);
  });

  test.each([
    "@latency:p95<300ms @samples:59",
    "@latency:p95<300ms",
    "@latency:max<300ms @samples:5",
    "@errors:<=0% @samples:5",
    "@availability:100% @samples:5",
    "@latency:p50<300ms @rpm:600 @hold:30s",
  ])("%s may be", async (tags) => {
    expect(await told(rule, tags)).toEqual([]);
  });
});

describe("measuring that does not fit a smoke run", () => {
  const rule = "smoke-too-long";

  test.each([
    [
      "@hold:11s @rpm:60",
      "@hold:11s measures for 11 s, and a smoke scenario has 10 s for measuring.",
    ],
    [
      "@samples:100 @warmup:20 @latency:p95<300ms",
      "@samples:100 and @warmup:20 take 36 s with @latency:p95<300ms, and a smoke scenario has 10 s for measuring.",
    ],
    [
      "@samples:100 @rpm:60 @latency:p95<300ms",
      "@samples:100 take 100 s with @rpm:60, and a smoke scenario has 10 s for measuring.",
    ],
    [
      "@latency:p95<11s",
      "one sample may take 11 s within @latency:p95<11s, and a smoke scenario has 10 s for measuring.",
    ],
  ])("%s", async (tags, message) => {
    expect(await told(rule, `${tags} @smoke`)).toEqual([`4:3 ${message}`]);
    expect(await told(rule, `${tags} @regression`, { feature: "@smoke" })).toEqual([]);
  });

  test.each([
    "@samples:30 @latency:p95<300ms",
    "@samples:1000 @hold:5s @latency:p95<300ms",
    "@latency:p95<300ms @latency:p99<30s",
    "@rpm:6",
  ])("%s fits", async (tags) => {
    expect(await told(rule, `${tags} @smoke`)).toEqual([]);
  });
});

describe("load on what can be done only once", () => {
  const rule = "unsafe-to-repeat";
  const post = (argument: string) =>
    `    When I send a POST request to "/api/customers" with JSON:\n${argument}    Then the response status should be 201\n`;

  test.each([
    ["an email in a table", post("      | email | ada@example.com |\n"), "POST", "ada@example.com"],
    [
      "a user name in a table with a header",
      post("      | user name |\n      | ada |\n"),
      "POST",
      "ada",
    ],
    ["a slug in JSON", post('      """\n      { "slug": "first" }\n      """\n'), "POST", "first"],
    [
      "a form",
      '    Given I fill in "Email" with "ada@example.com"\n    When I press "Sign up"\n',
      "Sign up",
      "ada@example.com",
    ],
    [
      "the rows of an outline",
      '    When I register as "<email>"\n\n    Examples:\n      | email |\n      | a@example.com |\n',
      "register",
      "a@example.com",
    ],
  ])("%s", async (_, body, sign, literal) => {
    const [message = "", ...more] = await told(rule, "@rpm:600", { body });
    expect(message).toContain(
      `@rpm:600 repeats this scenario, and "${sign}" with "${literal}" probably works only once.`,
    );
    expect(more).toEqual([]);
  });

  test.each([
    ["a new value each time", post("      | email | {{unique.email}} |\n")],
    ["a part that is new", post("      | email | a{{unique.id}}@example.com |\n")],
    ["nothing unique", post("      | book | 1 |\n")],
    [
      "signing in",
      '    When I send a POST request to "/api/sessions" with JSON:\n      | email | ada@example.com |\n',
    ],
    [
      "a form that makes nothing",
      '    Given I fill in "Email" with "ada@example.com"\n    When I press "Sign in"\n',
    ],
    ["an expectation", '    Then I should see "ada@example.com" and "Register"\n'],
  ])("%s can be repeated", async (_, body) => {
    expect(await told(rule, "@rpm:600", { body })).toEqual([]);
  });

  test("what is run once may do it", async () => {
    const body = post("      | email | ada@example.com |\n");
    expect(await told(rule, "@smoke", { body })).toEqual([]);
    expect(await told(rule, "@latency:p95<300ms @samples:1", { body })).toEqual([]);
    expect(await told(rule, "@latency:p95<300ms", { body })).toHaveLength(1);
  });
});

describe("settings that nothing uses", () => {
  const rule = "unused-setting";

  test.each(["@hold:30s", "@samples:50", "@warmup:5"])("%s without a gate", async (tag) => {
    expect(await told(rule, tag)).toEqual([
      `4:3 nothing uses ${tag}: no scenario that it holds for has a gate.`,
    ]);
    expect(await told(rule, `${tag} @latency:p95<300ms`)).toEqual([]);
    expect(await told(rule, "@rpm:60", { feature: tag })).toEqual([]);
  });

  test.each(["@runs:50", "@seed:5"])("%s without an invariant", async (tag) => {
    expect(await told(rule, `${tag} @latency:p95<300ms`)).toEqual([
      `4:3 nothing uses ${tag}: no scenario that it holds for is an invariant.`,
    ]);
    expect(await told(rule, `${tag} @invariant`)).toEqual([]);
  });

  test("an inherited one is told once, and only when no scenario uses it", async () => {
    const text = (tags: string) =>
      `@samples:50\nFeature: F\n\n  Scenario: S\n${steps}\n  ${tags}\n  Scenario: T\n${steps}`;
    const only = [`gates/${rule}`];
    expect(await lintText(text("@smoke"), { only })).toHaveLength(1);
    expect(await lintText(text("@rpm:60"), { only })).toEqual([]);
  });
});

describe("what is said to be safe for production", () => {
  const rule = "production-safe-writes";

  test.each(["POST", "PUT", "PATCH", "DELETE"])("sends no %s", async (method) => {
    const body = `    When I send a "${method}" request to "/api/orders"\n`;
    expect(await told(rule, "@production-safe", { body })).toEqual([
      `6:${body.indexOf(method) + 1} @production-safe promises that nothing changes, and this step sends ${method}.`,
    ]);
    expect(await told(rule, "@smoke", { body })).toEqual([]);
  });

  test.each([
    '    When I send a POST request to "/api/orders/preview" with JSON:\n',
    '    When I send a POST request to "/api/vouchers/validate"\n',
    '    When I POST "/api/prices/calculate"\n',
    `    When I press "DELETE"\n`,
    `    When I fill in "Method" with "POST"\n`,
    '    When I send a GET request to "/api/orders"\n',
    '    Given I send a POST request to "/api/sessions"\n',
    '    When I send a POST request to "/api/search"\n',
    '    Then I should see "DELETE"\n',
  ])("may say %j", async (body) => {
    expect(await told(rule, "@production-safe", { body })).toEqual([]);
  });
});

describe("an invariant", () => {
  const rule = "invariant-without-any";

  test("that makes up no value is told, at its tag or, where that is inherited, at the scenario", async () => {
    const message =
      "this invariant tries the same values in every run: none of its steps says `any`.";
    expect(await told(rule, "@invariant")).toEqual([`4:3 ${message}`]);
    expect(await told(rule, "@smoke", { feature: "@invariant" })).toEqual([`5:3 ${message}`]);
  });

  test("with a made-up value, or in another language, is left alone", async () => {
    const body = '    Given any email address as "email"\n';
    expect(await told(rule, "@invariant", { body })).toEqual([]);
    const german =
      "# language: de\nFunktionalität: F\n\n  @invariant\n  Szenario: S\n    Wenn ich suche\n";
    expect(await lintText(german, { only: [`gates/${rule}`] })).toEqual([]);
  });

  test("is not meant where `any` is data", async () => {
    expect(await told(rule, "@invariant", { body: '    When I search for "any"\n' })).toHaveLength(
      1,
    );
  });
});
