// A team's steps and ours in one run: told apart by a prefix, and made of the same actors.
import { expect, test } from "vitest";
import { startBookshop } from "../bookshop/shop.ts";
import { writeEveryPhrase } from "./every-phrase.ts";
import { configFor } from "./product.ts";
import { makeProject } from "./project.ts";

const prefix = "storyproof: ";

/** Phrases of ours, as a team may have had them before. */
const collidingSteps = `
import { Given, Then, When } from "@cucumber/cucumber";
When("I send a GET request to {string}", (path) => {});
When("I open {string}", (path) => {});
When("I press {string}", (name) => {});
Then("I should see {string}", (text) => {});
Then("the response status should be {int}", (status) => {});
Given("I remember {string} as {string}", (value, name) => {});
Given("I am signed in as owner", () => {});
`;

const collidingFeature = `Feature: Colliding
  Scenario: The team's own
    Given I remember "a" as "b"
    And I am signed in as owner
    When I send a GET request to "/"
    And I open "/"
    And I press "Save"
    Then I should see "Saved"
    And the response status should be 200
`;

test("with a prefix every phrase of every pack is ours, and every other sentence the team's", async () => {
  const url = await startBookshop();
  const project = makeProject({
    "cucumber.js": configFor(url, { steps: { prefix } }),
    "features/steps/own.js": collidingSteps,
    "features/own.feature": collidingFeature,
    "features/every-phrase.feature": writeEveryPhrase(prefix),
  });
  const dry = await project.cucumber(["--dry-run", "--strict"]);
  const [, steps] = /^(\d+) steps/m.exec(dry.stdout) ?? [];
  expect(Number(steps)).toBeGreaterThan(500);
  // Where several match, each is listed with its file.
  const matches = dry.stdout
    .split("\n")
    .filter((line) => line.includes(" - features/steps/own.js:"));
  expect(matches).toEqual([]);
  expect(dry.stdout).not.toContain("Undefined");
  const own = await project.cucumber(["features/own.feature"]);
  expect(own.code, own.stdout + own.stderr).toBe(0);
});

const ownSteps = `
import { defineParameterType, Given, setWorldConstructor, Then, When } from "@cucumber/cucumber";
import { defineCheck, defineSignIn, StoryWorld } from "storyproof";

class ShopWorld extends StoryWorld {
  get currency() { return "€"; }
}
setWorldConstructor(ShopWorld);

let signIns = 0;

defineSignIn("reader", async (actor, world) => {
  signIns += 1;
  const email = world.memory.makeUnique("email");
  const password = "correct horse battery";
  await actor.api.post("/api/customers", { email, password });
  const page = await actor.browser();
  await page.open("/sign-in");
  await page.fill(world.target('the "Email" field'), email);
  await page.fill(world.target('the "Password" field'), password);
  await page.click(world.target('the "Sign in" button'));
  await page.see(world.target('the heading "Your account"'));
}, { check: "/api/account" });

defineCheck("ISBN", (value) => /^\\d{13}$/.test(String(value)) || "it needs 13 digits");

defineParameterType({ name: "book", regexp: /book (\\d+)/, transformer: Number });

When("{actor} adds {string} to the basket", async function (actor, title) {
  const page = await actor.browser();
  await page.open("/");
  await page.click(this.target(\`the "Add" button in the row "\${title}"\`));
});

When("{actor} looks at {book}", async function (actor, id) {
  const response = await actor.api.get(\`/api/books/\${id}\`);
  this.memory.remember("price", \`\${response.json().price.toFixed(2)} \${this.currency}\`);
});

Then("{int} sign-in was needed", function (count) {
  if (signIns !== count) throw new Error(\`there were \${signIns}\`);
});
`;

const ownFeature = `Feature: Own steps
  Scenario: Code uses our actors, and our phrases see what it did
    When Alice adds "Emma" to the basket
    Then Alice should see "Emma is in the basket"
    When I looks at book 2
    Then {{price}} should be the amount "7.00 €"

  Scenario: Own checks are said like ours
    Given I remember "9780141439587" as "isbn"
    Then {{isbn}} should be a valid ISBN
    And "{{price-tag}}" should not be a valid ISBN

  Scenario: Somebody signed in on a page is signed in everywhere
    Given Alice is signed in as a reader
    When Alice sends a GET request to "/api/account"
    Then the response status should be 200
    When Alice opens "/account"
    Then Alice should see the heading "Your account"

  Scenario: Others use the same sign-in
    Given Bob is signed in as a reader
    When Bob opens "/account"
    Then Bob should see the heading "Your account"
    And 1 sign-in was needed
`;

test("own World, actors, targets, checks, parameter types and sign-in work beside ours", async () => {
  const url = await startBookshop();
  const project = makeProject({
    "cucumber.js": configFor(url),
    "features/steps/own.js": ownSteps,
    "features/own.feature": ownFeature.replace('"{{price-tag}}"', '"{{unique.id}}"'),
  });
  const { code, stdout, stderr } = await project.cucumber();
  expect(code, stdout + stderr).toBe(0);
});
