import { beforeAll, expect, test } from "vitest";
import { sentencesFor } from "./phrase-samples.ts";
import { type CucumberRun, runCucumber } from "./run-cucumber.ts";

function featureOf(sentences: readonly string[]): string {
  return `Feature: Phrases\n  Scenario: All\n${sentences.map((one) => `    * ${one}`).join("\n")}\n`;
}

let common: CucumberRun;

beforeAll(async () => {
  common = await runCucumber(featureOf(wordings), { pack: "index", dryRun: true });
});

test("every sentence that a phrase of any pack allows is that phrase's alone", async () => {
  const { definitions } = common;
  expect(definitions.length).toBeGreaterThan(100);
  const sentences = new Map(
    definitions.flatMap((pattern) => sentencesFor(pattern).map((one) => [one, pattern] as const)),
  );
  const feature = featureOf([...sentences.keys()]);
  const { steps } = await runCucumber(feature, { pack: "index", dryRun: true });
  expect(misunderstood(steps)).toEqual([]);
  const used = new Set(steps.flatMap(({ definitions: found }) => found));
  expect(definitions.filter((pattern) => !used.has(pattern))).toEqual([]);
});

test("common wordings of browser stories are understood, each in one way", () => {
  expect(misunderstood(common.steps)).toEqual([]);
});

/** The sentences that match no phrase or several, with those. */
function misunderstood(steps: CucumberRun["steps"]): readonly string[] {
  return steps
    .filter(({ definitions }) => definitions.length !== 1)
    .map(({ text, definitions }) => `${text} → ${definitions.join(" | ")}`);
}

const wordings = `
I am on "/sign-in"
I am on the homepage
the customer is on "/products"
I open "/sign-in"
I visit "/sign-in"
I go to "/sign-in"
I navigate to the page "/sign-in"
Alice goes to "/sign-in"
I go back
I reload the page
I refresh the page
I press "Sign in"
I press the "Sign in" button
I click "Sign in"
I click on "Sign in"
I click the "Sign in" button
I click on the link "Forgot your password?"
I click the second "Edit" link
I click "Delete" in the row "Ada"
I click the "Delete" button in the second row of the table "Users"
I follow "Products"
I follow the "Products" link
the customer presses "Pay"
Alice clicks "Pay"
I tap "Menu"
I double-click "report.pdf"
I right-click the row "Ada"
I hover over "Account"
I press Enter
I press the Enter key
I press the "Escape" key
I press the key "Tab"
I press Ctrl+A in the "Notes" field
I fill in "Email" with "ada@example.com"
I fill in "Email" with "{{unique.email}}"
I fill in the "Email" field with "ada@example.com"
I fill in "Street" in the "Billing" form with "Main Road 1"
I fill in "ada@example.com" for "Email"
I fill in the following:
I enter "ada@example.com" in the "Email" field
I enter "ada@example.com" into "Email"
I type "ada" into the "Search" box
the customer enters "4242" as "Card number"
I clear "Email"
I clear the "Email" field
I select "Germany" from "Country"
I select "Germany" from the "Country" dropdown
I choose "Germany" in the "Country" field
I choose "Express"
I choose the "Express" radio button
I check "Remember me"
I tick the "Remember me" checkbox
I uncheck "Remember me"
I attach the file "cv.pdf" to "CV"
I upload "cv.pdf" to the "CV" field
I upload the file "cv.pdf" to "CV"
I should see "Welcome"
I should see the text "Welcome"
I should not see "Error"
I don't see "Error"
I should see "Ada" within "Users"
I should see "Ada" in the table "Users"
I should see "Ada" in the "Users" table
I should see "Ada" within the "Users" section
I should see "Done" within 10 seconds
I should see the heading "Your workspace"
I should see the button "Save"
I should see the "Save" button
I should see a link "Help"
I should not see the "Delete" button
I should see an alert
I should see the error message "Wrong password"
I should see the image "Logo"
I should see "ada@example.com" in the "Email" field
I should see 3 rows
I should see 3 rows in the table "Users"
I should see 1 row in the "Users" table
I should see 2 "Edit" links
I should see at least 2 items in the list "Projects"
I should see no "Delete" buttons
I should see 5 "css=.card" elements
I wait for "Done"
I wait for the dialog to disappear
I should be on "/dashboard"
I should be on the page "/dashboard"
I should not be on "/sign-in"
I should be redirected to "/dashboard"
I should be taken to the "/dashboard" page
the title should be "Sign in"
the page title should contain "Sign in"
the url should match "/projects/\\d+"
the current URL should contain "?page=2"
the address should end with "/dashboard"
the page should contain "Welcome"
the page should not contain "Error"
the "Email" field should contain "ada"
the "Email" field should be "ada@example.com"
the "Email" field should be empty
the "Email" field should not contain "bob"
the "Remember me" checkbox should be checked
the checkbox "Remember me" should not be checked
the "Remember me" checkbox is unchecked
the "Save" button should be disabled
the button "Save" should be enabled
the "Email" field should be focused
the "Email" field should be required
the heading should be "Your workspace"
the heading "Welcome" should exist
the dialog "Delete project" should not exist
the "Total" row should contain "42"
the third row should contain "Ada"
the second cell in the row "Ada" should be "owner"
the "Delete" button should not be visible
the dialog should be hidden
the alert should contain "Wrong password"
the text of "css=#total" should be "42 €"
the value of "Email" should be "x"
the attribute "href" of the link "Help" should be "/help"
the number of rows in the table "Users" should be 3
`
  .trim()
  .split("\n");
