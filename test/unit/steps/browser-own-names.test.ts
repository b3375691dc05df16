import { afterAll, beforeAll, expect, test } from "vitest";
import { defaultTimeouts } from "../../../src/config/settings.ts";
import { findPage, pathOfPage } from "../../../steps/browser/page-names.ts";
import { type PageServer, servePages } from "../drivers/browser-fixture.ts";
import { runCucumber } from "./run-cucumber.ts";

let site: PageServer;

beforeAll(async () => {
  site = await servePages();
  site.show(
    "/products/42",
    `<h1>Lamp</h1><aside class=basket><h2>Basket</h2><button onclick="this.textContent='Emptied'">Empty</button></aside>
     <div class=order>Lamp for Ada</div><div class=order>Chair for Bob</div><div class=order hidden>Old</div>`,
  );
});
afterAll(() => site.close());

const settings = () => ({
  environment: { baseUrl: site.url },
  timeouts: { ...defaultTimeouts, expectMs: 1_500 },
  pages: { "product {id}": "/products/{id}" },
  locators: { "the basket": { css: "aside.basket" }, order: { css: ".order" } },
});

test("a team's own names stand wherever a thing or a page can", async () => {
  const feature = `Feature: Own names
  Scenario: Names
    Given I am on the product 42 page
    Then I should be on the product "42" page
    And I should see the basket
    And I should see 2 orders
    And I should see the order "Lamp"
    And the second order should contain "Bob"
    And the number of orders should be 2
    And there should be no orders in the basket
    When I press "Empty" in the basket
    Then the basket should show "Emptied"
    And the basket should contain "Emptied"
  Scenario: Missing
    Given I am on the product 42 page
    Then I should see the order "Sofa"
  Scenario: Several
    Given I am on the product 42 page
    When I click the order
  Scenario: No such page
    Given I am on the nowhere page
  Scenario: Words in no order
    Given I am on the product 42 page
    When I click the row "a" "b"
`;
  const { steps } = await runCucumber(feature, { pack: "browser", settings: settings() });
  const messages = steps.filter(({ status }) => status !== "PASSED").map(({ message }) => message);
  expect(messages).toHaveLength(4);
  expect(messages[0]).toContain('There is no order "Sofa"');
  expect(messages[1]).toContain("There are 2 orders");
  expect(messages[1]).toContain("the first order");
  expect(messages[2]).toContain('There is no page named "nowhere"');
  expect(messages[2]).toContain('"product {id}"');
  expect(messages[3]).toContain('These words do not name one thing on a page: the row "a" "b"');
});

test.each([
  ["sign-in", "/sign-in"],
  ["Sign-In", "/sign-in"],
  ["product a b", "/products/a%20b"],
  ["product", undefined],
  ["order 7 of Ada", "/Ada/orders/7"],
])("the page %s is %s", (name, path) => {
  const pages = {
    "the sign-in": "/sign-in",
    "sign-in": "/sign-in",
    "product {id}": "/products/{id}",
    "order {id} of {who}": "/{who}/orders/{id}",
  };
  expect(findPage(pages, name)).toBe(path);
});

test("without names of pages the failure says how to give one", () => {
  expect(() => pathOfPage({}, { text: "login", isQuoted: false })).toThrow(
    'Name it in cucumber.js: pages: { "login": "/the/path" }',
  );
  expect(pathOfPage({}, { text: "/login", isQuoted: true })).toBe("/login");
});
