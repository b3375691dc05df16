import { afterAll, beforeAll, expect, test } from "vitest";
import { defaultTimeouts } from "../../../src/config/settings.ts";
import { type PageServer, servePages } from "../drivers/browser-fixture.ts";
import { makeBatch } from "./batch.ts";
import { type CucumberRun, runCucumber } from "./run-cucumber.ts";

let pages: PageServer;

beforeAll(async () => {
  pages = await servePages();
  pages.show(
    "/sign-in",
    `<h1>Sign in</h1><form action=/dashboard aria-label=Account>
      <label>Email <input name=email required></label><label>Password <input type=password name=password></label>
      <label>Country <select name=country multiple><option>Germany<option>France<option>Peru</select></label>
      <label><input type=checkbox name=remember> Remember me</label>
      <label><input type=radio name=way> Post</label><label><input type=radio name=way> Mail</label>
      <label>CV <input type=file></label><button>Sign in</button><button disabled>Later</button></form>
      <footer><a href=/help>Help</a></footer>`,
  );
  pages.show(
    "/dashboard",
    `<h1>Your workspace</h1><p role=alert>Saved</p>
      <table aria-label=Users><tr><th>Name<th>Do</tr><tr><td>Ada<td><a href=/ada>Edit</a></tr>
      <tr><td>Bob<td><a href=/bob>Edit</a></tr></table>
      <ul aria-label=Fruit><li>Fig<li>Kiwi</ul><p id=total>42 €</p><p hidden>Secret</p>
      <div id=late></div><script>setTimeout(() => { late.textContent = "Loaded" }, 300)</script>
      <output id=log></output><script>
        for (const type of ["dblclick", "contextmenu", "mouseover", "keydown"]) addEventListener(type,
          (event) => { log.textContent += event.type + (event.key ? " " + event.key : "") + ";" })</script>`,
  );
  pages.show("/ada", "<h1>Ada</h1>");
  pages.show("/bob", "<h1>Bob</h1>");
  pages.show("/help", "<h1>Help</h1>");
  pages.show("/", "<h1>Home</h1>");
  pages.show("/session", (_, response) => {
    response.setHeader("set-cookie", "sid=abcdef; HttpOnly; Path=/");
    response.end("{}");
  });
  pages.show("/me", (request, response) => {
    response.setHeader("content-type", "text/html");
    response.setHeader("set-cookie", "page=seen; Path=/");
    response.end(`<p>Cookies: ${request.headers.cookie}</p>`);
  });
});
afterAll(() => pages.close());

/** All that passes, in one run. */
const addToBatch = makeBatch((feature) => {
  const settings = {
    environment: { baseUrl: pages.url },
    timeouts: { ...defaultTimeouts, expectMs: 10_000 },
  };
  return runCucumber(feature, { pack: "index", settings }, { "cv.txt": "my life" });
});

const failed = (steps: CucumberRun["steps"]) => steps.filter(({ status }) => status !== "PASSED");

/** The message of each step, of scenarios of one step after the page is open. */
async function failures(page: string, steps: readonly string[]): Promise<readonly string[]> {
  const scenarios = steps.map(
    (step, at) => `  Scenario: ${at}\n    Given I am on "${page}"\n    Then ${step}\n`,
  );
  const settings = {
    environment: { baseUrl: pages.url },
    timeouts: { ...defaultTimeouts, expectMs: 1_000 },
  };
  const feature = `Feature: Pages\n${scenarios.join("")}`;
  const run = await runCucumber(feature, { pack: "browser", settings });
  return run.steps.filter((_, at) => at % 2 === 1).map(({ message }) => message);
}

const filling = addToBatch(`
    Given I am on "/sign-in"
    And I remember "ada@example.com" as "email"
    When I fill in "Email" with "{{email}}"
    Then the "Email" field should be "ada@example.com"
    And I should see "ada@" in the "Email" field
    And the value of "Email" should end with "{{email}}"
    When I fill in the "Email" field in the "Account" form with 42
    Then the "Email" field should contain "42"
    When I clear the "Email" field
    Then the "Email" field should be empty
    When I fill in the following:
      | Email    | {{email}}     |
      | Password | correct horse |
    And I enter "bob@example.com" into "Email"
    And I fill in "carol@example.com" for "Email"
    And I set the "Email" field to "dora@example.com"
    Then the "Email" field should be "dora@example.com"
    When I select "Germany" from "Country"
    Then the "Country" field should be "Germany"
    When I select "France" and "Peru" from the "Country" field
    Then the "Country" field should be "France, Peru"
    When I choose "Peru" in the "Country" field
    And I pick the option "France" in "Country"
    And I select the following from "Country":
      | Germany |
      | Peru    |
    Then the "Country" field should be "Germany, Peru"
    When I check "Remember me"
    Then the "Remember me" checkbox should be checked
    When I uncheck "Remember me"
    Then the checkbox "Remember me" should not be checked
    And the "Remember me" checkbox is unchecked
    When I turn on "Remember me"
    And I switch off "Remember me"
    Then the "Remember me" checkbox is not ticked
    When I choose "Mail"
    Then the "Mail" radio button should be chosen
    When I attach the file "cv.txt" to "CV"
    Then the "Email" field should be required
    And the "Sign in" button should be enabled
    And the "Later" button should be disabled
    When I click on the "Email" field
    Then the "Email" field should be focused
    When I press Enter in "Email"
    Then I should be on "/dashboard"
`);

test("a form is filled in as a person does it", async () => {
  const outcomes = await filling();
  expect(failed(outcomes)).toEqual([]);
  const sent = pages.requests.filter((request) => request.includes("/dashboard?")).at(-1);
  expect(sent).toContain("email=dora%40example.com");
  expect(sent).toContain("password=correct+horse");
});

const seeing = addToBatch(`
    Given I open "/dashboard"
    Then I should see "Your workspace"
    And I see the heading "Your workspace"
    And I should not see "Secret"
    And I don't see the "Delete" button
    And I should see "Loaded" within 5 seconds
    And I should see "Ada" in the row "Ada"
    And I should not see "Bob" in the row "Ada"
    And I should see "Fig" within the list "Fruit"
    And I should see 3 rows in the table "Users"
    And I should see exactly 2 "Edit" links
    And I should see at least 1 item in the list "Fruit"
    And I should see at most 2 items
    And I should see more than 1 rows
    And I should see fewer than 9 rows
    And I should see no buttons
    And the number of links named "Edit" should be 2
    And the heading should be "Your workspace"
    And the "Ada" row should contain "Edit"
    And the last item in the list "Fruit" should be "Kiwi"
    And the heading "Nothing" should not exist
    And the heading "Your workspace" should exist
    And the alert should contain "Saved"
    And the text of "css=#total" should be "42 €"
    And the attribute "href" of the second "Edit" link should be "/bob"
    And the table should be visible
    And the dialog should not be visible
    And the page title should be "Page /dashboard"
    And the title of the page should contain "/dash"
    And the page should contain "Your workspace"
    And the page should not contain "Secret"
    And the current URL should end with "/dashboard"
    And the page path should be "/dashboard"
    And I wait for "Loaded" to appear
    And I wait up to 5 seconds for the table
    And I wait for the dialog to disappear
`);

test("a page is seen as a person sees it", async () => {
  const outcomes = await seeing();
  expect(failed(outcomes)).toEqual([]);
});

const moving = addToBatch(`
    Given I am on the homepage
    Then I should be on the homepage
    When I go to "/dashboard"
    And I hover over "Your workspace"
    And I double-click the text "42 €"
    And I right click on "42 €"
    And I press Escape
    And I press the "Tab" key
    Then the text of "css=#log" should contain "mouseover;"
    And the text of "css=#log" should contain "dblclick;contextmenu;keydown Escape;keydown Tab;"
    When I click "Edit" in the row "Bob"
    Then I should be on "/bob"
    And I should not be on "/ada"
    When I go back
    And I click the first "Edit"
    Then I should be redirected to the "/ada" page
    When I go back
    # The two ways that the error for two links suggests.
    And I follow the first "Edit" link
    Then I should be on "/ada"
    When I go back
    And I follow "Edit" in the row "Ada"
    Then I should be on "/ada"
    When I go back
    And I go forward
    And I refresh the page
    Then I should see the heading "Ada"
    When Alice visits "/sign-in"
    And Alice follows "Help"
    Then the heading should be "Help"
    And the title should contain "/help"
    And I should see "Ada"
    And the heading should be "Ada"
    Given the customer is on "/sign-in"
    When the customer presses "Sign in"
    Then the title should contain "sign-in"
`);

test("one goes from page to page by hand, mouse and keyboard", async () => {
  const outcomes = await moving();
  expect(failed(outcomes)).toEqual([]);
});

const carrying = addToBatch(`
    When I send a POST request to "/session"
    And I take the API session to the browser
    And I open "/me"
    Then I should see "Cookies: sid=abcdef"
    When I take the browser session to the API
    Then I should have the cookie "page"
`);

test("a sign-in through the API is carried into the browser and back", async () => {
  const outcomes = await carrying();
  // The cookie is a secret, and so it is in messages; the page showed it all the same.
  expect(failed(outcomes)).toEqual([]);
});

test("failures say what is there instead", async () => {
  const messages = await failures("/dashboard", [
    `I should see "Your workshop"`,
    `I press "Edti"`,
    `I follow "Edit"`,
    `I should be on "/ada"`,
    `I should see 5 rows`,
    `the "Users" table should be hidden`,
    `the heading should be "Mine"`,
    `the title should be "Mine"`,
    `the attribute "href" of the first "Edit" should be "/x"`,
  ]);
  expect(messages[0]).toContain(
    `There is no text "Your workshop" to be seen on ${pages.url}/dashboard`,
  );
  expect(messages[0]).toContain(`Near it: "Your workspace".`);
  expect(messages[1]).toContain(`Did you mean "Edit"?`);
  expect(messages[2]).toContain(`There are 2 links "Edit" on ${pages.url}/dashboard:
  1. "Edit" in the row "Ada"
  2. "Edit" in the row "Bob"
Say which: \`the first "Edit" link\`, or add \`in the row "Ada"\`.`);
  expect(messages[3]).toContain(`expected to be on "/ada", but the page is ${pages.url}/dashboard`);
  expect(messages[4]).toContain("expected 5, but there are 3");
  expect(messages[5]).toContain(`There still is a table "Users"`);
  expect(messages[6]).toContain(`heading on ${pages.url}/dashboard: expected it to be "Mine"`);
  expect(messages[7]).toContain(`expected the title to be "Mine"`);
  expect(messages[8]).toContain(`expected its attribute "href" to be "/x"`);
});
