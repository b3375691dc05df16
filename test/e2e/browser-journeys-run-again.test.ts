import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findExecutable } from "../unit/drivers/browser-fixture.ts";
import { experimentParts, makeJourneyProject, readTold } from "./journey-project.ts";
import { startProduct } from "./product.ts";

/** The button brings about an outcome after as many milliseconds as the address says. */
const page = `<!doctype html><title>Product</title><h1>Product</h1><button>Go</button>
<script>
const after = Number(new URLSearchParams(location.search).get("after"));
document.querySelector("button").onclick = () => setTimeout(() => {
  document.body.insertAdjacentHTML("beforeend", "<p>Arrived</p>");
}, after);
</script>`;

/** What is largest on it comes from the server, long after the page. */
const latePage = `${page}<script>
fetch("/words").then((answer) => answer.text()).then((words) => {
  document.body.insertAdjacentHTML("beforeend", '<p style="font-size:60px">' + words + "</p>");
});
</script>`;
const wordsAfterMs = 1_000;

const stuckPage = `<!doctype html><title>Stuck</title><h1>Stuck</h1>
<button onclick="setTimeout(() => { const end = Date.now() + 5000; while (Date.now() < end); }, 20)">Go</button>`;

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

const feature = `Feature: Product
  Scenario: timed
    Given I am on "/?after=260"
    When I press "Go"
    Then I should see "Arrived"

  Scenario: vitals
    When I open "/late?after=100"
    And I press "Go"
    Then I should see "Arrived"

  Scenario: vitals of two
    Given Ada is on "/?after=100"
    When Bob is on "/?after=100"
    Then Bob should see "Go"

  Scenario: a page that hangs
    When I open "/stuck"
    And I press "Go"

  Scenario: vitals without a browser
    When I send a GET request to "/"
    Then the response status should be 200

  Scenario: killed
    Given I am on "/?after=300"
    When I press "Go"
    Then I should see "Arrived"
`;

/** The team's own: hooks and worlds are those of a replay there. */
const steps = `import { After } from "@cucumber/cucumber";
import { readdirSync } from "node:fs";
globalThis.traces = [];
After(() => {
  const traces = readdirSync(process.env.STORYPROOF_TEMPORARY_FOLDER, { recursive: true });
  globalThis.traces.push(traces.filter((name) => name.endsWith(".trace")).length);
});
`;

const experiment = (pids: string) => `${experimentParts}
import { readFileSync } from "node:fs";
const vitals = ["lcp", "inp", "cls"];
const deadlineMs = 20_000;
export async function experiment(journey, name) {
  if (name.startsWith("vitals")) {
    const plain = await journey.replay({ deadlineMs });
    const startMs = performance.now();
    const measured = await journey.replay({ deadlineMs, vitals });
    const besideStepsMs = measured.steps.reduce((left, step) => left - step.durationMs, performance.now() - startMs);
    return { ends: [plain.kind, measured.kind], plain: plain.vitals ?? null, vitals: measured.vitals, besideStepsMs };
  }
  if (name === "a page that hangs") {
    const { kind, error } = await journey.replay({ deadlineMs, vitals });
    return { end: kind, error: error?.message };
  }
  if (name === "killed") return await kill(journey);
  globalThis.traces.splice(0, globalThis.traces.length - 1);
  const { kind, actionTimeMs } = await journey.replay({ deadlineMs });
  const [before, after] = globalThis.traces;
  return { end: kind, actionTimeMs, traces: after - before };
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

test("journeys with browsers run again: timed and unrecorded, vitals where asked for, a killed browser told and replaced", async () => {
  const url = await startProduct(({ url = "" }, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    if (url === "/words") setTimeout(() => response.end("A large line of words"), wordsAfterMs);
    else if (url === "/stuck") response.end(stuckPage);
    else response.end(url.startsWith("/late") ? latePage : page);
  });
  const { browser, pids } = await makeKillable();
  const project = makeJourneyProject(
    url,
    {
      "features/product.feature": feature,
      "features/steps.mjs": steps,
      "last/experiment.mjs": experiment(pids),
    },
    { browser, timeouts: { navigationMs: 3_000 } },
  );
  const finished = await project.cucumber();
  expect(finished.code, finished.stdout + finished.stderr).toBe(0);
  const told = readTold(project);

  expect(told["timed"]).toMatchObject({ end: "completed", traces: 0 });
  expect(told["timed"]?.["actionTimeMs"]).toBeGreaterThanOrEqual(259);

  const late = told["vitals"];
  expect(late).toMatchObject({ ends: ["completed", "completed"], plain: null });
  const measured = { lcp: expect.any(Number), inp: expect.any(Number), cls: expect.any(Number) };
  expect(late?.["vitals"]).toEqual(measured);
  // The largest comes after the page and before the click, and to wait for it is no part of a step.
  expect(late).toHaveProperty(
    "vitals.lcp",
    expect.toSatisfy((lcp) => lcp >= wordsAfterMs),
  );
  expect(late?.["besideStepsMs"]).toBeGreaterThanOrEqual(wordsAfterMs / 2);
  expect(told["vitals of two"]?.["vitals"]).toEqual({ lcp: expect.any(Number), cls: 0 });
  expect(told["a page that hangs"]).toMatchObject({
    end: "failed",
    error: `The web vitals of ${url}/stuck cannot be had: the page did not answer within 3 s after the last step, because a script of its own keeps it busy.`,
  });
  expect(told["vitals without a browser"]?.["vitals"]).toEqual({});

  expect(told["killed"]).toMatchObject({
    messages: [
      "The browser ended in the middle of the scenario: it crashed or was killed. The next scenario starts a new one.",
    ],
    after: { kinds: { completed: 6 }, errors: [] },
    started: 1,
  });
});
