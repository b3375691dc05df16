import { expect, test } from "vitest";
import type { PolicyOptions, WaiverOptions } from "../../../src/config/policy-options.ts";
import { findConfigProblems } from "../../../src/config/validate.ts";
import { kindNames } from "../../../src/policy/kinds.ts";
import { readPolicy } from "../../../src/policy/read-policy.ts";

const rule = { id: "a", reason: "Because", for: "scenarios" } as const;
const keeps = { require: { tags: ["@a"] } } as const;

function problemsOf({ rules = [], waivers = [] }: PolicyOptions): readonly string[] {
  const placed = rules.flatMap((one, index) =>
    typeof one === "string" ? [] : [{ path: `policy.rules[${index}]`, rule: one }],
  );
  return readPolicy(placed, waivers, { known: kindNames }).problems.map(
    ({ path, found, allowed }) => `${path}: ${found} -> ${allowed}`,
  );
}

function problemsOfRule(more: object): readonly string[] {
  return problemsOf({ rules: [{ ...rule, ...more }] });
}

test("a right policy has no problems", () => {
  expect(problemsOfRule({ where: "@risk:*", ...keeps })).toEqual([]);
});

test("a wrong tag expression is pointed at", () => {
  expect(problemsOfRule({ where: "@a and", ...keeps })).toEqual([
    'policy.rules[0].where: a tag is missing\n             @a and\n                   ^ -> a tag expression such as "@risk:high and not (@smoke or @wip)"',
  ]);
});

test.each([
  [
    { require: { guarantees: { unhapy: 2 } } },
    /^policy\.rules\[0\]\.require\.guarantees\["unhapy"\]: "unhapy", no kind of guarantee -> happy-path, .*\. Did you mean unhappy\?$/,
  ],
  [
    { require: { gates: ["latancy"] } },
    /^policy\.rules\[0\]\.require\.gates\[0\]: "latancy", no kind of gate -> .*Did you mean latency\?$/,
  ],
  [
    { limit: { gates: { latency: "2" } } },
    /^policy\.rules\[0\]\.limit\.gates\.latency: "2": the time has no unit: ms, s or min -> such as "2s"$/,
  ],
  [
    { limit: { gates: { time: 2000 } } },
    /^policy\.rules\[0\]\.limit\.gates\.time: 2000: .* -> such as "2s" or "2000ms"$/,
  ],
  [{ limit: { gates: { time: 3 } } }, / -> such as "3s" or "3ms"$/],
  [{ limit: { gates: { time: 1500 } } }, / -> such as "1500ms"$/],
  [{ limit: { gates: { tim: "2s" } } }, /nothing that a limit can be set to.*Did you mean time\?$/],
  [{ limit: { runningTime: "an hour" } }, /^policy\.rules\[0\]\.limit\.runningTime: "an hour": /],
  [{ limit: { runningTime: "1h" } }, /hours are written as minutes -> such as "60min"$/],
  [{}, /^policy\.rules\[0\]: a rule that demands nothing -> one of require, forbid and limit$/],
  [
    { require: { tags: ["@a:*"] }, forbid: { tags: ["@a:"] } },
    /a rule that nothing can keep: it requires @a: and forbids @a:/,
  ],
  [{ require: { tags: ["@a:b"] }, forbid: { tags: ["@a:*"] } }, /it requires @a:b and forbids @a:/],
  [
    { require: { gates: ["rpm"] }, forbid: { gates: ["rpm"] } },
    /it requires and forbids the gate rpm/,
  ],
  [
    { require: { guarantees: { unhappy: 3 } }, limit: { scenarios: 2 } },
    /it requires 3 scenarios and allows 2/,
  ],
  [{ ...keeps, having: "@a" }, /having only with for: "stories" or "rules"/],
  [{ ...keeps, tag: "@a:*" }, /tag only with for: "tags"/],
  [{ ...keeps, for: "tags" }, /^policy\.rules\[0\]\.tag: nothing -> which tags/],
  [{ require: { intent: true } }, /intent only with for: "stories"/],
  [{ ...keeps, unknown: "note" }, /unknown only with limit\.runningTime/],
  [{ for: undefined, ...keeps }, /^policy\.rules\[0\]\.for: nothing -> what the rule is about/],
  [{ check: 3 }, /policy\.rules\[0\]\.for: data beside check/],
])("%j is told", (more, problem) => {
  expect(problemsOfRule(more)[0]).toMatch(problem);
});

test("two rules with one id are told, the second with the place of the first", () => {
  expect(
    problemsOf({
      rules: [
        { ...rule, ...keeps },
        { ...rule, ...keeps },
      ],
    }),
  ).toEqual(['policy.rules[1].id: "a" -> another id: policy.rules[0] has this one']);
});

const waiver: WaiverOptions = {
  rule: "a",
  story: "s",
  who: "Ada",
  why: "moving",
  until: "2027-03-01",
};

test.each<[Partial<WaiverOptions>, RegExp]>([
  [
    { rule: "b" },
    /^policy\.waivers\[0\]\.rule: "b", a rule that does not exist -> a\. Did you mean a\?$/,
  ],
  [{ until: "2027-02-30" }, /^policy\.waivers\[0\]\.until: "2027-02-30" -> a date that exists/],
  [{ until: "2027-13-01" }, /a date that exists/],
  [{ tag: "@x:1" }, /^policy\.waivers\[0\]\.tag: "@x:1" -> no tag: a is about scenarios$/],
])("a waiver with %j is told", (more, problem) => {
  const [first] = problemsOf({ rules: [{ ...rule, ...keeps }], waivers: [{ ...waiver, ...more }] });
  expect(first).toMatch(problem);
});

test("a waiver names the story, or the tag of a rule over tags, and neither for the project", () => {
  const { story, ...open } = waiver;
  const rules = [
    { ...rule, ...keeps },
    { ...rule, id: "b", for: "tags", tag: "@x:*", ...keeps },
    { ...rule, id: "c", for: "project", limit: { scenarios: 3 } },
  ] as const;
  const waivers = [open, { ...waiver, rule: "b" }, { ...waiver, rule: "c" }];
  expect(problemsOf({ rules, waivers })).toEqual([
    "policy.waivers[0].story: nothing -> the id of the story (storyproof stories)",
    "policy.waivers[1].tag: nothing -> the tag that is excused",
    'policy.waivers[1].story: "s" -> no story: b is about tags',
    'policy.waivers[2].story: "s" -> no story: c is about the whole project',
  ]);
});

test("the shape is checked with the rest of the configuration, all at once", () => {
  const problems = findConfigProblems({
    policy: {
      rules: [
        { id: "High Risk", reason: "!", for: "story", requires: {} },
        { reason: "Because" },
        7,
        { ...rule, require: { guarantees: { unhappy: 0 }, tags: ["smoke"] } },
      ],
      waivers: [{ rule: "a", who: "Ada", why: "later", until: "tomorrow" }],
      waiver: [],
    },
  });
  expect(problems.map(({ path, found, allowed }) => `${path}: ${found} -> ${allowed}`)).toEqual([
    "policy.waiver: an option that does not exist -> rules, waivers. Did you mean waivers?",
    expect.stringMatching(/^policy\.rules\[0\]\.requires: an option .* Did you mean require\?$/),
    'policy.rules[0].id: "High Risk" -> small letters, digits and hyphens, such as "high-risk"',
    'policy.rules[0].reason: "!" -> a text with at least one word of two letters',
    'policy.rules[0].for: "story" -> one of "stories", "rules", "scenarios", "tags", "project"',
    'policy.rules[1].id: nothing -> small letters, digits and hyphens, such as "high-risk"',
    expect.stringMatching(/^policy\.rules\[2\]: 7 -> an object with at least id and reason/),
    'policy.rules[3].require.tags[0]: "smoke" -> a tag such as "@smoke", or "@compliance:*" for any value',
    "policy.rules[3].require.guarantees.unhappy: 0 -> a whole number from 1",
    'policy.waivers[0].until: "tomorrow" -> a date such as "2027-03-01"',
  ]);
});

test("the head of a rule that a module exports is looked at as that of the configuration is", () => {
  const head = { id: "a\u001b[31m", reason: "…", severity: "eror", check: () => [] };
  expect(problemsOf({ rules: [head as never] })).toEqual([
    'policy.rules[0].id: "a\\u001b[31m" -> small letters, digits and hyphens, such as "high-risk"',
    'policy.rules[0].reason: "…" -> a text with at least one word of two letters',
    'policy.rules[0].severity: "eror" -> "error" or "warning"',
  ]);
});
