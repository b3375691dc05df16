import { expect, test } from "vitest";
import { makeJourneyProject, readTold } from "./journey-project.ts";
import { startProduct } from "./product.ts";

const experiment = `import { measureGates } from "../node_modules/storyproof/dist/src/gates/measure-gates.js";
import { readTags } from "../node_modules/storyproof/dist/src/tags/read-tags.js";
import { loadThreads } from "../node_modules/storyproof/dist/steps/load-threads.js";

const tags = ["@rpm:18000", "@latency:p95<30s"].map((name) => ({ name, level: "scenario", line: 1, column: 1 }));
const { signal } = new AbortController();
const deadlineMs = 20_000;

export async function experiment(journey, name) {
  // A thread is given the environment of the moment in which it is made.
  process.env.TROUBLE = name;
  // As many as the machine certainly has cores for.
  const threads = loadThreads(journey, { deadlineMs, most: 2 });
  return name === "calm" ? await measure(journey, threads) : await tryOne(threads);
}

async function measure(journey, threads) {
  const { results, notes, threads: used, journeys, exchanges, failures } = await measureGates({
    gates: readTags(tags).gates,
    tier: "regression",
    limits: { holdMs: 1_000 },
    signal,
    replay: (signal) => journey.replay({ deadlineMs, signal }),
    threads,
  });
  const requests = exchanges.requests.map(({ request }) => request);
  return { load: results[0].load, notes, used, journeys, failures, requests };
}

/** One thread that would start a journey each 100 ms for a minute, and is stopped at its first news. */
async function tryOne(threads) {
  const opened = await threads.open(1, signal);
  if (opened.kind === "refused") return opened;
  const order = {
    ratePerMinute: 600,
    durationMs: 60_000,
    arrivals: { kind: "constant" },
    part: { index: 0, of: 1 },
    beginAtMs: opened.nowMs(),
    patienceMs: 0,
  };
  const [thread] = opened.threads;
  const beginMs = performance.now();
  // Who hangs has no news.
  if (process.env.TROUBLE === "hanging") setTimeout(thread.stop, 100);
  const told = [];
  const { kind, reason, load } = await thread.run(order, ({ started, batch }) => {
    told.push(...batch.failures);
    if (started > 0 && (process.env.TROUBLE !== "failing" || told.length > 0)) thread.stop();
  });
  const tookMs = performance.now() - beginMs;
  await opened.close();
  return { end: kind, reason, load: load?.kind, isSoon: tookMs < 20_000, told: JSON.stringify(told) };
}
`;

/** Blocks its thread without needing a processor: how many of it a second can do is the same on a busy machine. */
const steps = `import { After, AfterAll, AfterStep, Before, BeforeAll, BeforeStep, defineParameterType, Given, setWorldConstructor, Then, When } from "@cucumber/cucumber";
import { appendFileSync } from "node:fs";
import { isMainThread, threadId } from "node:worker_threads";
import { StoryWorld } from "storyproof";

const trouble = isMainThread ? "" : process.env.TROUBLE;
const tell = (what) => appendFileSync("hooks.txt", what + " " + threadId + "\\n");
if (trouble === "broken") throw new Error("no second connection to the licence server");
if (trouble === "changing") Given("a step that the run does not have", () => {});

class ShopWorld extends StoryWorld {
  seen = [];
}
setWorldConstructor(ShopWorld);
defineParameterType({ name: "colour", regexp: /red|blue/, transformer(name) { return { name, of: this }; } });

BeforeAll(function () { tell("before " + this.parameters.shop); });
AfterAll(() => tell("after"));
Before(function () { this.seen.push("before " + this.parameters.shop); });
Before("@other", function () { this.seen.push("never"); });
Before("@tagged", function () { this.seen.push("before tagged"); });
BeforeStep(function ({ pickleStep }) { this.seen.push("> " + pickleStep.text); });
AfterStep(function ({ result }) { this.seen.push("< " + result.status); });
After(async function ({ result }) {
  this.seen.push("after " + result.status);
  await this.actor().api.post("/seen", this.seen);
});
After("@tagged", function () { this.seen.push("after tagged"); });

let runs = 0;
const cell = new Int32Array(new SharedArrayBuffer(4));
Given("a {colour} thing of a size:", function (colour, table) {
  if (colour.of !== this) throw new Error("made for another World");
  this.memory.remember("thread", threadId);
  this.memory.remember("size", table.raw()[0][1]);
});
When("I compute", () => {
  runs += 1;
  // After the trials.
  if (trouble === "exiting" && runs > 3) process.exit(3);
  if (trouble === "hanging" && runs > 3) for (;;);
  Atomics.wait(cell, 0, 0, 5);
});
Then("all is well", function () {
  if (trouble === "failing" && runs > 3) throw new Error("unwell with " + this.lastResponse.body);
});
`;

const scenario = (name: string) => `
  Scenario: ${name}
    Given a red thing of a size:
      | size | 3 |
    When I send a GET request to "/things/{{size}}?thread={{thread}}&id={{unique.id}}"
    And I compute
    Then the response status should be 200
    And all is well
`;

const scenarios = ["calm", "stopped", "broken", "changing", "exiting", "hanging", "failing"];

test("a rate that one thread cannot offer is offered by threads that load the same support code", async () => {
  const ids: string[] = [];
  const byThread = new Map<string, number>();
  const seen = new Set<string>();
  const token = "only-the-thread-has-seen-9d3f7";
  const url = await startProduct((request, response) => {
    const { searchParams, pathname } = new URL(request.url ?? "/", "http://product");
    const id = searchParams.get("id");
    const thread = searchParams.get("thread") ?? "";
    if (id !== null) {
      ids.push(id);
      byThread.set(thread, (byThread.get(thread) ?? 0) + 1);
    }
    let text = "";
    request.on("data", (chunk) => (text += chunk));
    request.on("end", () => {
      // Who is stopped in the middle has seen less.
      if (pathname === "/seen" && text.includes("after PASSED")) seen.add(text);
      response.setHeader("content-type", "application/json").end(JSON.stringify({ token }));
    });
  });
  const project = makeJourneyProject(
    url,
    {
      "last/experiment.mjs": experiment,
      "features/steps.mjs": steps,
      "features/a.feature": `@tagged\nFeature: Threads\n${scenarios.map(scenario).join("")}`,
    },
    { cucumber: { worldParameters: { shop: "corner" } } },
  );
  const { code, stdout, stderr } = await project.cucumber(["--tags", "@tagged"]);
  expect({ code, stdout, stderr }).toMatchObject({ code: 0 });
  const told = readTold(project);

  const { calm = { scenario: "", kind: "" }, ...others } = told;
  expect(calm).toMatchObject({
    used: 2,
    notes: [
      expect.stringMatching(
        /^One thread offered \d?\d,\d{3}\/min of 18,000\/min\. 2 threads were used\.$/,
      ),
    ],
    journeys: { failed: 0 },
    requests: ["GET /things/…", "POST /seen"],
    failures: [],
  });
  const { ended } = calm["journeys"] as { ended: number };
  const load = calm["load"] as Readonly<Record<string, number>>;
  expect(((load["offeredPerMinute"] ?? 0) * (load["heldMs"] ?? 0)) / 60_000).toBeCloseTo(300, 0);
  expect(ended + (load["droppedLate"] ?? 0)).toBe(300);
  // The threads of the first scenario, each with three runs before the load begins.
  expect((byThread.get("1") ?? 0) + (byThread.get("2") ?? 0)).toBe(ended + 6);
  expect(Math.min(byThread.get("1") ?? 0, byThread.get("2") ?? 0)).toBeGreaterThan(20);
  // Nothing unique was made twice, and hooks and steps came in the same order everywhere.
  expect(new Set(ids).size).toBe(ids.length);
  expect([...seen]).toHaveLength(1);
  expect(JSON.parse([...seen][0] ?? "")).toEqual([
    "before corner",
    "before tagged",
    ...["a red thing of a size:", "I send", "I compute", "the response", "all is well"].flatMap(
      (text) => [expect.stringContaining(`> ${text}`), "< PASSED"],
    ),
    "after tagged",
    "after PASSED",
  ]);

  expect(others).toMatchObject({
    stopped: { end: "done", load: "aborted", isSoon: true },
    broken: {
      kind: "refused",
      reason:
        "The support code could not be loaded in a thread: no second connection to the licence server",
    },
    changing: { kind: "refused", reason: expect.stringContaining("has other definitions") },
    exiting: { end: "lost", reason: "A load thread was lost. It ended with code 3." },
    hanging: {
      end: "lost",
      reason: "A load thread was lost. It did not end in time and was ended.",
      isSoon: true,
    },
    failing: { end: "done", told: expect.stringContaining("unwell with") },
  });
  expect(others["failing"]?.["told"]).not.toContain(token);
  const hooks = project.read("hooks.txt").trim().split("\n");
  expect(hooks[0]).toBe("before corner 0");
  expect(hooks.slice(1, 3).sort()).toEqual(["before corner 1", "before corner 2"]);
  expect(hooks.slice(3, 5).sort()).toEqual(["after 1", "after 2"]);
  expect(hooks.at(-1)).toBe("after 0");
});
