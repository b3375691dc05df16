import type { Socket } from "node:net";
import { expect, test } from "vitest";
import { experimentParts, makeJourneyProject, readTold } from "./journey-project.ts";
import { startProduct } from "./product.ts";

interface Shop {
  readonly url: string;
  /** Those there are now. */
  readonly customers: Set<string>;
  /** E-mail addresses in the order of their coming. */
  readonly emails: string[];
  readonly requests: string[];
  readonly hanging: { open: number; closed: number };
  readonly sockets: { readonly open: Set<Socket>; peak: number };
}

/** Customers may be created once each, and deleted; `/hang` never answers. */
async function startShop(): Promise<Shop> {
  const shop = {
    customers: new Set<string>(),
    emails: [] as string[],
    requests: [] as string[],
    hanging: { open: 0, closed: 0 },
    sockets: { open: new Set<Socket>(), peak: 0 },
  };
  const url = await startProduct((request, response) => {
    const { method = "", url: path = "", socket } = request;
    watch(shop.sockets, socket);
    if (path === "/") return void response.end();
    shop.requests.push(`${method} ${path}`);
    if (path === "/hang") {
      shop.hanging.open += 1;
      request.on("close", () => (shop.hanging.closed += 1));
      return;
    }
    let text = "";
    request.on("data", (chunk) => (text += chunk));
    request.on("end", () => {
      const email = path.startsWith("/customers/")
        ? decodeURIComponent(path.slice("/customers/".length))
        : (JSON.parse(text || "{}") as { email?: string }).email;
      response.setHeader("content-type", "application/json");
      if (method === "POST" && email !== undefined) {
        response.statusCode = shop.customers.has(email) ? 409 : 201;
        shop.customers.add(email);
        shop.emails.push(email);
      } else if (method === "DELETE") shop.customers.delete(email ?? "");
      response.end(JSON.stringify({ email }));
    });
  });
  return { ...shop, url };
}

function watch(sockets: Shop["sockets"], socket: Socket): void {
  if (sockets.open.has(socket)) return;
  sockets.open.add(socket);
  sockets.peak = Math.max(sockets.peak, sockets.open.size);
  socket.once("close", () => sockets.open.delete(socket));
}

test("plain cucumber steps run again in Worlds of the team's own class, hooks and arguments made anew", async () => {
  const shop = await startShop();
  const project = makeJourneyProject(
    shop.url,
    {
      "last/experiment.mjs": `${experimentParts}
export async function experiment(journey, name) {
  const check = await checkJourney(journey, { deadlineMs: 20_000 });
  const { kinds, errors } = await repeat(journey, 200, 20);
  const { steps, actionTimeMs } = await journey.replay({ deadlineMs: 20_000 });
  return { check: check.kind, reason: check.reason, kinds, errors, steps, actionTimeMs, known: journey.steps };
}
`,
      "features/steps.mjs":
        `import { After, AfterStep, Before, BeforeStep, Given, Then, When, World, defineParameterType, setWorldConstructor, world } from "@cucumber/cucumber";

let worlds = 0;
class ShopWorld extends World {
  number = ++worlds;
  seen = [];
}
setWorldConstructor(ShopWorld);

defineParameterType({
  name: "customer",
  regexp: /[A-Z][a-z]+/,
  async transformer(name) {
    return { name, email: name + this.number + "@example.com", of: this };
  },
});

const url = ${JSON.stringify("URL")};
const send = (method, path, body) => fetch(url + path, { method, body: JSON.stringify(body) });

Before(async function ({ pickle }) {
  this.seen.push("before " + pickle.name);
  this.email = "hook" + this.number + "@example.com";
  const { status } = await send("POST", "/customers", { email: this.email });
  if (status !== 201) throw new Error("hook customer: " + status);
});
After("@shop", function (moment, done) {
  send("DELETE", "/customers/" + encodeURIComponent(this.email)).then(() => done(), done);
});
After(async function ({ result }) {
  if (result.status !== "PASSED") throw new Error("ended as " + result.status);
  await send("DELETE", "/customers/" + encodeURIComponent(this.customer.email));
});
BeforeStep(function ({ pickleStep }) { this.seen.push(pickleStep.text); });
AfterStep(function ({ result }) { this.seen.push(result.status); });

Given("a customer {customer} with:", function (customer, table) {
  if (customer.of !== this) throw new Error("made for another World");
  this.customer = customer;
  const raw = table.raw();
  if (raw[0][0] !== "age") throw new Error("the table was changed by another run: " + raw[0][0]);
  raw[0][0] = "changed";
});
When("the customer signs up", async function () {
  const { status } = await send("POST", "/customers", { email: this.customer.email });
  this.status = status;
});
When("{int} moments pass", function (count, done) { setTimeout(done, count); });
When("the customer says", (text) => { world.said = text; });
Then("the status is {int}", function (status) {
  if (status !== this.status) throw new Error("status " + this.status);
});
Then("the story so far is of one World", function () {
  if (this.said !== "Hello\\nthere") throw new Error("said " + this.said);
  if (this.seen[0] !== "before " + this.seen[0].slice(7) || this.seen.filter((one) => one === "PASSED").length !== 5)
    throw new Error(this.seen.join("; "));
});
`.replace('"URL"', JSON.stringify(shop.url)),
      "features/a.feature": `@shop
Feature: Shop
  Scenario Outline: <name> signs up
    Given a customer <name> with:
      | age | 3 |
    When the customer signs up
    And 1 moments pass
    * the customer says
      """
      Hello
      there
      """
    Then the status is 201
    And the story so far is of one World
    Examples:
      | name |
      | Ada  |
      | Emma |
`,
    },
    { steps: { packs: [] } },
  );
  const { code, stdout } = await project.cucumber();
  expect(stdout).toContain("2 scenarios (2 passed)");
  expect(code).toBe(0);
  for (const told of Object.values(readTold(project))) {
    expect(told).toMatchObject({ kind: "journey", check: "replayable", kinds: { completed: 200 } });
    expect(told["errors"]).toEqual([]);
    expect(told["known"]).toMatchObject([
      { isAction: false },
      ...Array.from({ length: 5 }, () => ({ isAction: true })),
    ]);
    const [given, ...waited] = told["steps"] as { text: string; durationMs: number }[];
    expect(given?.text).toMatch(/^a customer (Ada|Emma) with:$/);
    const sum = waited.reduce((total, { durationMs }) => total + durationMs, 0);
    expect(told["actionTimeMs"]).toBeCloseTo(sum, 6);
  }
  // In each run a customer of the hook and one of the scenario, all different, all taken down again.
  const runs = 2 * (1 + 1 + 200 + 1);
  expect(shop.emails).toHaveLength(2 * runs);
  expect(new Set(shop.emails).size).toBe(2 * runs);
  expect(shop.customers.size).toBe(0);
});

test("packaged steps run again with fresh actors and unique values, many at once, and leave nothing open", async () => {
  const shop = await startShop();
  const project = makeJourneyProject(
    shop.url,
    {
      "last/experiment.mjs": `${experimentParts}
export async function experiment(journey, name, world) {
  const deadlineMs = 20_000;
  if (name === "Sign-up") {
    const check = await checkJourney(journey, { deadlineMs });
    const exchanges = check.outcome.exchanges.map(({ actor, request, response }) => [actor, request.method, response.status]);
    return { check: check.kind, exchanges, ...(await repeat(journey, 200, 20)) };
  }
  if (name === "Hanging") {
    const late = await journey.replay({ deadlineMs: 100 });
    const abort = new AbortController();
    const waiting = Array.from({ length: 3 }, () => journey.replay({ deadlineMs: 60_000, signal: abort.signal }));
    setTimeout(() => abort.abort(), 100);
    const aborted = await Promise.all(waiting);
    const before = await journey.replay({ deadlineMs: 60_000, signal: abort.signal });
    return { ended: [late, ...aborted, before].map(({ kind, step }) => [kind, step ?? "never begun"]) };
  }
  if (name === "Slow step") {
    const { kind, error, step } = await journey.replay({ deadlineMs });
    return { outcome: kind, message: error?.message, step };
  }
  const { outcome, ...check } = await checkJourney(journey, { deadlineMs });
  return { check };
}
`,
      "features/steps.mjs": `import { After, Given, Then, When } from "@cucumber/cucumber";
let runs = 0;
let requests = 0;
let slow = 0;
let hangs = false;
Given("the first run", async function () {
  runs += 1;
  this.secrets.learn("voucher-of-ada");
  if (runs > 1) throw new Error("the basket has " + runs + " books for voucher-of-ada");
});
When("something else is asked for each time", async function () {
  requests += 1;
  await (requests % 2 === 0 ? this.actor().api.get("/even") : this.actor().api.post("/odd", {}));
});
When("it hangs, but not in the first run", async function () {
  const { api } = this.actor();
  try {
    if (hangs) await api.get("/hang");
  } catch {
    // Code that nobody waits for any more goes on all the same.
    for (let left = 20; left > 0; left -= 1) {
      await api.get("/zombie").catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
});
Then("from now on it hangs", () => { hangs = true; });
When("it is slow later on", { timeout: 50 }, async () => {
  slow += 1;
  if (slow > 1) await new Promise((resolve) => setTimeout(resolve, 5000).unref());
});
After("@takedown", async function () { await this.actor("Janitor").api.delete("/customers/all"); });
`,
      "features/a.feature": `Feature: Shop
  Scenario: Sign-up
    Given I remember "{{unique.email}}" as "email"
    When Alice sends a POST request to "/customers" with JSON:
      """
      { "email": "{{email}}" }
      """
    Then the response status should be 201
    When Bob sends a GET request to "/customers/{{email}}"
    Then the response "email" should be "{{email}}"

  Scenario: Module state
    Given the first run

  Scenario: Used up
    When I send a POST request to "/customers" with JSON:
      """
      { "email": "ada@example.com" }
      """
    Then the response status should be 201

  Scenario: Alternating
    When something else is asked for each time
    Then the response status should be 200

  Scenario: Slow step
    When it is slow later on

  @takedown
  Scenario: Hanging
    When it hangs, but not in the first run
    Then from now on it hangs
`,
    },
    { steps: { packs: ["api", "data"] } },
  );
  const { code, stdout } = await project.cucumber();
  expect(stdout).toContain("6 scenarios (6 passed)");
  expect(code).toBe(0);
  const told = readTold(project);
  expect(told["Sign-up"]).toMatchObject({
    check: "replayable",
    kinds: { completed: 200 },
    exchanges: [
      ["Alice", "POST", 201],
      ["Bob", "GET", 200],
    ],
  });
  expect(new Set(shop.emails).size).toBe(1 + 1 + 200 + 1);
  expect(told["Module state"]).toMatchObject({
    check: {
      kind: "not-replayable",
      reason: expect.stringContaining('at "the first run":\nthe basket has 2 books'),
      whatToDo: expect.stringContaining("{{unique.email}}"),
    },
  });
  expect(JSON.stringify(told["Module state"])).not.toContain("voucher-of-ada");
  expect(told["Used up"]?.["check"]).toMatchObject({
    reason: expect.stringContaining("409"),
  });
  expect(told["Alternating"]?.["check"]).toMatchObject({
    kind: "not-replayable",
    reason: expect.stringContaining("first:  I: GET → 200\n  second: I: POST → 200"),
  });
  expect(told["Slow step"]).toMatchObject({
    outcome: "failed",
    step: "it is slow later on",
    message: expect.stringContaining("within 50 milliseconds"),
  });
  const hang = "it hangs, but not in the first run";
  expect(told["Hanging"]?.["ended"]).toEqual([
    ["timed-out", hang],
    ["aborted", hang],
    ["aborted", hang],
    ["aborted", hang],
    ["aborted", "never begun"],
  ]);
  expect(shop.hanging).toEqual({ open: 4, closed: 4 });
  const count = (wanted: string) => shop.requests.filter((one) => one === wanted).length;
  // The first run's, and one for each that was ended: After hooks take data down then, too.
  expect(count("DELETE /customers/all")).toBe(5);
  // Left to themselves, the four would have asked 80 times.
  expect(count("GET /zombie")).toBeLessThan(40);
  expect(shop.sockets.peak).toBeLessThan(60);
  expect(shop.sockets.open.size).toBe(0);
});

const wrapping = (
  slot: string,
) => `import { setDefinitionFunctionWrapper, Then, When } from "@cucumber/cucumber";
import { composeWrapper } from "storyproof/steps/definition-wrapper";
import { appendFileSync } from "node:fs";
const own = (code) => function (...args) {
  appendFileSync("calls.txt", "call\\n");
  return code.apply(this, args);
};
setDefinitionFunctionWrapper(${slot});
When("I act", function () { this.acted = true; });
Then("{word} has come of it", function (what) {
  if (!this.acted || what !== "something") throw new Error("nothing");
});
`;
const acting = {
  "features/a.feature": `Feature: Acting
  Scenario: Acting
    When I act
    Then something has come of it
`,
  "last/experiment.mjs": `${experimentParts}
export async function experiment(journey) {
  const { reason, whatToDo } = journey;
  return journey.kind === "journey" ? repeat(journey, 2, 1) : { reason, whatToDo };
}
`,
};

test("a team's own definition wrapper hides the calls, and that is told; composed with ours, it is part of each run", async () => {
  const { url } = await startShop();
  const files = (slot: string) => ({ ...acting, "features/steps.mjs": wrapping(slot) });
  const foreign = makeJourneyProject(url, files("own"), { steps: { packs: [] } });
  const composed = makeJourneyProject(url, files("composeWrapper(own)"), { steps: { packs: [] } });
  await Promise.all([foreign.cucumber(), composed.cucumber()]);
  expect(readTold(foreign)["Acting"]).toMatchObject({
    kind: "not-replayable",
    reason: expect.stringContaining("another definition function wrapper stands in its place"),
    whatToDo: expect.stringContaining("composeWrapper(yourWrapper)"),
  });
  expect(readTold(composed)["Acting"]).toMatchObject({ kinds: { completed: 2 } });
  // Two steps in three runs; the three hooks that are no part of the journey once each.
  expect(composed.read("calls.txt").match(/call/g)).toHaveLength(9);
});

test("the last attempt of a retried scenario is what runs again, in parallel workers as well", async () => {
  const { url } = await startShop();
  const project = makeJourneyProject(
    url,
    {
      ...acting,
      "features/steps.mjs": `import { When, Then } from "@cucumber/cucumber";
let attempts = 0;
When("I act", function () { this.acted = true; });
Then("{word} has come of it", function (what) {
  attempts += 1;
  if (attempts === 1 || !this.acted) throw new Error("not yet");
});
`,
      "features/b.feature": `Feature: More
  Scenario: Elsewhere
    When I act
    Then something has come of it
`,
    },
    { steps: { packs: [] } },
  );
  const { code } = await project.cucumber(["--parallel", "2", "--retry", "1"]);
  expect(code).toBe(0);
  const lines = project
    .read("told.ndjson")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  for (const name of ["Acting", "Elsewhere"]) {
    expect(lines.filter(({ scenario }) => scenario === name).at(-1)).toMatchObject({
      kind: "journey",
      kinds: { completed: 2 },
    });
  }
  expect(lines).toContainEqual(
    expect.objectContaining({ kind: "not-replayable", reason: expect.stringContaining("failed") }),
  );
});

test("each run has a browser context of its own", async () => {
  const url = await startProduct((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(`<!doctype html><title>Visits</title><h1></h1><script>
      const visits = Number(localStorage.visits ?? 0) + 1;
      localStorage.visits = visits;
      document.querySelector("h1").textContent = "Visit " + visits;
    </script>`);
  });
  const project = makeJourneyProject(
    url,
    {
      "features/a.feature": `Feature: Browser
  Scenario: Visits
    Given I open "/"
    When I open "/"
    Then I should see the heading "Visit 2"
`,
      "last/experiment.mjs": `${experimentParts}
export async function experiment(journey, name, world) {
  const told = await repeat(journey, 6, 3);
  const late = await journey.replay({ deadlineMs: 1 });
  return { ...told, late: late.kind };
}
`,
    },
    { steps: { packs: ["browser"] }, browser: { trace: "off" } },
  );
  const { stdout, code } = await project.cucumber();
  expect(stdout).toContain("1 scenario (1 passed)");
  expect(code).toBe(0);
  expect(readTold(project)["Visits"]).toMatchObject({
    kinds: { completed: 6 },
    errors: [],
    late: "timed-out",
  });
});
