import { describe, expect, it, test } from "vitest";
import type { PolicyOptions, WaiverOptions } from "../../../src/config/policy-options.ts";
import { judgeTexts, tell } from "./judge-texts.ts";

const text = `@story:pay
Feature: Pay
  @smoke
  Scenario: By card
    When I press "Pay"
  @smoke @incident:INC-1
  Scenario: By cash
    When I press "Pay"
`;
const rules = [
  { id: "gated", reason: "Because", for: "scenarios", require: { gates: ["latency"] } },
  { id: "owned", reason: "Because", for: "stories", require: { tags: ["@owner:*"] } },
  {
    id: "kept",
    reason: "Because",
    for: "tags",
    tag: "@incident:*",
    require: { scenarios: { "@regression": 1 } },
  },
] as const satisfies PolicyOptions["rules"];

function waive(more: Partial<WaiverOptions> = {}, options: Parameters<typeof tell>[2] = {}) {
  const { story = "pay", ...rest } = more;
  const waiver = {
    rule: "gated",
    who: "Ada",
    why: "new hardware comes",
    until: "2026-11-21",
    ...rest,
  };
  const waivers = [rest.tag === undefined ? { ...waiver, story } : waiver];
  const told = tell(text, { rules, waivers }, options);
  const { waivers: judged } = judgeTexts(text, { rules, waivers }, options);
  return { told, state: judged[0]?.state, excused: judged[0]?.excused };
}

const named = (line: number) => (line === 4 ? '"By card"' : '"By cash"');
const gated = (line: number) =>
  `features/a.feature:${line} error policy/gated: Because: ${named(line)} has no latency gate.`;
const waived = (line: number) =>
  `features/a.feature:${line} note policy/gated: waived until 2026-11-21 by Ada: new hardware comes. Because: ${named(line)} has no latency gate.`;
const others = [
  'features/a.feature:2 error policy/owned: Because: "Pay" carries no @owner:.',
  "features/a.feature:6:10 error policy/kept: Because: @incident:INC-1 has 0 of 1 scenario with @regression.",
];

test("what a waiver excuses stays in sight, with who, why and until when", () => {
  expect(waive()).toEqual({ told: [waived(4), waived(7), ...others], state: "used", excused: 2 });
  expect(waive({ rule: "policy/gated" }).state).toBe("used");
});

test("one for a scenario leaves the others of its story", () => {
  const { told } = waive({ scenario: "pay/by-card" });
  expect(told).toEqual([waived(4), gated(7), ...others]);
});

test("a rule over tags is waived for a tag", () => {
  const { told, state } = waive({ rule: "kept", tag: "@incident:INC-1" });
  expect(state).toBe("used");
  expect(told[3]).toMatch(/:6:10 note policy\/kept: waived until/);
});

describe("the last day", () => {
  it("is still covered, in UTC", () => {
    expect(waive({ until: "2026-11-21" }, { today: "2026-11-21" }).state).toBe("used");
  });

  it("is over on the next, and then the waiver fails with what it excused", () => {
    const { told, state } = waive({}, { today: "2026-11-22" });
    expect(state).toBe("expired");
    expect(told).toEqual([
      gated(4),
      gated(7),
      ...others,
      "cucumber.js:10 error waiver/expired: the waiver of gated for pay by Ada ended on 2026-11-21: new hardware comes.",
    ]);
  });
});

test("one that excuses nothing is told", () => {
  const good = text.replace("@story:pay", "@story:pay @owner:x");
  const waiver = { rule: "owned", story: "pay", who: "Ada", why: "later on", until: "2027-01-01" };
  expect(tell(good, { rules, waivers: [waiver] }).at(-1)).toBe(
    "cucumber.js:3 warning waiver/unused: the waiver of owned for pay excuses nothing: the rule is kept there.",
  );
});

describe("one of what is not there", () => {
  it.each([
    [{ story: "pya" }, 'there is no story "pya" among 1 story', 'Did you mean "pay"?'],
    [
      { scenario: "pay/by-crad" },
      'there is no scenario "pay/by-crad" among 2 scenarios',
      'Did you mean "pay/by-card"?',
    ],
    [
      { rule: "kept", tag: "@incident:INC-2" },
      'there is no tag "@incident:INC-2" among 3 tags',
      'Did you mean "@incident:INC-1"?',
    ],
  ])("is an error with the nearest: %j", (more, message, nearest) => {
    const { story = "pay", ...rest } = more as Partial<WaiverOptions>;
    const waiver = { rule: "gated", who: "Ada", why: "later on", until: "2027-01-01", ...rest };
    const waivers = [rest.tag === undefined ? { ...waiver, story } : waiver];
    const last = judgeTexts(text, { rules, waivers }).findings.at(-1);
    expect(last).toMatchObject({ rule: "waiver/unknown", severity: "error" });
    expect(last?.message).toContain(message);
    expect(last?.wayOut).toContain(nearest);
  });

  it("is not judged where only some stories were read", () => {
    expect(waive({ story: "another" }, { isWhole: false }).state).toBe("not-judged");
  });
});
