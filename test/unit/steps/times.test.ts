// What sentences say of times, against a product whose delays are known.
import { expect, test } from "vitest";
import { defaultBrowser, defaultTimeouts } from "../../../src/config/settings.ts";
import { bodyOf, serve } from "../drivers/api-server.ts";
import { type CucumberRun, runCucumber } from "./run-cucumber.ts";

interface Product {
  readonly url: string;
  /** Of each path: what was asked for, and how many were under way at most. */
  readonly asked: Map<string, string[]>;
  readonly peak: Map<string, number>;
}

/** `?ms=` answers after so long, `?status=…&from=n` with that from the n-th on, `?each=n` fails each n-th; /hang never does from the second on. */
async function startProduct(): Promise<Product> {
  const asked = new Map<string, string[]>();
  const peak = new Map<string, number>();
  const underWay = new Map<string, number>();
  const url = await serve(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const known = asked.get(pathname) ?? [];
    asked.set(pathname, known);
    const number = known.push(
      `${request.method} ${request.url} ${request.headers["x-kind"]} ${request.headers["cookie"]} ${await bodyOf(request)}`,
    );
    const now = (underWay.get(pathname) ?? 0) + 1;
    underWay.set(pathname, now);
    peak.set(pathname, Math.max(now, peak.get(pathname) ?? 0));
    if (pathname.startsWith("/hang") && number > 1) return;
    const isChosen =
      number >= Number(searchParams.get("from") ?? 1) &&
      number % Number(searchParams.get("each") ?? 1) === 0;
    const answer = () => {
      underWay.set(pathname, (underWay.get(pathname) ?? 0) - 1);
      const to = searchParams.get("to");
      const status =
        to === null ? (isChosen ? Number(searchParams.get("status") ?? 200) : 200) : 302;
      response.writeHead(status, {
        ...(to !== null && { location: to }),
        "set-cookie": "seen=yes",
      });
      response.end(JSON.stringify({ number }));
    };
    const ms = Number(searchParams.get("ms") ?? 0);
    if (ms === 0) answer();
    else setTimeout(answer, ms);
  });
  return { url, asked, peak };
}

async function run(
  product: Product,
  scenarios: readonly string[],
  files: Readonly<Record<string, string>> = {},
  timeouts: Partial<typeof defaultTimeouts> = {},
): Promise<CucumberRun> {
  const feature = scenarios.map(
    (steps, at) => `  Scenario: ${at}\n${steps.replace(/^/gm, "    ")}\n`,
  );
  const settings = {
    environment: { baseUrl: product.url },
    browser: { ...defaultBrowser, trace: "off" as const, screenshot: "off" as const },
    timeouts: { ...defaultTimeouts, ...timeouts },
  };
  return await runCucumber(
    `Feature: Times\n${feature.join("")}`,
    { pack: "index", settings },
    files,
  );
}

function problemsOf({ steps }: CucumberRun): readonly string[] {
  return steps
    .filter(({ status }) => status !== "PASSED")
    .map(({ text, status, message }) => `${text}: ${status} ${message}`);
}

test("the last request is sent again as it was, as often and as many at once as the sentence says", async () => {
  const product = await startProduct();
  const ran = await run(product, [
    `Given I set the request header "X-Kind" to "search"
When I send a POST request to "/search?q=a" with JSON:
  | words | {{unique.id}} |
Then 95% of 20 searches should answer within 20 s
And the response "number" should be 1`,
    `When I send a GET request to "/together?ms=20"
Then all 12 requests should answer within 20 s, 4 at once`,
    `When I send a GET request to "/mostly?status=503&each=5"
Then 80% of 10 page views should be answered within 20 s`,
    `When I send a GET request to "/missing?status=404"
Then the response status should be 404
And all 3 requests should take less than 20 s`,
    `When Alice sends a GET request to "/one?ms=5"
Then Alice's response should arrive within 20 s
And Alice should get an answer in less than 20 s
And the p95 of 3 sign-ins should be below 20 s`,
  ]);
  expect(problemsOf(ran)).toEqual([]);
  const [first = "", ...repeated] = product.asked.get("/search") ?? [];
  expect(first).toMatch(/^POST \/search\?q=a search undefined {"words":"[\w-]+"}$/);
  // The cookie that the answer gave is sent along, as any customer would.
  expect(new Set(repeated)).toEqual(new Set([first.replace("undefined", "seen=yes")]));
  expect(repeated).toHaveLength(20);
  expect([product.peak.get("/together"), product.peak.get("/search")]).toEqual([4, 1]);
  expect(ran.logs.join("\n")).toMatch(
    /^20 of 20 searches were within 20 s\.\nPOST http:\S+\/search\?q=a: p50 [\d.]+ m?s, p95 [\d.]+ m?s, max [\d.]+ m?s$/m,
  );
  expect(ran.logs.join("\n")).toContain("2 failed: status 503 (2 ×)");
}, 60_000);

const failing: readonly (readonly [steps: string, ...says: readonly (string | RegExp)[]])[] = [
  [
    `When I send a GET request to "/slow?ms=40"
Then 95% of 200 searches should answer within 20 ms`,
    "expected 95 % of 200 searches within 20 ms, but that is out of reach: 0 of the 11 that ended were within 20 ms, and 190 must be.",
    /\/slow\?ms=40: p50 \d+(\.\d)? ms, p95 \d+(\.\d)? ms, max \d+(\.\d)? ms/,
    "a tag such as @latency:p95<=20ms measures as many as the verdict needs",
  ],
  [
    `When I send a GET request to "/limited?status=429&from=4"
Then all 10 requests should answer in less than 20 s`,
    "expected all of 10 requests in less than 20 s, but that is out of reach: 2 of the 3 that ended",
    "1 failed: status 429 (1 ×)",
  ],
  [
    `When I send a GET request to "/broken?status=500"
Then all 10 requests should answer within 20 s`,
    "0 of the 1 that ended",
    "1 failed: status 500",
  ],
  [
    `Given the request timeout is 1 s
When I send a GET request to "/hang"
Then 50% of 3 requests should answer within 10 ms`,
    "0 of the 1 that ended were within 10 ms, and 2 must be",
    "time was up after",
    /1 failed: GET \S+\/hang did not answer within 1000 ms and was cancelled\. \(1 ×\)/,
  ],
  [
    `When I send a GET request to "/one?ms=30"
Then the response should arrive within 10 ms`,
    /expected the response within 10 ms, but \S+\/one\?ms=30 took \d+ ms\./,
    "One answer is one sample",
  ],
  [
    `When I send a GET request to "/moved?ms=60&to=/quick"
Then the response time should be below 50 ms`,
    /\S+\/quick took \d+ ms, 1 redirect included/,
  ],
  ["Then 95% of 20 searches should answer within 1 s", "StoryError: I have sent no request yet"],
  ["Then the response should arrive within 300 ms", "StoryError: I have sent no request yet"],
  [
    "Then the response should arrive within 300",
    "StoryError: 300 of what? Say the unit: 300 ms, 300 s",
  ],
  ["Then Alice should get a response within 300", "StoryError: 300 of what?"],
  ["Then all 5 requests should answer within 150", "StoryError: 150 of what?"],
  ['Then I should see "Paid" within 2', "StoryError: 2 of what? Say the unit: 2 ms, 2 s"],
  ['When I wait up to 5 for "Paid"', "StoryError: 5 of what?"],
  ...(
    [
      ["0% of 20 searches", "0 % of them is no share"],
      ["101% of 20 searches", "101 % of them is no share"],
      ["all 0 searches", "0 searches say nothing"],
      ["all 5 searches, 0 at once,", "0 at once are none"],
      [
        "all 20000 searches",
        "That is load: one step sends at most 10,000 requests, 1,000 at once.",
      ],
    ] as const
  ).map(
    ([many, says]) =>
      [
        `When I GET "/quick"\nThen ${many} should answer within 9 ms`,
        `StoryError: ${says}`,
      ] as const,
  ),
  [
    'When I GET "/quick"\nThen all 1000 searches should answer within 1 s, 1 at once',
    "StoryError: 1,000 searches may take 1 s each, which is longer than the 600 s",
    "@rpm:600",
  ],
];

test("what does not hold is refuted with its numbers, and what cannot be meant is told", async () => {
  const product = await startProduct();
  const scenarios = failing.map(([steps]) => steps);
  const { steps } = await run(product, scenarios, {}, { stepMs: 1_500 });
  for (const [at, [, ...says]] of failing.entries()) {
    const own = steps.filter(({ scenario }) => scenario === String(at));
    const failed = own.find(({ status }) => status !== "PASSED");
    expect(failed, own.at(-1)?.text).toMatchObject({ status: "FAILED", text: own.at(-1)?.text });
    for (const said of says) {
      if (typeof said === "string") expect(failed?.message).toContain(said);
      else expect(failed?.message).toMatch(said);
    }
  }
  // It ended with the eleventh that was late.
  expect(product.asked.get("/slow")).toHaveLength(12);
}, 60_000);

const root = new URL("../../../", import.meta.url).href;

test("in the replays of a journey nothing is repeated", async () => {
  const product = await startProduct();
  const replay = `import { createRequire } from "node:module";
import { leaveOutOfJourneys } from "${root}src/journey/recorder.ts";
import { takeJourney } from "${root}steps/definition-wrapper.ts";

const { After } = createRequire("${root}steps/")("@cucumber/cucumber");
After(leaveOutOfJourneys(async function (moment) {
  const journey = await takeJourney(this, moment);
  for (let time = 0; time < 3; time += 1) {
    const { kind } = await journey.replay({ deadlineMs: 20_000 });
    this.log(kind);
  }
}));
`;
  const steps = `When I send a GET request to "/search"\nThen all 10 searches should answer within 20 s`;
  const ran = await run(product, [steps], { "replay.own.mjs": replay });
  expect(problemsOf(ran)).toEqual([]);
  expect(ran.logs.filter((log) => log === "completed")).toHaveLength(3);
  expect(product.asked.get("/search")).toHaveLength(1 + 10 + 3);
}, 60_000);
