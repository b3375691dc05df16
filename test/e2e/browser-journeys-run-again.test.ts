import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findExecutable } from "../unit/drivers/browser-fixture.ts";
import { experimentParts, makeJourneyProject, readTold } from "./journey-project.ts";
import { startProduct } from "./product.ts";

/** The button brings about what the address says, after as many milliseconds as it says. */
const page = `<!doctype html><title>Product</title><h1>Product</h1>
<button>Go</button><p id=old>Old text</p><label>Name <input id=name></label>
<script>
const $ = (id) => document.getElementById(id);
const acts = {
  text() { document.body.insertAdjacentHTML("beforeend", "<p>Arrived</p>") },
  gone() { $("old").remove() },
  value() { $("name").value = "Ada" },
  address() { history.pushState({}, "", "/pushed") },
};
const asked = new URLSearchParams(location.search);
document.querySelector("button").onclick = () => setTimeout(() => {
  acts[asked.get("kind")]();
  window.moment = performance.timeOrigin + performance.now();
}, Number(asked.get("after")));
</script>`;

/** The browser of this machine behind a script that leaves its process id, unless it is only asked for its version. */
async function makeKillable() {
  const { executablePath, args } = await findExecutable();
  const folder = mkdtempSync(join(tmpdir(), "killable-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const script = join(folder, "browser.sh");
  const pids = join(folder, "pids");
  const note = `case "$*" in *--version*) ;; *) echo $$ >> "${pids}" ;; esac`;
  writeFileSync(script, `#!/bin/sh\n${note}\nexec "${executablePath}" "$@"\n`);
  chmodSync(script, 0o755);
  return { browser: { executablePath: script, args }, pids };
}

/** By how many milliseconds an outcome was noticed late, and how long an idle page took to answer then. */
interface Late {
  readonly ms: number;
  readonly questionMs: number;
}

const outcomes = [
  ["text", 'I should see "Arrived"'],
  ["gone", 'I should not see "Old text"'],
  ["value", 'the "Name" field should have the value "Ada"'],
  ["address", 'the path should be "/pushed"'],
] as const;
const delaysMs = [113, 260] as const;

const timed = outcomes.flatMap(([kind, outcome]) =>
  delaysMs.map(
    (afterMs) => `  Scenario: timed ${kind} ${afterMs}
    Given I am on "/?kind=${kind}&after=${afterMs}"
    When I press "Go"
    Then ${outcome}
`,
  ),
);

const feature = `Feature: Product
${timed.join("")}
  Scenario: vitals
    Given I am on "/?kind=text&after=100"
    When I press "Go"
    Then I should see "Arrived"

  Scenario: vitals of two
    Given Ada is on "/?kind=text&after=100"
    When Bob is on "/?kind=text&after=100"
    Then Bob should see "Go"

  Scenario: vitals without a browser
    When I send a GET request to "/"
    Then the response status should be 200

  Scenario: killed
    Given I am on "/?kind=text&after=300"
    When I press "Go"
    Then I should see "Arrived"
`;

/** The team's own: hooks and worlds are those of a replay there. */
const steps = `import { After, AfterStep } from "@cucumber/cucumber";
import { readdirSync } from "node:fs";
globalThis.late = [];
globalThis.traces = [];
AfterStep(function () { this.endedMs = performance.timeOrigin + performance.now(); });
After(async function ({ pickle }) {
  const traces = readdirSync(process.env.STORYPROOF_TEMPORARY_FOLDER, { recursive: true });
  globalThis.traces.push(traces.filter((name) => name.endsWith(".trace")).length);
  if (!pickle.name.startsWith("timed")) return;
  const browser = await this.actor().browser();
  let best = Infinity, worst = 0, offsetMs = 0;
  for (let round = 0; round < 4; round += 1) {
    const startMs = performance.timeOrigin + performance.now();
    const thereMs = await browser.runScript("return performance.timeOrigin + performance.now()");
    const tookMs = performance.timeOrigin + performance.now() - startMs;
    worst = Math.max(worst, tookMs);
    if (tookMs < best) [best, offsetMs] = [tookMs, startMs + tookMs / 2 - thereMs];
  }
  const momentMs = await browser.runScript("return window.moment");
  globalThis.late.push({ ms: this.endedMs - (momentMs + offsetMs), questionMs: worst });
});
`;

const experiment = (pids: string) => `${experimentParts}
import { readFileSync } from "node:fs";
const vitals = ["lcp", "inp", "cls"];
const deadlineMs = 20_000;
export async function experiment(journey, name) {
  if (name.startsWith("vitals")) {
    const plain = await journey.replay({ deadlineMs });
    const measured = await journey.replay({ deadlineMs, vitals });
    return { ends: [plain.kind, measured.kind], plain: plain.vitals ?? null, vitals: measured.vitals };
  }
  if (name === "killed") return await kill(journey);
  const { kinds } = await repeat(journey, 2, 1);
  const late = globalThis.late.splice(0).slice(-2);
  const traces = globalThis.traces.splice(0);
  return { kinds, late, traces: Math.max(...traces) - traces[0] };
}
async function kill(journey) {
  const started = () => readFileSync(${JSON.stringify(pids)}, "utf8").trim().split("\\n");
  const before = started().length;
  const all = Promise.all(Array.from({ length: 6 }, () => journey.replay({ deadlineMs })));
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, 250))]);
  process.kill(-Number(started().at(-1)), "SIGKILL");
  const outcomes = await all;
  const messages = outcomes.map((one) => one.kind === "failed" ? one.error.message : one.kind);
  const after = await repeat(journey, 6, 3);
  return { messages: [...new Set(messages)], after, started: started().length - before };
}
`;

test("journeys with browsers run again: outcomes timed as they come, vitals where asked for, a killed browser told and replaced", async () => {
  const url = await startProduct((_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(page);
  });
  const { browser, pids } = await makeKillable();
  const project = makeJourneyProject(
    url,
    {
      "features/product.feature": feature,
      "features/steps.mjs": steps,
      "last/experiment.mjs": experiment(pids),
    },
    { browser },
  );
  const finished = await project.cucumber();
  expect(finished.code, finished.stdout + finished.stderr).toBe(0);
  const told = readTold(project);

  const late = outcomes.map(([kind]) => {
    const runs = delaysMs.map((afterMs) => told[`timed ${kind} ${afterMs}`]);
    for (const run of runs) expect(run).toMatchObject({ kinds: { completed: 2 }, traces: 0 });
    return { kind, late: runs.flatMap((run) => run?.["late"] as readonly Late[]) };
  });
  // A machine that runs other tests as well may be late, by a few times what its answers take longer than 5 ms.
  for (const one of late) {
    const prompt = one.late.filter(
      ({ ms, questionMs }) => ms <= 20 + 3 * Math.max(0, questionMs - 5),
    );
    expect(prompt.length, JSON.stringify(one)).toBeGreaterThanOrEqual(one.late.length / 2);
  }

  expect(told["vitals"]).toMatchObject({ ends: ["completed", "completed"], plain: null });
  const measured = { lcp: expect.any(Number), inp: expect.any(Number), cls: expect.any(Number) };
  expect(told["vitals"]?.["vitals"]).toEqual(measured);
  expect(told["vitals of two"]?.["vitals"]).toEqual({ lcp: expect.any(Number), cls: 0 });
  expect(told["vitals without a browser"]?.["vitals"]).toEqual({});

  expect(told["killed"]).toMatchObject({
    messages: [
      "The browser ended in the middle of the scenario: it crashed or was killed. The next scenario starts a new one.",
    ],
    after: { kinds: { completed: 6 }, errors: [] },
    started: 1,
  });
});
