import { describe, expect, test } from "vitest";
import { guaranteesOf } from "./gates-report.ts";
import { configFor, startProduct } from "./product.ts";
import { makeProject, type Project } from "./project.ts";

const accounts = `@story:accounts
Feature: Accounts
  @regression @invariant
  Scenario: No short password is ever accepted
    Given any email address as "email"
    And any text of 0 to 11 characters as "password"
    When I send a POST request to "/api/customers" with JSON:
      | email    | {{email}}    |
      | password | {{password}} |
    Then the response status should be 422
`;

/** Takes passwords from so many characters on; what it was sent, in order. */
async function accountsProduct(state: { shortest: number }) {
  const passwords: string[] = [];
  const url = await startProduct((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on("end", () => {
      if (request.url === "/") return void response.end("ok");
      const { password } = JSON.parse(body) as { readonly password: string };
      passwords.push(password);
      response.writeHead(password.length >= state.shortest ? 201 : 422).end();
    });
  });
  return { url, passwords };
}

function project(
  url: string,
  feature: string,
  files: Readonly<Record<string, string>> = {},
): Project {
  const config = configFor(url, {
    steps: { packs: ["api", "data", "invariants"] },
    reports: { html: false },
  });
  return makeProject({ "cucumber.js": config, "features/accounts.feature": feature, ...files });
}

const kept = "counterexamples/accounts/no-short-password-is-ever-accepted.json";

function verdictsOf(one: Project): readonly string[] {
  return guaranteesOf(one).map(({ kind, verdict, reason }) =>
    [kind, verdict, ...(reason ? [reason.kind] : [])].join(" "),
  );
}

describe("a product that takes passwords that are one character short", () => {
  test("is refuted by the smallest of them, which is kept, tried first, and told when it is mended", async () => {
    const state = { shortest: 11 };
    const { url, passwords } = await accountsProduct(state);
    const shop = project(url, accounts.replace("@invariant", "@invariant @seed:42"));
    const first = await shop.cucumber();
    expect(first.code, first.stdout).toBe(1);
    expect(verdictsOf(shop)).toEqual(["behaviour proven", "invariant refuted invariant-refuted"]);
    const { counterexamples } = JSON.parse(shop.read(kept));
    expect(counterexamples).toMatchObject([
      {
        values: { email: "a@a.aa", password: "a".repeat(11) },
        failed: { step: "the response status should be 422" },
      },
    ]);
    expect(first.stdout).toContain("| a@a.aa | aaaaaaaaaaa |");
    expect(first.stdout).toContain("expected the response status to be 422, but it was 201");
    expect(first.stdout).toContain(`Kept in ${kept}`);

    // One command repeats it, without the file too.
    const [, seed = "", path = "", place = ""] =
      /STORYPROOF_SEED=(\S+) STORYPROOF_PATH=(\S+) npx cucumber-js (\S+)/.exec(first.stdout) ?? [];
    shop.write(kept, '{ "counterexamples": [] }');
    const tried = passwords.length;
    const repeated = await shop.cucumber([place], { STORYPROOF_SEED: seed, STORYPROOF_PATH: path });
    expect(repeated.code).toBe(1);
    expect([...new Set(passwords.slice(tried))]).toEqual(["a".repeat(11)]);
    expect(JSON.parse(shop.read(kept)).counterexamples).toMatchObject([
      { id: counterexamples[0].id },
    ]);

    // A file that somebody has broken is told, and left as it is.
    shop.write(kept, "{ broken");
    const broken = await shop.cucumber();
    expect(broken.stdout).toContain(`The counterexamples in ${kept} cannot be read`);
    expect(shop.read(kept)).toBe("{ broken");

    // In later runs it comes first: of those only the first run of the scenario is before it.
    shop.write(kept, JSON.stringify({ counterexamples }));
    const again = passwords.length;
    const second = await shop.cucumber();
    expect(second.stderr).toContain(`Known counterexample ${counterexamples[0].id}: still failing`);
    expect(passwords.slice(again)).toHaveLength(3);
    state.shortest = 12;
    const mended = await shop.cucumber();
    expect(mended.code, mended.stdout).toBe(0);
    expect(mended.stderr).toContain(`Known counterexample ${counterexamples[0].id}: mended`);
    expect(verdictsOf(shop)).toEqual(["behaviour proven", "invariant proven"]);
  });

  test("is refuted as well where the scenario's first run fails already", async () => {
    const { url } = await accountsProduct({ shortest: 0 });
    const support = `import { After, Before, BeforeStep } from "@cucumber/cucumber";
Before(function () { this.made = 1; });
BeforeStep(function () { this.made += 1; });
After(function ({ result }) { if (this.made < 3) throw new Error("not made"); });
`;
    const shop = project(url, accounts, { "features/support.mjs": support });
    const { stdout } = await shop.cucumber();
    expect(verdictsOf(shop)).toEqual([
      "behaviour refuted step-failed",
      "invariant refuted invariant-refuted",
    ]);
    expect(stdout).toMatch(/\| a@a\.aa \| "" +\|/);
  });
});

test("the same seed gives the same values, beside other scenarios too", async () => {
  const { url, passwords } = await accountsProduct({ shortest: 12 });
  const seeded = accounts.replace("@invariant", "@invariant @seed:7 @runs:40");
  const shop = project(url, seeded, {
    "features/other.feature": accounts
      .replace("accounts", "other")
      .replace("@invariant", "@invariant @runs:1"),
  });
  const one = await shop.cucumber(["features/accounts.feature"]);
  expect(one.code, one.stdout).toBe(0);
  const alone = passwords.splice(0);
  expect(new Set(alone).size).toBeGreaterThan(20);
  await shop.cucumber(["--parallel", "2"]);
  const beside = [...passwords];
  for (const password of alone) {
    const at = beside.indexOf(password);
    expect(at).toBeGreaterThanOrEqual(0);
    beside.splice(at, 1);
  }
  // What is left is of the other one.
  expect(beside).toHaveLength(2);
});

const odd = `@regression @invariant
Feature: Odd
  Scenario: Own values, in tables and texts
    Given any valid coupon as "coupon"
    And any list of 1 to 3 integers from 1 to 9 as "amounts"
    When I send a POST request to "/api/customers" with JSON:
      """
      { "password": "{{coupon}}", "amounts": {{amounts}} }
      """
    Then the response status should be 422
  Scenario: A condition that nothing keeps
    Given any integer from 1 to 9 as "n" such that it is greater than 100
    Then {{n}} should be greater than 100
  Scenario: A slip of the pen
    Given any emial address as "email"
    Then {{email}} should be an email
  Scenario: Nothing is checked
    Given any email address as "email"
    When I remember {{email}} as "again"
`;

test("what says nothing of the product is unproven, and says what to do", async () => {
  const { url } = await accountsProduct({ shortest: 12 });
  const shop = project(url, odd, {
    "features/own.mjs": `import { defineArbitrary } from "storyproof";
import fc from "fast-check";
defineArbitrary("valid coupon", () => fc.constantFrom("A1", "B2"));
`,
  });
  const { stdout, stderr } = await shop.cucumber();
  expect(verdictsOf(shop), stdout).toEqual([
    "behaviour proven",
    "invariant proven",
    "behaviour unproven story-mistaken",
    "invariant unproven vacuous",
    "behaviour unproven story-mistaken",
    "invariant unproven story-mistaken",
    "behaviour proven",
    "invariant unproven vacuous",
  ]);
  expect(stdout).toContain('Of 1000 generated inputs all (100 %) were discarded by "such that":');
  expect(stdout).toContain("  any email address");
  expect(stderr).toContain("Nothing is checked in it: write what must hold as a Then step.");
});

test("a smoke run asks only whether it is refuted, and stops at Ctrl-C with what is known", async () => {
  const { url, passwords } = await accountsProduct({ shortest: 12 });
  const shop = project(url, accounts);
  const smoke = await shop.cucumber([], { STORYPROOF_TIER: "smoke" });
  expect(smoke.code).toBe(0);
  expect(verdictsOf(shop)).toEqual(["behaviour proven", "invariant unproven invariant-undecided"]);
  const before = passwords.length;
  shop.write(
    "features/accounts.feature",
    accounts.replace("@invariant", "@invariant @runs:1000000"),
  );
  const running = shop.start();
  await expect.poll(() => passwords.length, { timeout: 30_000 }).toBeGreaterThan(before + 50);
  running.process.kill("SIGINT");
  await running.finished;
  const [, invariant] = guaranteesOf(shop);
  expect(invariant).toMatchObject({
    verdict: "unproven",
    reason: {
      text: expect.stringMatching(
        /It was stopped after \d+ runs|\d+ runs found nothing; then it was stopped/,
      ),
    },
  });
});
