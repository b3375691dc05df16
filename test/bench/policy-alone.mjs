// Started by policy.mjs: reads the features below a folder, then tells how long reading and judging a policy took, in
// seconds. Nothing was judged before in this process, so compiling the signals counts.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listSignals } from "../../dist/src/gaps/read-signals.js";
import { judgePolicy } from "../../dist/src/policy/judge-policy.js";
import { kindNames } from "../../dist/src/policy/kinds.js";
import { readPolicy } from "../../dist/src/policy/read-policy.js";
import { loadGherkin } from "../../dist/src/story/load-gherkin.js";
import { readFeature } from "../../dist/src/story/read-feature.js";

const folder = process.argv[2];
const gherkin = await loadGherkin(process.cwd());
const stories = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".feature"))
  .map((uri) => {
    const reading = readFeature({ uri, content: readFileSync(join(folder, uri)) }, gherkin);
    if (reading.kind !== "story") throw new Error(`${uri}: ${JSON.stringify(reading)}`);
    return reading.story;
  });

const rules = [
  {
    id: "payments-comply",
    reason: "Auditors ask which payment rule a story serves",
    for: "stories",
    where: "@repo:payments",
    require: { tags: ["@compliance:*"] },
  },
  {
    id: "risk-is-measured",
    reason: "What can hurt a customer is measured, and its unhappy paths are known",
    for: "scenarios",
    where: "@risk:high",
    require: { gates: ["latency"], guarantees: { "unhappy-path": 2 } },
  },
  {
    id: "all-kinds",
    reason: "Each story says what happens when things go wrong",
    for: "stories",
    require: {
      guarantees: { unhappy: 1, permission: 1, boundary: 1, repetition: 1, "dependency-down": 1 },
      intent: true,
    },
  },
  {
    id: "quick-smoke",
    reason: "Nobody waits for a smoke test",
    for: "scenarios",
    where: "@smoke",
    limit: { gates: { time: "2s" } },
  },
  {
    id: "incidents-stay-mended",
    reason: "What broke once is looked at in every release",
    for: "tags",
    tag: "@incident:*",
    require: { scenarios: { "@regression": 1 } },
  },
  {
    id: "short-smoke",
    reason: "Five minutes are what a deployment waits for",
    for: "project",
    where: "@smoke",
    limit: { runningTime: "5min" },
  },
  {
    id: "no-leftovers",
    reason: "Only finished work is promised",
    for: "scenarios",
    forbid: { tags: ["@wip", "@skip"] },
  },
];
const waivers = Array.from({ length: 50 }, (_, index) => ({
  rule: "all-kinds",
  story: `story-${index}`,
  who: "ada",
  why: "it is rewritten",
  until: "2099-01-01",
}));

const placed = rules.map((rule, index) => ({ path: `policy.rules[${index}]`, rule }));
const start = performance.now();
const { policy, problems } = readPolicy(placed, waivers, { known: kindNames });
if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 2));
const { findings, rules: judged } = judgePolicy(policy, {
  stories,
  isWhole: true,
  today: "2026-01-01",
  saved: new Map(),
  signals: listSignals({}),
  home: () => ({ uri: "cucumber.js", line: 1 }),
});
const seconds = (performance.now() - start) / 1000;
console.log(
  JSON.stringify({
    seconds,
    stories: stories.length,
    findings: findings.length,
    judged: judged.map(({ rule, matched }) => [rule.id, matched]),
  }),
);
