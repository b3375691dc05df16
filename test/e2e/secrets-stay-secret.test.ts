import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { configFor, startProduct } from "./product.ts";
import { type Finished, makeProject, type Project } from "./project.ts";

/** Each in a place of its own, so that a leak names its way out. */
const planted = {
  environment: "env-S3cret/Value+1",
  configured: "db-passw0rd-from-env",
  header: "hdr-S3cret-9f8e7d",
  cookie: "ck-S3cret-1a2b3c",
  bodyField: "body-S3cret-4d5e6f",
  query: "qry-S3cret-7a8b9c",
  pattern: "sk_live_4242424242",
};

/** Where secrets hide: plain, in JSON, in addresses and in base64. */
function spellings(secret: string): string[] {
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    Buffer.from(secret).toString("base64").replace(/=+$/, ""),
  ];
}

function leaks(project: Project, { stdout, stderr }: Finished): string[] {
  const texts = new Map([
    ["stdout", stdout],
    ["stderr", stderr],
  ]);
  for (const file of readdirSync(join(project.folder, "reports"), {
    recursive: true,
    encoding: "utf8",
  })) {
    const path = join(project.folder, "reports", file);
    if (statSync(path).isFile()) texts.set(file, readFileSync(path, "latin1"));
  }
  expect([...texts.keys()]).toEqual(
    expect.arrayContaining(["truth.html", "truth.json", "truth.md", "messages.ndjson"]),
  );
  return [...texts].flatMap(([name, text]) =>
    Object.entries(planted).flatMap(([kind, secret]) =>
      spellings(secret).some((each) => text.includes(each)) ? [`${kind} in ${name}`] : [],
    ),
  );
}

test("no file that a run leaves and nothing printed holds a secret", async () => {
  const url = await startProduct((request, response) => {
    response.setHeader("set-cookie", `sid=${planted.cookie}; Path=/; HttpOnly`);
    response.setHeader("x-signing-key", planted.header);
    response.setHeader("content-type", "application/json");
    const echo = {
      said: request.headers.authorization,
      url: request.url,
      cookies: request.headers.cookie,
    };
    response.statusCode = request.url === "/" ? 200 : 500;
    response.end(
      JSON.stringify({
        password: planted.bodyField,
        note: `key ${planted.pattern}`,
        db: planted.configured,
        echo,
      }),
    );
  });
  const project = makeProject({
    "cucumber.js": configFor(url, {
      steps: { packs: ["api", "data"] },
      secrets: {
        names: ["x-signing-key"],
        environment: ["DB_PASSWORD"],
        patterns: ["sk_live_[0-9]+"],
      },
    }),
    "features/own.js": `import { Then } from "@cucumber/cucumber";
Then("our own step fails and tells all", function () {
  this.log("own log: " + this.actor().api.lastResponse.text());
  this.attach(this.actor().api.lastResponse.text(), "text/plain");
  const error = new Error("own failure: " + this.actor().api.lastResponse.text() + process.env.DB_PASSWORD);
  error.cause = new Error(process.env.TOKEN);
  throw error;
});
`,
    "features/secret.feature": `Feature: Secrets
  Background:
    Given I use the bearer token "{{env.TOKEN}}"
    When I send a GET request to "/first?api_key={{env.QUERY}}"
  Scenario: A wrong status shows the body
    Then the response status should be 200
  Scenario: A wrong body shows the difference
    Then the response body should contain "not there"
  Scenario: A wrong path shows the value
    Then the response "password" should be "x"
  Scenario: A remembered secret
    When I remember the response path "password" as "p"
    And I send a POST request to "/second" with JSON:
      | password | {{p}} |
    Then the value "{{p}}" should be "y"
  Scenario: A whole JSON
    Then the response should be JSON:
      """
      { "password": "#uuid", "echo": { "said": "nobody" } }
      """
  Scenario: Own code
    Then our own step fails and tells all
`,
  });
  const secretEnv = {
    TOKEN: planted.environment,
    QUERY: planted.query,
    DB_PASSWORD: planted.configured,
  };
  for (const args of [[], ["--parallel", "2"]]) {
    const finished = await project.cucumber(args, secretEnv);
    expect(finished.code).toBe(1);
    expect(finished.stdout).toContain("6 scenarios (6 failed)");
    expect(finished.stdout).toContain("[redacted]");
    expect(leaks(project, finished)).toEqual([]);
  }
});

test("what is no secret is still told: status, address and the rest of the body", async () => {
  const url = await startProduct((_request, response) =>
    response.end('{"token":"abcdef123456","reason":"no such order"}'),
  );
  const project = makeProject({
    "cucumber.js": configFor(url, { steps: { packs: ["api"] } }),
    "features/f.feature": `Feature: F
  Scenario: S
    When I send a GET request to "/orders/7"
    Then the response status should be 404
`,
  });
  const { stdout } = await project.cucumber();
  expect(stdout).toContain(`GET ${url}/orders/7 answered 200 with the body:`);
  expect(stdout).toContain('{"token":"[redacted]","reason":"no such order"}');
});
