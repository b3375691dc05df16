// What a report says of gates: from the last try's attachment, and of the behaviour as if nothing had been measured.
import { expect, it } from "vitest";
import { renderMarkdown } from "../../../src/evidence/render-markdown.ts";
import { summariseReport } from "../../../src/evidence/summary.ts";
import { GateRefuted } from "../../../src/gates/gate-refuted.ts";
import { leaveGatesUnproven } from "../../../src/gates/measure-gates.ts";
import { completed, failed, gatesOf, measure } from "../gates/products.ts";
import { casesOf, collect, expectToMatchSchema, verdictsOf } from "./collect.ts";
import { attach, command, measureSearch, toEvidence } from "./make-gates.ts";
import { type HookEnd, makeRun, type RunPlan } from "./make-run.ts";

const feature = (tags: string) => `Feature: Shop
  ${tags}
  Scenario: Search
    When I search
    Then it is found
`;

const refusal: NonNullable<HookEnd["error"]> = {
  type: GateRefuted.name,
  message: "1 gate is refuted:\n  refuted   @latency:p50<80ms",
};

function report(tags: string, hook: NonNullable<RunPlan["hook"]>, more: Partial<RunPlan> = {}) {
  const run = makeRun({ features: { "shop.feature": feature(tags) }, hook, ...more });
  const made = collect(run);
  expectToMatchSchema(made, "truth-report");
  return made;
}

const searchTags = "@latency:p95<300ms @latency:p50<80ms @errors:<5%";
const search = attach(toEvidence(await measureSearch()));

it("gives each gate what was measured, and the case the measurement", () => {
  const made = report(searchTags, () => ({ attachments: [search], error: refusal }));
  expect(verdictsOf(made)).toEqual([
    "Search proven",
    "latency:p95<300ms proven",
    "latency:p50<80ms refuted gate-refuted",
    "errors:<5% proven",
  ]);
  const [one] = casesOf(made);
  expect(one).toMatchObject({ verdict: "refuted", flaky: false, measured: search.value });
  expect(one?.attempts[0]?.evidence).toEqual([]);
  expect(one?.guarantees[2]).toMatchObject({
    id: "shop/search@latency:p50<80ms",
    gate: "latency",
    reason: { text: "130 of 190 journeys took 80 ms or more, at most 50 % may." },
    numbers: {
      samples: 190,
      excesses: 130,
      allowedShare: 0.5,
      bound: { limit: 80, isInclusive: false },
      measured: { share: 0.5, unit: "ms" },
    },
  });
  expect(one?.guarantees[2]?.numbers?.measured?.value).toBeCloseTo(92.6, 1);
});

it("judges the behaviour by its steps, whatever the gates' hook says", () => {
  const broken = { outcome: (text: string) => (text === "it is found" ? "FAILED" : "PASSED") };
  const both = report(searchTags, () => ({ error: refusal }), broken);
  expect(verdictsOf(both)[0]).toBe("Search refuted step-failed");
  const otherHook = report(searchTags, () => ({ error: { type: "Error", message: "down" } }));
  expect(verdictsOf(otherHook)[0]).toBe("Search unproven hook-failed");
});

it("lists what nobody wrote only where it is refuted", async () => {
  const dying = await measure(["@latency:p95<300ms"], (at) => (at < 30 ? 20 : failed("gone")));
  const quick = await measure(["@latency:p95<300ms"], () => 20);
  const refuted = report("@latency:p95<300ms", () => ({
    attachments: [attach(toEvidence(dying.report))],
    error: refusal,
  }));
  expect(verdictsOf(refuted)).toEqual([
    "Search proven",
    "latency:p95<300ms unproven gate-undecided",
    "errors:<1% (implied) refuted gate-refuted",
  ]);
  expect(casesOf(refuted)[0]?.guarantees[2]?.id).toBe("shop/search@errors:<1%");
  const proven = report("@latency:p95<300ms", () => ({
    attachments: [attach(toEvidence(quick.report))],
  }));
  expect(verdictsOf(proven)).toEqual(["Search proven", "latency:p95<300ms proven"]);
  expect(proven.verdict).toBe("proven");
  expect(casesOf(proven)[0]?.measured?.gates.map(({ gate }) => gate)).toContain("errors:<1%");
});

it("says why a gate is unproven", () => {
  const leave = (because: Parameters<typeof leaveGatesUnproven>[2]) => {
    const gates = gatesOf("@rpm:60");
    const results = leaveGatesUnproven({ gates, tier: "full" }, "It is so.", because);
    const made = attach({ tier: "full", command, results });
    return verdictsOf(report("@rpm:60", () => ({ attachments: [made] })))[1];
  };
  expect(leave("undecided")).toBe("rpm:60 unproven gate-undecided");
  expect(leave("generator-starved")).toBe("rpm:60 unproven generator-starved");
  expect(leave("not-replayable")).toBe("rpm:60 unproven not-replayable");
  expect(leave("not-measured")).toBe("rpm:60 unproven not-measured");
  const nothing = report("@rpm:60", () => ({}));
  expect(casesOf(nothing)[0]?.guarantees[1]?.reason?.text).toBe("it was not measured");
  const failing = report("@rpm:60", () => ({}), { outcome: () => "FAILED" });
  expect(casesOf(failing)[0]?.guarantees[1]?.reason).toEqual({
    kind: "not-measured",
    text: "it was not measured: the scenario failed",
  });
});

it("does not take a measurement of another gate, or a damaged one, for this one's", () => {
  const other = report("@latency:p95<200ms", () => ({ attachments: [search] }));
  expect(verdictsOf(other)).toEqual(["Search proven", "latency:p95<200ms unproven not-measured"]);
  const damaged = { ...search, body: search.body.replace('"tier":"regression"', '"tier":"hard"') };
  const unread = report(searchTags, () => ({ attachments: [damaged] }));
  expect(verdictsOf(unread)[1]).toBe("latency:p95<300ms unproven not-measured");
  expect(casesOf(unread)[0]?.attempts[0]?.evidence).toMatchObject([{ kind: "text" }]);
});

it("counts the last try, and keeps what the earlier ones found with them", async () => {
  const better = attach(toEvidence((await measure(["@latency:p50<80ms"], () => 20)).report));
  const worse = attach(toEvidence((await measure(["@latency:p50<80ms"], () => 200)).report));
  const tries = (last: typeof better) =>
    report(
      "@latency:p50<80ms",
      (attempt): HookEnd => {
        const error = attempt === 0 || last === worse ? { error: refusal } : {};
        return { attachments: [attempt === 0 ? worse : last], ...error };
      },
      { retries: 1 },
    );
  const mended = tries(better);
  expect(verdictsOf(mended)).toEqual(["Search proven", "latency:p50<80ms proven"]);
  const [one] = casesOf(mended);
  expect(one).toMatchObject({ flaky: true, measured: better.value });
  expect(one?.attempts.map(({ evidence }) => evidence)).toEqual([
    [{ kind: "gates", gates: worse.value, step: 2 }],
    [],
  ]);
  const [refuted] = casesOf(tries(worse));
  // Its gates did not hold at either try, and its steps did at both.
  expect(refuted).toMatchObject({ flaky: false, verdict: "refuted", measured: worse.value });
});

it("puts together what shards measured", async () => {
  const quick = attach(toEvidence((await measure(["@latency:p50<80ms"], () => 20)).report));
  const two = `${feature("@latency:p50<80ms")}  @latency:p50<80ms\n  Scenario: Order\n    When I order\n`;
  const shards = ["Search", "Order"].map((name) =>
    makeRun({
      features: { "shop.feature": two },
      selects: (pickle) => pickle.name === name,
      hook: () => ({ attachments: [quick] }),
    }),
  );
  const made = collect(...shards);
  expect(made.verdict).toBe("proven");
  expect(casesOf(made).map(({ measured }) => measured)).toEqual([quick.value, quick.value]);
});

it("keeps what was measured when the run is stopped while it measures", async () => {
  const stop = new AbortController();
  const { report: cut } = await measure(
    ["@latency:p95<300ms"],
    (at) => {
      if (at === 40) stop.abort();
      return 20;
    },
    { signal: stop.signal },
  );
  const run = makeRun({
    features: { "shop.feature": feature("@latency:p95<300ms") },
    hook: () => ({ attachments: [attach(toEvidence(cut))] }),
  });
  const lastAttachment = run.findLastIndex(({ attachment }) => attachment !== undefined);
  const made = collect(run.slice(0, lastAttachment + 1));
  expect(verdictsOf(made)).toEqual([
    "Search unproven interrupted",
    "latency:p95<300ms unproven gate-undecided",
  ]);
  expect(casesOf(made)[0]?.guarantees[1]?.reason?.text).toContain("Measuring was stopped");
});

it("is one line each in Markdown, and of a refuted one what failed and how to repeat it", async () => {
  const { report: dying } = await measure(["@latency:p95<300ms", "@errors:<1%"], (at) =>
    at % 3 === 2 ? failed("gone | away\nfor good") : completed(20),
  );
  const made = report("@latency:p95<300ms @errors:<1%", () => ({
    attachments: [attach(toEvidence(dying))],
    error: refusal,
  }));
  const text = renderMarkdown(made);
  expect(text.slice(text.indexOf("### Refuted"))).toBe(`### Refuted

#### Shop › Search \`errors:<1%\`

\`shop.feature:3\` · 30 % failed, 3 of 10 · 3 of 10 journeys failed, at most 1 % may.

| Failed journeys | How |
|--:|---|
| 3 | I order: gone \\| away |

\`\`\`text
gone | away
for good
\`\`\`

To repeat it: \`${command}\`

### Unproven

- Shop › Search \`latency:p95<300ms\`: There is nothing to judge by: no journey succeeded after the warm-up, and 3 of all 10 failed. Measuring ended when errors:&lt;1% was refuted. A regression run asks for proof, so this fails the scenario. (\`shop.feature:3\`)

### Gates

- ❌ Shop › Search \`errors:<1%\`: 30 % failed, 3 of 10
`);
});

it("sums up a run that asked for no proof as one in which nothing is refuted", async () => {
  const told = async (tier: "smoke" | "regression") => {
    const more = { tier, limits: { samples: 20 } } as const;
    const measured = await measure(["@latency:p95<300ms"], () => 20, more);
    const hook = () => ({ attachments: [attach(toEvidence(measured.report))] });
    return summariseReport(report("@latency:p95<300ms", hook));
  };
  expect(await told("smoke")).toBe("Nothing is refuted: 1 of 2 guarantees are proven");
  expect(await told("regression")).toBe("The story is unproven");
});
