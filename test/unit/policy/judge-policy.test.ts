import { describe, expect, it, test } from "vitest";
import type { PolicyRuleOptions } from "../../../src/config/policy-options.ts";
import { judgeTexts, storiesOf, tell } from "./judge-texts.ts";

const steps = '    When I press "Pay"\n    Then I should see "Thanks"\n';

function rule(more: Partial<PolicyRuleOptions>): PolicyRuleOptions {
  return { id: "r", reason: "Because.", for: "scenarios", ...more };
}

const pay = `@story:pay @repo:payments
Feature: Pay

  @smoke @risk:high @latency:p95<3s
  Scenario: Pay by card
${steps}
  @regression
  Scenario: A declined card
    When I send a POST request to "/pay"
    Then the response status should be 422

  @planned @risk:high
  Scenario: Pay by cheque
${steps}`;

describe("scenarios", () => {
  it("lack gates, and unhappy paths in their story", () => {
    const demands = { gates: ["rpm", "latency"], guarantees: { unhappy: 2 } };
    expect(tell(pay, { rules: [rule({ where: "@risk:high", require: demands })] })).toEqual([
      'features/a.feature:5 error policy/r: Because: "Pay by card" has no rpm gate.',
      'features/a.feature:2 error policy/r: Because: "Pay" has 1 of 2 scenarios of kind unhappy; "Pay by card" asks for it.',
    ]);
  });

  it("that are planned are looked at only when asked for", () => {
    const planned = rule({ where: "@risk:high", planned: true, require: { gates: ["latency"] } });
    expect(tell(pay, { rules: [planned] })).toEqual([
      'features/a.feature:15 error policy/r: Because: "Pay by cheque" has no latency gate.',
    ]);
  });

  it("state gates above a limit, each pointed at", () => {
    const limit = { gates: { time: "2s" } };
    expect(tell(pay, { rules: [rule({ where: "@smoke", limit })] })).toEqual([
      'features/a.feature:4:21 error policy/r: Because: @latency:p95<3s of "Pay by card" is above 2 s.',
    ]);
    expect(
      tell(pay, { rules: [rule({ where: "@smoke", limit: { gates: { time: "3s" } } })] }),
    ).toEqual([]);
  });

  it("are judged by the gate that holds, not by one that a nearer took the place of", () => {
    const text = `@latency:p95<9s\nFeature: F\n  @latency:p95<1s\n  Scenario: A\n${steps}`;
    expect(tell(text, { rules: [rule({ limit: { gates: { latency: "2s" } } })] })).toEqual([]);
  });

  it("with tables of examples that have tags of their own are judged by each", () => {
    const text = `Feature: F
  Scenario Outline: A
    When I press "<x>"
    Then I should see "y"
    Examples:
      | x |
      | 1 |
    @risk:high
    Examples:
      | x |
      | 2 |
`;
    const rules = [rule({ where: "@risk:high", require: { gates: ["latency"] } })];
    expect(tell(text, { rules })).toEqual([
      'features/a.feature:8:5 error policy/r: Because: "A" has no latency gate.',
    ]);
  });

  it("carry what is forbidden, which is pointed at", () => {
    const text = `@wip\nFeature: F\n  @rpm:60 @a\n  Scenario: A\n${steps}`;
    const forbid = { tags: ["@wip"], gates: ["rpm"] };
    expect(
      tell(text, { rules: [rule({ id: "one", where: "@a", forbid: { gates: ["rpm"] } })] }),
    ).toEqual(['features/a.feature:3:3 error policy/one: Because: "A" has the gate @rpm:60.']);
    expect(tell(text, { rules: [rule({ where: "@a", forbid })] })).toEqual([
      'features/a.feature:4 error policy/r: Because: "A" carries @wip; "A" has the gate @rpm:60.',
    ]);
  });
});

describe("what the story of scenarios lacks", () => {
  const rules = [rule({ where: "@a", require: { scenarios: { "@b": 2 } } })];
  const text = `@story:f
Feature: F
  @a @b
  Scenario: One
${steps}  @a
  Scenario: Two
${steps}`;

  it("is told once, at the story, with the scenarios that ask for it", () => {
    expect(tell(text, { rules })).toEqual([
      'features/a.feature:2 error policy/r: Because: "F" has 1 of 2 scenarios with @b; 2 scenarios ask for it.',
    ]);
    const [finding] = judgeTexts(text, { rules }).findings;
    expect(finding?.related?.map(({ line, message }) => `${line} ${message}`)).toEqual([
      "4 asks for it: One",
      "8 asks for it: Two",
      "4 One",
    ]);
  });

  it("is excused by a waiver of the story, or by one for each scenario", () => {
    const waive = (scenario?: string) => ({
      ...{ rule: "r", story: "f", who: "Ada", why: "later", until: "2026-12-31" },
      ...(scenario === undefined ? {} : { scenario }),
    });
    const judge = (...waivers: readonly ReturnType<typeof waive>[]) => {
      const { findings, waivers: judged } = judgeTexts(text, { rules, waivers });
      return [findings.map(({ severity }) => severity), judged.map(({ state }) => state)];
    };
    const [one = "", two = ""] = storiesOf(text).flatMap(({ scenarios }) =>
      scenarios.map(({ id }) => id),
    );
    expect(judge(waive())).toEqual([["note"], ["used"]]);
    expect(judge(waive(one))).toEqual([["error"], ["used"]]);
    expect(judge(waive(one), waive(two))).toEqual([["note"], ["used", "used"]]);
  });
});

test("a tag at fault that a scenario inherited is told beside the scenario", () => {
  const text = `@rpm:60\nFeature: F\n  Scenario: A\n${steps}`;
  const rules = [rule({ forbid: { gates: ["rpm"] } })];
  const [finding] = judgeTexts(text, { rules }).findings;
  expect(finding).toMatchObject({ line: 3, related: [{ line: 1, message: "@rpm:60" }] });
});

describe("stories", () => {
  it("lack tags, and parts of their intent", () => {
    const rules = [
      rule({
        for: "stories",
        where: "@repo:payments",
        require: { tags: ["@compliance:*"], intent: true },
      }),
    ];
    expect(tell(pay, { rules })).toEqual([
      'features/a.feature:1:12 error policy/r: Because: "Pay" carries no @compliance:; "Pay" has no role, want, benefit in its intent.',
    ]);
    const good =
      "@repo:payments @compliance:psd2\nFeature: F\n  As a customer\n  I want to pay\n  so that I have it\n";
    expect(tell(good, { rules })).toEqual([]);
  });

  it("have too many scenarios, and are chosen by a scenario that they have", () => {
    const rules = [rule({ for: "stories", having: "@risk:high", limit: { scenarios: 1 } })];
    expect(tell(pay, { rules })).toEqual([
      'features/a.feature:2 error policy/r: Because: "Pay" has 2 scenarios, and at most 1 may be.',
    ]);
    expect(tell("Feature: F\n", { rules })[0]).toContain("protects nothing");
  });

  it("that are planned as a whole are left alone", () => {
    const rules = [rule({ for: "stories", require: { tags: ["@owner:*"] } })];
    expect(tell(`@planned\nFeature: F\n  Scenario: A\n${steps}`, { rules })).toEqual([
      "cucumber.js:1 note policy/r: the rule r protects nothing: there are no stories.",
    ]);
  });
});

test("rules of a story are judged one by one", () => {
  const text = `Feature: F
  Rule: One
    Scenario: A
    ${steps}
  Rule: Two
    @regression
    Scenario: B
    ${steps}`;
  const rules = [rule({ for: "rules", require: { scenarios: { "@regression": 1 } } })];
  expect(tell(text, { rules })).toEqual([
    'features/a.feature:2 error policy/r: Because: "One" has 0 of 1 scenario with @regression.',
  ]);
});

test("each tag is judged with all that carry it, wherever they are", () => {
  const rules = [
    rule({
      for: "tags",
      tag: "@incident:*",
      require: { scenarios: { "@smoke or @regression": 1 } },
    }),
  ];
  const files = {
    "features/a.feature": `@incident:1 @incident:2\nFeature: F\n  @full\n  Scenario: A\n${steps}`,
    "features/b.feature": `Feature: G\n  @incident:1 @regression\n  Scenario: B\n${steps}`,
  };
  expect(tell(files, { rules })).toEqual([
    "features/a.feature:1:13 error policy/r: Because: @incident:2 has 0 of 1 scenario with @smoke or @regression.",
  ]);
});

test("what weighs as a warning says so, and kinds may be forbidden", () => {
  const rules = [
    rule({ severity: "warning", where: "@regression", forbid: { guarantees: ["unhappy"] } }),
  ];
  expect(tell(pay, { rules })).toEqual([
    'features/a.feature:10 warning policy/r: Because: "A declined card" is of kind unhappy.',
  ]);
});

describe("a rule that matches nothing", () => {
  const rules = [
    rule({ where: "@risk:hihg", require: { gates: ["latency"] } }),
    rule({ id: "t", for: "tags", tag: "@incident:*", require: { gates: ["latency"] } }),
  ];

  it("protects nothing, which is told", () => {
    expect(tell(pay, { rules })).toEqual([
      "cucumber.js:1 note policy/r: the rule r protects nothing: there are no scenarios with @risk:hihg.",
      "cucumber.js:1 note policy/t: the rule t protects nothing: there are no tags like @incident:.",
    ]);
  });

  it("is not blamed where only some stories were read, and rules over all of them are left out", () => {
    const { findings, rules: judged } = judgeTexts(pay, { rules }, { isWhole: false });
    expect(findings).toEqual([]);
    expect(judged.map(({ state }) => state)).toEqual(["judged", "left-out"]);
  });
});

describe("no finding hides another", () => {
  const needsGate = {
    for: "scenarios",
    where: "@risk:high",
    require: { gates: ["latency"] },
  } as const;
  const twins = `@story:s @risk:high\nFeature: F\n  Rule: One\n    Scenario: A\n  ${steps}  Rule: Two\n    Scenario: A\n  ${steps}`;

  it("of two scenarios of one name each has its own, at its own line", () => {
    expect(tell(twins, { rules: [rule(needsGate)] })).toEqual([
      'features/a.feature:4 error policy/r: Because: "A" has no latency gate.',
      'features/a.feature:8 error policy/r: Because: "A" has no latency gate.',
    ]);
  });

  it("and a waiver for one of the two leaves the other", () => {
    const waiver = { rule: "r", story: "s", who: "Ada", why: "moving", until: "2027-01-01" };
    const waivers = [{ ...waiver, scenario: "s/two/a" }];
    const { findings } = judgeTexts(twins, { rules: [rule(needsGate)], waivers });
    expect(findings.map(({ severity, subject }) => [severity, subject])).toEqual([
      ["error", "s/one/a"],
      ["note", "s/two/a"],
    ]);
  });
});

test("a malformed gate is none", () => {
  const text = `Feature: F\n  @smoke @latency:p95<300\n  Scenario: A\n${steps}`;
  expect(tell(text, { rules: [rule({ require: { gates: ["latency"] } })] })).toEqual([
    'features/a.feature:3 error policy/r: Because: "A" has no latency gate.',
  ]);
});

test("a tag of a story or a rule in which no scenario carries it is judged too", () => {
  const rules = [
    rule({ for: "tags", tag: "@incident:*", require: { scenarios: { "@smoke": 1 } } }),
  ];
  const text =
    "@incident:1\nFeature: F\n  @incident:2\n  Rule: R\n  @incident:3 @planned\n  Rule: S\n";
  expect(tell(text, { rules })).toEqual([
    "features/a.feature:1:1 error policy/r: Because: @incident:1 has 0 of 1 scenario with @smoke.",
    "features/a.feature:3:3 error policy/r: Because: @incident:2 has 0 of 1 scenario with @smoke.",
  ]);
});

describe("kinds of guarantee in an outline", () => {
  const table = (tag: string, length: number, status: number) =>
    `    ${tag}\n    Examples:\n      | length | status |\n      | ${length} | ${status} |\n`;
  const text = `Feature: F
  Scenario Outline: A
    When I send a POST request to "/<length>"
    Then the response status should be <status>
${table("@smoke", 12, 200)}${table("@full", 11, 422)}`;

  it("count for the rows that the rule chooses", () => {
    const two = (where: string) => [
      rule({ for: "project", where, require: { guarantees: { unhappy: 1 } } }),
      rule({ id: "no", where, forbid: { guarantees: ["unhappy"] } }),
    ];
    expect(tell(text, { rules: two("@smoke") })).toEqual([
      "cucumber.js:1 error policy/r: Because: all of @smoke has 0 of 1 scenario of kind unhappy.",
    ]);
    expect(tell(text, { rules: two("@full") })).toEqual([
      'features/a.feature:9:5 error policy/no: Because: "A" is of kind unhappy.',
    ]);
  });

  it("are seen across its tables where all of them count", () => {
    const rules = [rule({ for: "stories", require: { guarantees: { boundary: 1 } } })];
    expect(tell(text, { rules })).toEqual([]);
  });
});

test("five thousand scenarios of one story are asked once how the story fails", {
  timeout: 60_000,
}, () => {
  const scenarios = Array.from({ length: 5_000 }, (_, n) => `  Scenario: S ${n}\n    When a\n`);
  const text = `@risk:high\nFeature: F\n${scenarios.join("")}`;
  const count = (more: Partial<PolicyRuleOptions>) => {
    let looks = 0;
    const files = storiesOf(text).map((story) => ({
      ...story,
      scenarios: story.scenarios.map(
        (one) =>
          new Proxy(one, {
            get: (target, key) => {
              if (key === "cases") looks += 1;
              return Reflect.get(target, key);
            },
          }),
      ),
    }));
    judgeTexts(text, { rules: [rule({ where: "@risk:high", ...more })] }, { stories: files });
    return looks;
  };
  // Twice five thousand, or a few times that; not their square.
  expect(count({ require: { guarantees: { unhappy: 2 } } })).toBeLessThan(100_000);
});
