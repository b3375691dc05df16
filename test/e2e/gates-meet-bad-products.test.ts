import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import {
  apiProject,
  attachedGates,
  countingProduct,
  guaranteesOf,
  ordersFeature,
  theGate,
  verdictsOf,
} from "./gates-report.ts";
import type { Project } from "./project.ts";

const regression = { STORYPROOF_TIER: "regression" };

// On a machine that is busy with other tests a generator may be starved, and say so: then the test is tried again.

/** The n-th answer, from the first run on; journeys before the samples are two and the warm-up. */
type Answers = Parameters<typeof countingProduct>[0];

async function measured(tags: string, answers: Answers): Promise<Project> {
  const project = apiProject(await countingProduct(answers), ordersFeature(tags), {
    options: { steps: { packs: ["api"] }, timeouts: { requestMs: 400 } },
  });
  await project.cucumber([], regression);
  return project;
}

describe("a product that gets worse while it is measured", () => {
  test("dies: errors refute, with the message of the first in full", { retry: 2 }, async () => {
    const project = await measured("@latency:p95<600ms @warmup:0", (response, at) => {
      if (at < 60) response.end("ok");
      else response.socket?.destroy();
    });
    expect(verdictsOf(project)).toEqual([
      "Orders are listed: proven",
      "Orders are listed: latency:p95<600ms unproven",
      "Orders are listed: errors:<1% (implied) refuted",
    ]);
    const [{ measurement }] = attachedGates(project) as never as [
      { measurement: { failures: { title: string; count: number; message: string }[] } },
    ];
    expect(measurement.failures[0]?.title).toContain("I send a GET request");
  });

  test("hangs: each journey ends by its own deadline, and the gate by its limit", async () => {
    const project = await measured("@latency:p95<600ms @hold:3s", (response, at) => {
      if (at < 10) response.end("ok");
    });
    // So few failures in a row may be one pause: nothing is refuted by them.
    const gate = theGate(project);
    expect(gate.verdict).toBe("unproven");
    expect(gate.reason?.text).toContain("Measuring ended at its limit of 3 s");
  });

  test("slows down tenfold: what was quick before does not prove it", async () => {
    const project = await measured("@latency:p95<50ms @hold:6s", (response, at) => {
      setTimeout(() => response.end("ok"), at < 40 ? 2 : 80);
    });
    const { verdict, reason } = theGate(project);
    expect(verdict).not.toBe("proven");
    expect(["gate-refuted", "gate-undecided", "generator-starved"]).toContain(reason?.kind);
  });

  test("fails one time in five: the gate on errors is refuted, and its first run was lucky", {
    retry: 2,
  }, async () => {
    const project = await measured("@errors:<1%", (response, at) => {
      response.writeHead(at % 5 === 3 ? 500 : 200).end("{}");
    });
    expect(theGate(project)).toMatchObject({
      verdict: "refuted",
      reason: {
        kind: "gate-refuted",
        text: expect.stringContaining("journeys failed, at most 1 % may"),
      },
    });
  });
});

describe("a journey that cannot be run again", () => {
  test("says so where the second run is refused, and what to write instead", async () => {
    const project = await measured("@latency:p95<600ms", (response, at) => {
      response.writeHead(at === 0 ? 200 : 409).end('{"error":"the name is taken"}');
    });
    const gate = theGate(project);
    expect(gate).toMatchObject({ verdict: "unproven", reason: { kind: "not-replayable" } });
    expect(gate.reason?.text).toContain("failed each time it was run again");
    expect(gate.reason?.text).toContain("{{unique.email}}");
  });

  test("says so where a team's wrapper took our place, and how to compose the two", async () => {
    const url = await countingProduct((response) => response.end("ok"));
    const project = apiProject(url, ordersFeature("@latency:p95<600ms"), {
      files: {
        "features/wrapper.mjs": `import { setDefinitionFunctionWrapper } from "@cucumber/cucumber";
setDefinitionFunctionWrapper((code) => code);
`,
      },
    });
    const { code } = await project.cucumber([], regression);
    const gate = theGate(project);
    expect(gate.reason?.kind).toBe("not-replayable");
    expect(gate.reason?.text).toContain("composeWrapper(yourWrapper)");
    expect(code).toBe(1);
  });

  test("nobody acts in it: there is no latency to speak of", async () => {
    const url = await countingProduct((response) => response.end("ok"));
    const feature = ordersFeature("@latency:p95<600ms").replace("When I send", "Given I send");
    const project = apiProject(url, feature);
    await project.cucumber([], regression);
    expect(theGate(project).reason?.text).toContain("write what is done as a When step");
  });
});

test("a generator that is starved on purpose proves nothing and refutes nothing", async () => {
  const url = await countingProduct((response) => response.end("ok"));
  const project = apiProject(url, ordersFeature("@latency:p95<60ms @hold:3s"), {
    files: {
      "features/starve.mjs": `import { AfterAll, BeforeAll } from "@cucumber/cucumber";
let timer;
BeforeAll(() => {
  timer = setInterval(() => {
    for (const end = performance.now() + 120; performance.now() < end; );
  }, 130);
});
AfterAll(() => clearInterval(timer));
`,
    },
  });
  await project.cucumber([], regression);
  expect(theGate(project)).toMatchObject({
    verdict: "unproven",
    reason: {
      kind: "generator-starved",
      text: expect.stringContaining("The generator fell behind"),
    },
  });
});

test("what is measured has the machine for itself under --parallel", async () => {
  const running = new Set<string>();
  const together: string[] = [];
  const url = await countingProduct((response, _, request) => {
    const path = request.url ?? "";
    for (const other of running) if (other !== path) together.push(`${other} with ${path}`);
    running.add(path);
    setTimeout(() => {
      running.delete(path);
      response.end("ok");
    }, 20);
  });
  const scenario = (name: string, tags = "") => `  ${tags}
  Scenario: ${name}
    When I send a GET request to "/${name}"
    Then the response status should be 200
`;
  const feature = `Feature: Orders\n${["a", "b", "c"].map((name) => scenario(name)).join("")}${scenario("alone", "@latency:p95<600ms")}${["d", "e"].map((name) => scenario(name)).join("")}`;
  const project = apiProject(url, feature);
  const { code } = await project.cucumber(["--parallel", "3"], regression);
  expect(code).toBe(0);
  expect(together.filter((pair) => pair.includes("/alone"))).toEqual([]);
});

test("a retry measures again, and the last verdict counts", { retry: 2 }, async () => {
  let runs = 0;
  const url = await countingProduct((response) => {
    runs += 1;
    // An attempt that is refuted takes about a dozen journeys.
    if (runs < 20) setTimeout(() => response.end("ok"), 320);
    else response.end("ok");
  });
  const project = apiProject(url, ordersFeature("@smoke @latency:p95<250ms"));
  const { code } = await project.cucumber(["--retry", "4"], { STORYPROOF_TIER: "smoke" });
  expect(code).toBe(0);
  expect(theGate(project)).toMatchObject({
    verdict: "unproven",
    reason: { kind: "gate-undecided" },
  });
  expect(attachedGates(project).length).toBeGreaterThan(1);
});

test("no secret of a failing journey is in what is printed or kept", async () => {
  const secret = "hush-7f3a9c21";
  const url = await countingProduct((response, at) => {
    if (at < 12) response.end("ok");
    else response.writeHead(500).end(`{"debug":"${secret}"}`);
  });
  const feature = ordersFeature("@latency:p95<600ms").replace(
    "    When I send",
    '    Given I set the header "Authorization" to "Bearer {{env.SHOP_TOKEN}}"\n    When I send',
  );
  const project = apiProject(url, feature);
  const { stdout, stderr } = await project.cucumber([], { ...regression, SHOP_TOKEN: secret });
  const kept = [
    "reports/messages.ndjson",
    "reports/truth.json",
    "reports/truth.html",
    "reports/truth.md",
  ];
  expect(kept.map((path) => project.read(path)).join() + stdout + stderr).not.toContain(secret);
  expect(guaranteesOf(project).some(({ verdict }) => verdict === "refuted")).toBe(true);
});

describe("Ctrl-C while gates are measured", () => {
  test.each([
    ["serial", []],
    ["parallel", ["--parallel", "1"]],
  ])("%s: stops at once, and keeps what was measured", async (_, args) => {
    let arrive: () => void = () => {};
    const reached = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const url = await countingProduct((response, at) => {
      if (at > 60) arrive();
      setTimeout(() => response.end("ok"), 15);
    });
    const project = apiProject(url, ordersFeature("@latency:p99.9<300ms"));
    const run = project.start(args, regression);
    await reached;
    // As a terminal does: everybody in the group hears of it.
    for (const pid of childrenOf(run.process.pid ?? 0)) process.kill(pid, "SIGINT");
    run.process.kill("SIGINT");
    const { code } = await run.finished;
    expect(code).toBe(130);
    expect(theGate(project).verdict).toBe("unproven");
    expect(attachedGates(project)).toMatchObject([
      { measurement: { ended: { kind: "aborted" }, journeys: { failed: 0 } } },
    ]);
    expect(theGate(project).reason?.text).toMatch(/Measuring was stopped after|fell behind/);
  });
});

function childrenOf(pid: number): readonly number[] {
  try {
    const output = execFileSync("ps", ["-o", "pid=", "--ppid", String(pid)], { encoding: "utf8" });
    return output.trim().split(/\s+/).filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

describe("a scenario that did not pass", () => {
  test("and was skipped on purpose stays skipped: its gates are unproven, and nothing fails", async () => {
    const url = await countingProduct((response) => response.end("ok"));
    const project = apiProject(url, ordersFeature("@latency:p95<600ms"), {
      files: {
        "features/skip.mjs": `import { Before } from "@cucumber/cucumber";\nBefore(() => "skipped");\n`,
      },
    });
    const { code } = await project.cucumber([], regression);
    expect(code).toBe(0);
    expect(theGate(project)).toMatchObject({
      verdict: "unproven",
      reason: { kind: "not-measured" },
    });
  });
});

describe("a team's own World", () => {
  const steps = `import { setWorldConstructor, When, World } from "@cucumber/cucumber";
When("I ask", async () => { await (await fetch(process.env.SHOP)).text(); });
`;
  const feature = "Feature: Own\n  @latency:p95<900ms\n  Scenario: Asked\n    When I ask\n";

  test("that extends cucumber's is measured", async () => {
    const url = await countingProduct((response) => response.end("ok"));
    const own = `${steps}setWorldConstructor(class extends World {});\n`;
    const project = apiProject(url, feature, { files: { "features/steps.mjs": own } });
    await project.cucumber([], { STORYPROOF_TIER: "smoke", SHOP: `${url}/ask` });
    expect(theGate(project).reason?.kind).toMatch(/gate-undecided|generator-starved/);
    expect(attachedGates(project)).toMatchObject([{ measurement: { journeys: { failed: 0 } } }]);
  });

  test("that extends nothing cannot keep evidence: its gated scenario fails and says so", async () => {
    const url = await countingProduct((response) => response.end("ok"));
    const own = `${steps}setWorldConstructor(class Bare {});\n`;
    const project = apiProject(url, feature, { files: { "features/steps.mjs": own } });
    const { code, stdout } = await project.cucumber(["-f", "summary"], { SHOP: `${url}/ask` });
    expect(stdout).toContain("its World (Bare) extends neither StoryWorld of storyproof nor World");
    expect(code).toBe(1);
  });
});
