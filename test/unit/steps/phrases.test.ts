import { expect, test } from "vitest";
import { matchSentences, misunderstood } from "./matching.ts";
import { sentencesFor } from "./phrase-samples.ts";

test("every sentence that a phrase of any pack allows is that phrase's alone", () => {
  const { definitions } = matchSentences([]);
  expect(definitions.length).toBeGreaterThan(100);
  const sentences = [...new Set(definitions.flatMap(sentencesFor))];
  const { matches } = matchSentences(sentences);
  const shared = sentences.flatMap((sentence, index) => {
    const found = matches[index] ?? [];
    return found.length === 1 ? [] : [`${sentence} → ${found.join(" | ")}`];
  });
  expect(shared).toEqual([]);
  const used = new Set(matches.flat());
  expect(definitions.filter((pattern) => !used.has(pattern))).toEqual([]);
});

test("common wordings of browser stories are understood, each in one way", () => {
  expect(misunderstood(wordings)).toEqual([]);
});

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
I fill in the field "Email" with "ada@example.com"
I fill in the "Email" field with "x"
I fill "Email" with "x"
I enter "x" in the field "Email"
I enter "x" in "Email"
I type "x" into the field "Email"
I type "x" in the "Email" input
I set the value of "Email" to "x"
I set the "Email" field to "x"
I leave "Email" empty
I leave the "Email" field blank
I clear the field "Email"
I fill the form with:
I fill in the form with:
I fill in the form:
I fill in the form with the following values:
I fill out the form with the following:
I fill in the following fields:
I fill in the following details:
I fill in the "Billing" form with:
I choose the option "Germany" of "Country"
I choose the option "Germany" from "Country"
I choose the option "Germany" in "Country"
I select the option "Germany" from the "Country" dropdown
I select "Germany" from the dropdown "Country"
I select "Germany" in the "Country" dropdown
I select "Germany" as "Country"
I deselect "Germany" from "Country"
I deselect "Newsletter"
I select the radio button "Post"
I select the "Post" radio button
I toggle "Dark mode"
I toggle the "Dark mode" switch
I check the checkbox "Terms"
I check the "Terms" checkbox
I check the box "Terms"
I uncheck the "Terms" checkbox
I upload "a.png" to "Photo"
I upload "a.png" and "b.png" to "Photos"
I upload the files "a.png" and "b.png" to the "Photos" field
I attach the file "a.png" to the field "Photo"
I remove the file from "Photo"
I submit the form
I submit the form "Sign in"
I submit the "Sign in" form
I focus on the "Email" field
I focus on "Email"
I focus the field "Email"
I leave the field "Email"
I leave the "Email" field
I blur the "Email" field
I click on the text "Welcome"
I click "Save" in the dialog
I click "Save" in the dialog "Edit"
I click the "Save" button in the "Billing" section
I click on the "Save" button in the dialog
I press the first "Edit" button
I press the last "Edit"
I click the last row
I click the login button
I click on the submit button
I click on the menu icon
I am on the sign-in page
I am on the login page
I open the product 42 page
I visit the checkout page
I go to the checkout page
I navigate to the account page
I should be on the dashboard page
I should be redirected to the login page
I should be taken to the home page
I should be redirected to the homepage
I should see a table with:
I should see a table like:
I should see the table with the rows:
the table "Users" should have the rows:
the table "Users" should contain the rows:
the "Users" table should contain the following rows:
the table should have the following rows in this order:
the table should contain exactly the following rows:
the table should not contain the row:
the table should have 3 rows
the table "Users" should have 3 rows
the table should have 3 columns
the table should have the columns "Name", "Email"
the table should have the columns "Name" and "Email"
I should see the row:
I should see the following rows:
the cell in column "Price" of the row "Emma" should be "7.00 €"
the cell in the "Price" column of the row "Emma" should be "7.00 €"
the "Price" of the row "Emma" should be "7.00 €"
I should see the following:
I should see the following texts:
I should see "A", "B" and "C"
I should see "A" and "B"
I should not see "A" or "B"
I should see the following in this order:
"A" should come before "B"
"A" should appear after "B"
I should see "A" before "B"
the list "Fruit" should have the items:
the list "Fruit" should contain the following items:
the list should have 3 items
the options of "Country" should be:
the options in the "Country" dropdown should be:
the dropdown "Country" should have the option "Germany"
the "Country" dropdown should have the options "Germany" and "France"
the "Country" dropdown should not have the option "Mars"
the table should be sorted by "Price"
the table "Books" should be sorted by "Price" descending
the table should be sorted by "Price" in descending order
the list should be sorted alphabetically
the list should be sorted in ascending order
I should see 2 rows
there should be 3 rows
there should be 3 rows in the table
there should be no errors
there should be a button "Save"
there should be a "Save" button
there should not be a "Delete" button
the second row should contain "Ada"
the second row should be visible
I should only see 2 rows
I should see only 2 rows
I should see exactly 2 rows
I should see "Done" in 10 seconds
I should eventually see "Done"
I should still see "Done"
I should no longer see "Loading"
I wait until "Loading" disappears
I wait until I see "Done"
I wait for "Done" to appear
I wait for the "Save" button to be visible
I wait up to 10 seconds for "Done"
I wait until the "Save" button is enabled
the field "Email" should show the error "Required"
the "Email" field should show the error message "Required"
the error message for "Email" should be "Required"
the error of the "Email" field should contain "Required"
the "Email" field should be invalid
the field "Email" should be invalid
the field "Email" should be required
the field "Email" should be disabled
the "Email" field should have the placeholder "you@example.com"
the placeholder of "Email" should be "x"
the tooltip of "Save" should be "Saves"
the label of the field "Email" should be "x"
the "Save" button should have the class "primary"
the "Save" button should not have the class "primary"
the CSS property "color" of "Save" should be "red"
the "Save" button should have the attribute "type" with value "submit"
the "href" attribute of the link "Help" should be "/help"
the link "Help" should lead to "/help"
the link "Help" should point to "/help"
the image "Logo" should be loaded
the image "Logo" should be visible
the "Save" button should have focus
"Save" should be visible
"Save" should be disabled
"Email" should be focused
the button "Save" is disabled
the alert should say "Saved"
the error message should say "Wrong"
the heading should read "Welcome"
the "Total" row should show "42"
the status message should be "Saved"
the page title should be "x"
the title of the page should be "x"
the page should have the title "x"
the URL should be "/x"
the url should contain "/x"
the current url should be "/x"
the page URL should end with "/x"
the URL parameter "page" should be 2
the query parameter "page" of the URL should be "2"
the URL should contain "page=2"
the URL fragment should be "top"
the page should contain the text "Welcome"
the text of the row "Emma" should contain "7"
the text of the heading should be "Welcome"
the page should be accessible
the page should have no accessibility violations
the page should have no accessibility issues
the page should be accessible according to WCAG 2.1 AA
the page should have no serious accessibility violations
the page should have no serious or critical violations
the page should be accessible ignoring the rule "color-contrast"
the dialog should be accessible
the dialog "Edit" should have no accessibility violations
I should be able to reach "Save" with the Tab key
I should be able to reach the "Save" button with the keyboard
the "Save" button should have the accessible name "Save"
the accessible name of the button "Save" should be "Save"
the headings should be in order
every image should have a text alternative
all images should have alt text
the language of the page should be "en"
I remember the text of the heading as "title"
I remember the number of rows as "count"
I store the text of "Total" as "total"
I should see the link "Help" in the navigation
I should see "Ada" in the "Email" field
I should see a success message
I should see an error message
I should see an error
I should see the error "Wrong"
I should see the message "Saved"
I should see a "Save" button in the dialog
the "Save" button should not be visible
the dialog should be closed
the checkbox "Terms" should be checked
the "Terms" checkbox should not be checked
the radio button "Post" should be selected
"Germany" should be selected in "Country"
the selected option of "Country" should be "Germany"
the "Country" dropdown should be "Germany"
"Germany" should be selected in the "Country" dropdown
the option "Germany" should be selected
I press "Enter" in the "Search" field
I press Enter in "Search"
I click the 2nd "Edit" link
I click on the link "Help"
I follow the link "Help"
I double click the row "Ada"
`
  .trim()
  .split("\n");
