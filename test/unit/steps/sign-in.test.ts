// Signing in by role against a real product that counts how often it was asked.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import type { SignInOptions } from "../../../src/config/options.ts";
import { createApiDriver } from "../../../src/drivers/api.ts";
import { createSecretKeeper } from "../../../src/evidence/redaction.ts";
import { Actor } from "../../../src/journey/actor.ts";
import { keepSession, leaveSession, restoreSession } from "../../../steps/sign-in/kept-session.ts";
import { type CucumberRun, runCucumber } from "./run-cucumber.ts";

interface Product {
  readonly url: string;
  readonly signIns: string[];
  /** Ends all sessions. */
  forget(): void;
}

/** Signs in with a password, by cookie and by token; `/me` says who one is, `/forget` ends all sessions. */
async function startProduct(): Promise<Product> {
  const signIns: string[] = [];
  const sessions = new Map<string, string>();
  const forget = (): void => sessions.clear();
  const server = createServer((request, response) => {
    void answer(request, response, { signIns, sessions, forget });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, signIns, forget };
}

interface Inside {
  readonly signIns: string[];
  readonly sessions: Map<string, string>;
  forget(): void;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { signIns, sessions, forget }: Inside,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const send = (status: number, body: unknown, headers = {}): void => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  };
  if (request.url === "/forget") {
    forget();
    return send(204, null);
  }
  if (request.url === "/page") {
    response.setHeader("content-type", "text/html");
    response.end("<h1>Welcome</h1>");
    return;
  }
  if (request.url === "/sessions") {
    const { user, password } = JSON.parse(Buffer.concat(chunks).toString());
    if (password !== "correct-horse") return send(401, { problem: "wrong password" });
    signIns.push(user);
    const id = `session-${user}-${signIns.length}`;
    sessions.set(id, user);
    return send(201, { data: { token: id } }, { "set-cookie": `sid=${id}; Path=/; HttpOnly` });
  }
  const id =
    /sid=([\w-]+)/.exec(request.headers.cookie ?? "")?.[1] ??
    request.headers.authorization?.replace("Bearer ", "");
  const user = sessions.get(id ?? "");
  return user === undefined
    ? send(401, { problem: "sign in first" })
    : send(200, { user: request.url === "/me" ? user : `${user} at ${request.url}` });
}

process.env["OWNER_PASSWORD"] = "correct-horse";

const request = (user: string, password = "{{env.OWNER_PASSWORD}}") => ({
  path: "/sessions",
  json: { user, password },
});

async function run(
  feature: string,
  { url }: Product,
  signIn: Readonly<Record<string, SignInOptions>>,
  pack = "api",
): Promise<CucumberRun> {
  const settings = { environment: { baseUrl: url }, signIn };
  return await runCucumber(feature, { pack, settings });
}

/** Actors with real sessions, in no scenario. */
function startActors(): (name: string) => Actor {
  const api = createApiDriver({ environmentName: "local", environment: {}, requestMs: 1_000 });
  onTestFinished(() => api.close());
  const drivers = {
    openApi: api.open,
    openBrowser: () => Promise.reject(new Error("nobody opens a page here")),
    browserInUse: () => Promise.resolve(undefined),
    close: () => api.close(),
  };
  return (name) => new Actor(name, drivers, createSecretKeeper());
}

const open = ({ steps }: CucumberRun) => steps.filter(({ status }) => status !== "PASSED");

test("a role is signed in once for all scenarios and actors of a worker, others apart", async () => {
  const product = await startProduct();
  const feature = `Feature: Roles
  Scenario: One
    Given Alice is signed in as owner
    And Bob is logged in as an owner
    And I am signed in as the "Member"
    When Alice sends a GET request to "/me"
    Then the response "user" should be "ada"
    When I send a GET request to "/me"
    Then the response "user" should be "max"
    When a guest sends a GET request to "/me"
    Then the response status should be 401
  Scenario: Two
    Given Bob is signed in as an owner
    When Bob sends a GET request to "/me"
    Then the response "user" should be "ada"
    When Bob logs in as member
    And Bob sends a GET request to "/me"
    Then the response "user" should be "max"
`;
  const ran = await run(feature, product, {
    owner: { request: request("ada"), check: "/me" },
    member: { request: request("max"), token: "data.token" },
  });
  expect(open(ran)).toEqual([]);
  // "Logs in" is an act, so the product is asked again.
  expect(product.signIns).toEqual(["ada", "max", "max"]);
});

test("who acts asks the product each time, who is asked about stays unheard of, and nothing stays of whoever was before", async () => {
  const product = await startProduct();
  const feature = `Feature: Acting
  Scenario: A password that is good
    When Ada signs in as "ada" and "correct-horse"
    And Ada signs in as "ada" and "correct-horse"
    Given Ada is signed in with "ada" and "correct-horse"
  Scenario: The last response is the scenario's own
    Given Alice is signed in as owner
    When Alice sends a GET request to "/nowhere-signed-in"
    Then Alice should be signed in
    And the response "user" should be "ada at /nowhere-signed-in"
  Scenario: The page keeps nothing of whoever was before
    When I open "/page"
    And the local storage item "draft" is set to "theirs"
    And the session storage item "cart" is set to "theirs"
    And I am signed in as owner
    Then the local storage item "draft" should not exist
    And the session storage item "cart" should not exist
  Scenario: An address of the scenario is another product
    Given the base URL is "http://127.0.0.1:1"
    And I am signed in as owner
  Scenario: Asking another product
    Given I am signed in as owner
    And the base URL is "http://127.0.0.1:1"
    Then I should be signed in
`;
  const ran = await run(
    feature,
    product,
    {
      owner: { request: request("ada"), check: "/me" },
      credentials: { request: request("{{user}}", "{{password}}") },
    },
    "index",
  );
  const [atOther, askingOther, ...others] = open(ran);
  expect(others).toEqual([]);
  expect(atOther?.text).toBe("I am signed in as owner");
  expect(atOther?.message).toContain("http://127.0.0.1:1/sessions");
  expect(askingOther?.text).toBe("I should be signed in");
  expect(askingOther?.message).toContain("http://127.0.0.1:1/me");
  expect(product.signIns).toEqual(["ada", "ada", "ada", "ada"]);
});

test("the headers of a session go with it, and what they replaced comes back", async () => {
  const start = startActors();
  const [maker, actor] = [start("maker"), start("actor")];
  actor.api.setHeader("x-team", "own");
  const before = maker.api.headers;
  maker.api.setHeader("x-api-key", "of-the-owner");
  maker.api.setHeader("x-team", "owners");
  const kept = await keepSession(maker, { ...before }, 0);
  await restoreSession(actor, kept);
  expect(actor.api.headers).toEqual({ "x-api-key": "of-the-owner", "x-team": "owners" });
  await restoreSession(actor, { ...kept, headers: { authorization: "Bearer of-max" } });
  expect(actor.api.headers).toEqual({ "x-team": "own", authorization: "Bearer of-max" });
  await restoreSession(actor, kept);
  await leaveSession(actor);
  expect(actor.api.headers).toEqual({ "x-team": "own" });
});

test("a session that the product has ended, or that is too old, is made anew", async () => {
  const product = await startProduct();
  const feature = `Feature: Roles
  Scenario: One
    Given Alice is signed in as owner
    And Bob is signed in as member
    When I send a GET request to "/forget"
  Scenario: Two
    Given Alice is signed in as owner
    And Bob is signed in as member
    When Alice sends a GET request to "/me"
    Then the response "user" should be "ada"
    When Bob sends a GET request to "/me"
    Then the response "user" should be "max"
`;
  const ran = await run(feature, product, {
    owner: { request: request("ada"), check: "/me" },
    member: { request: request("max"), maxAgeMs: 1 },
  });
  expect(open(ran)).toEqual([]);
  expect(product.signIns).toEqual(["ada", "max", "ada", "max"]);
});

test("a refusal names the role, the request and the answer, and no password", async () => {
  const product = await startProduct();
  const feature = `Feature: Roles
  Scenario: One
    Given Alice is signed in as owner
  Scenario: Two
    Given I am signed in as a visitor
  Scenario: Three
    Given I am signed in as guest
  Scenario: Four
    Given I am signed in as lost
  Scenario: Five
    Given I am signed in as tokenless
`;
  const { steps } = await run(feature, product, {
    owner: { request: request("ada", "wrong-secret-word") },
    visitor: { check: "/me" },
    lost: { request: request("ada", "{{env.NOWHERE_SET}}") },
    tokenless: { request: request("ada"), token: "access.token" },
  });
  const messages = steps.map(({ message }) => message);
  expect(messages[0]).toContain("Alice cannot be signed in as owner: the product refused it");
  expect(messages[0]).toContain(`POST ${product.url}/sessions answered 401`);
  expect(messages[0]).toContain("wrong password");
  expect(JSON.stringify(messages)).not.toContain("wrong-secret-word");
  expect(messages[1]).toContain('StoryError: Nobody knows how to sign in as "visitor"');
  expect(messages[2]).toContain("the roles are: owner, visitor, lost, tokenless");
  expect(messages[3]).toMatch(/StoryError: .*the environment variable NOWHERE_SET is not set/);
  expect(messages[4]).toContain('there is no token at "access.token" of the answer');
});
