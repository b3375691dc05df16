import { beforeAll, expect, test } from "vitest";
import { findMisunderstood, type Matching, matchSentences } from "./matching.ts";
import { sentencesFor } from "./phrase-samples.ts";

let allowed: readonly string[];
let matching: Matching;

beforeAll(() => {
  allowed = [...new Set(matchSentences([]).definitions.flatMap(sentencesFor))];
  // Together: compiling all expressions takes longer than matching with them.
  matching = matchSentences([...allowed, ...wordings]);
}, 120_000);

test("every sentence that a phrase of any pack allows is that phrase's alone", () => {
  const { definitions, matches } = matching;
  expect(definitions.length).toBeGreaterThan(100);
  expect(findMisunderstood(allowed, matches)).toEqual([]);
  const used = new Set(matches.slice(0, allowed.length).flat());
  expect(definitions.filter((pattern) => !used.has(pattern))).toEqual([]);
});

test("common wordings of browser stories are understood, each in one way", () => {
  expect(wordings.length).toBeGreaterThan(100);
  expect(findMisunderstood(wordings, matching.matches.slice(allowed.length))).toEqual([]);
});

const wordings = `
the user should be logged out
the page heading should be "Orders"
I wait for "Loading" to disappear
I fill in "First name" with "Bob" within "Billing address"
I select "Log out" from the "Account" menu
I go back to the previous page
the element "#x" should not have the attribute "disabled"
I should eventually see "Delivered"
I confirm the popup
I wait to be redirected to "/home"
I hover over the element ".tooltip"
I should see "Secure payment" in the iframe "payment"
I double click "Report.pdf"
I press "Save"
the last item of the "Tasks" list should be "Bread"
I click the "Edit" button in the row "Widget"
the page should pass the accessibility check
the page should have no critical accessibility violations
the "Status" field should eventually contain "Done"
I am on the home page
I wait until I do not see "Processing"
the customer should not see "Discount"
I should see a "#main" element
the "Price" column should be sorted in ascending order
I accept the dialog
the element "#banner" should be visible
I scroll to the bottom of the page
the "Email" field loses focus
I am logged in as a user with the "editor" role
the "Search" field should have focus
I open "/settings"
I should not see "Admin" within "Navigation"
I should see the alert "Are you sure?"
I press the "ArrowDown" key 3 times
I am logged in
the user hovers over the "Help" icon
I should see a tooltip "Required field"
I run the following JavaScript:
I leave the "Password" field blank
the current URL should contain "{{orderId}}"
the downloaded file should contain "Total"
I switch to the second tab
the element ".price" should contain "42"
I click on "Save"
all form fields should have labels
the table has 10 rows
I open "/help" in a new tab
I allow notifications
I visit "/cart"
the user presses the "Delete" key
the text "Loading" should not be visible
I click the "Settings" tab
I fill in "Card number" with "4242" in the iframe "payment"
the link "Terms" should open in a new tab
the "Menu" button should have the attribute "aria-expanded" set to "true"
the "Newsletter" checkbox should be unchecked
I fill "Password" with "secret"
I should have 2 tabs open
the new tab should have the title "Terms"
the customer presses "Pay now"
I have opened "/login"
I should see the following list:
the color contrast should be sufficient
I drag and drop the element "#box" onto "#target"
I upload "avatar.png" to "Photo"
the "Help" link should point to "/help"
the "Country" dropdown should contain the options:
I log in with the following credentials:
I drag "Task 1" onto "In progress"
the table "Orders" should not contain "Cancelled"
I enter "Alice" in the prompt
I should see "Apple" before "Banana"
I should be logged out
there should be 2 tabs open
I should see "3" in the "#cart-count" element
Alice logs in as "admin"
I switch to the iframe "#checkout-frame"
the page title should match "Order #\\d+"
the button "Next" should not be enabled
the clipboard should contain "ABC-123"
the user is logged in as "admin"
the session storage should not contain "token"
I switch to the previous tab
the following fields should have these values:
the date is "2025-03-01"
I am logged in as "admin"
I should be on the homepage
the "Search" field should be empty
I am on "/login"
the element ".btn" should have the class "active"
I hover over "Products"
the page title should be "Dashboard"
I maximize the window
there should be no failed requests
I am not logged in
I drop the file "photo.jpg" onto "Drop zone"
the value of "Quantity" should be "3"
I set the date "Arrival" to "2025-06-01"
I should see 5 items in the "Tasks" list
no request should have failed
the page should have a main landmark
I scroll to "Reviews"
I check "I agree to the terms"
I go offline
the url should not contain "error"
the user refreshes the page
I should see "This field is required" below "Email"
I save the current URL as "startUrl"
the "Size" dropdown should contain "Large"
I switch to the frame "editor"
Bob should see "Hi Bob"
the user selects "Blue" from the "Color" dropdown
I expect the element "#status" to contain the text "Ready"
I wait for the text "Done"
the "Email" field should be valid
I deny the "camera" permission
my timezone is "Europe/Berlin"
the "Name" field should have the value "Alice"
the page should have no accessibility violations except "color-contrast"
I am redirected to "/login"
the customer fills in "Card number" with "4242424242424242"
I wait for the "Continue" button to be clickable
I should see the following options in "Size":
Alice logs out
the "Orders" table should have the columns:
I should see "Active" in the "Alice" row
the heading should be "My account"
I should see the link "Terms"
the user logs in as "editor"
the administrator is logged in
I switch back to the main page
the checkbox "Newsletter" should not be checked
the user enters "laptop" in the search field
I set my geolocation to latitude 48.85 and longitude 2.35
I click "Delete" and dismiss the confirmation
I am on a mobile device
the "h1" element should contain "Welcome"
I double-click on "Folder"
the page contains text "All rights reserved"
I click "Remove" within "Shopping cart"
I log out
the URL should contain "/orders/"
I tab to the "Save" button
I store the text of "#total" as "total"
I click the element ".btn-primary"
I take a full page screenshot
the alert text should be "Hello"
I enter "Alice" in the "First name" field
Bob signs out
I press the down arrow key
the "Email" field should be disabled
I can see "Order confirmed"
I am signed in as an editor
the "Save" button is visible
I should see text matching "[0-9]+ results"
I fill in "Email" with "alice@example.com"
the "Email" field should be editable
I am offline
I should not be logged in
I wait for the page to load
the customer visits "/sale"
the text "Welcome" should be visible
I set the window size to 1920x1080
I check the following:
I submit the form "Contact"
I should see "Shipped" in the row containing "Order 42"
I press "Delete" and accept the alert
I move the mouse over "Account"
I navigate to "/dashboard"
Bob is signed in as a "viewer"
I follow "Forgot password?"
the "Login" form should be accessible
the page should have exactly one h1
the "background-color" of "#alert" should be "rgb(255, 0, 0)"
I should not be on "/login"
I should see the validation error "Too short" for "Password"
I sign in as a customer
I download "Invoice"
I choose "Yes" for "Newsletter"
I set the clock to "2025-01-01 09:00"
the "Status" column of the row "Order 42" should be "Shipped"
I should be logged in as "alice"
the button "Menu" should have the aria-label "Open menu"
I press "Pay" within the iframe "payment"
I accept the confirmation dialog
the local storage item "theme" should be "dark"
the customer should see "Order placed"
the field "Name" should have value "Alice"
I log in as an admin
the "Tasks" list should have 3 items
the page URL is "/account"
I should see "Item" exactly 2 times
I wait 500 milliseconds
the file "report.csv" should have been downloaded
there should be 3 elements matching ".card"
I delete the cookie "session"
I should see a validation error for "Email"
I wait for the element "#result" to be visible
I hit Enter
I submit the "Sign up" form
the attribute "class" of "#tab" should contain "active"
I choose "Express" from the "Delivery" dropdown
I advance the clock by 5 minutes
I should see the error "Email is required"
I open "{{resetLink}}"
I switch to tab 2
I store the current url as "orderUrl"
I follow the link "Next"
the checkbox "Remember me" should be checked
the URL should end with "/success"
I wait for element "#list" to exist
the user is logged in
the user checks "Gift wrap"
I drag "Task 1" to "Done"
I should be logged in
the user should be redirected to "/welcome"
I store the cookie "session" as "sid"
I use the keyboard shortcut "Ctrl+K"
the dialog "Edit user" should be open
the list "Results" should be empty
the table should have the headers:
I check the page for accessibility violations
I expand "Advanced options"
there should be no accessibility violations within "#content"
I enter the following details:
the page should be accessible according to "wcag2aa"
I close the modal
I wait for the request to "/api/orders" to finish
I clear the field "First name"
I wait until the page is loaded
the "Submit" button should have the attribute "type" equal to "submit"
I press "Search" in the "header" region
I set the session storage item "step" to "2"
the table "Users" should be:
I press the Tab key
I save the text of ".order-number" as "orderNumber"
I press "OK" in the "Confirm" dialog
I switch back to the first tab
I press the keys "Control+S"
I enter "Bob" into the prompt and accept it
the page should have no serious or critical accessibility violations
the "Dark mode" switch should be on
I should not see "Delete" in the "Admin" row
the "Express" radio button should not be selected
every image should have an alternative text
the "Details" section should be expanded
I attach the file "cv.pdf" to the "Resume" field
the page title should not be "Error"
the first row of the table should contain "Alice"
I clear the cookies
I set the "Email" field to "bob@example.com"
the "Overview" tab should be active
I save the number of ".row" elements as "rows"
the "Save" button should be enabled
I set the local storage item "theme" to "dark"
I type "hello" into "Message"
the session storage item "cart" should be "3"
I wait until the element ".spinner" disappears
I should not see text matching "Exception"
I should still be on "/checkout"
the url should match "^/users/[0-9]+$"
I log in as "alice" with password "secret"
I tick "Remember me"
I wait for the dialog "Edit user" to disappear
I scroll to the bottom
the element "#close" should have the accessible description "Closes the window"
I click "Export" and wait for the download
I upload the file "invoice.pdf" to "Attachment"
the element ".price" should have the text "42.00 €"
I should see a link "Log out"
I go online again
I should see the title "My account"
the customer is signed in
the customer follows "Order history"
I close the current tab
I wait until the URL contains "/done"
the user is on "/profile"
I should see "Payment received" within 10 seconds
I click the "Privacy policy" link
I switch to the window "Preview"
Alice sees the message "Hi Bob"
there should be no accessibility violations
the user clicks on "Continue"
the user sees "Your cart is empty"
row 1 of the table "Users" should contain "Bob"
"Apple" should appear before "Banana"
the user clicks the "Log in" button
I set the slider "Price" to 50
I am signed in as "manager"
I click "Profile" in the navigation
Alice visits "/dashboard"
I sign out
I save a random integer as "id"
I should see the heading "Dashboard"
I fill in the "Comment" field with:
I fill the "Name" field with "Bob"
I wait for 500 milliseconds
the page should have exactly one "h1" heading
I select the radio button "Credit card"
I go forward
I clear "Name"
I should see "Home" in the title
all items in "data" should have "status" equal to "active"
the table "Users" should have 5 rows
I should be redirected to "https://example.com/new"
I execute the script:
I switch back to the main frame
the current date is "2024-02-29"
I drag the element "Item 3" to "Item 1"
the ".total" element should contain "42"
I am logged in as an admin
I click the "Submit" button
the customer opens "/shop"
the user navigates to "/settings"
I follow "Details" in the "Sidebar" region
I should see "Hello" 3 times
the table "Users" should not contain "Bob"
the field "tags" should be an array
I click the "Terms" link
I double-click on the cell "42"
I should still be on "/login"
I copy the text "ABC-123" to the clipboard
I right-click "Folder"
there should be 4 links
I accept the alert
I open the page "/about"
the table should contain:
the field "Name" should have the value "Alice"
I click on the text "Show more"
I select the option "Red" in "Color"
the base URL is "https://api.example.com"
I allow the "geolocation" permission
I should see "3 items" within "Header"
"Apples" should appear before "Bananas"
the user enters "secret" in the "Password" field
the "Country" select should have "France" selected
the section "Advanced" should be expanded
the checkbox "Newsletter" should be unchecked
I grant permission for "notifications"
the URL should contain "order="
the "Name" field should not be empty
I should see 'Your cart is empty'
I go to the homepage
I press "Log in"
I add 5 to "count"
the session storage should not contain "cart"
I should see "Paid" in the row "Order 12"
I tap the "Menu" button
I fill in 'Username' with 'admin'
the user checks "Accept cookies"
I set the "Volume" slider to 70
I use the base URL "http://localhost:3000/api"
the text "Order placed" should be visible
I am logged in as "alice" with password "secret"
I close the tab
the "Login" button should be displayed
I hover over the "Profile" menu
the element "#menu" should have the class "open"
the button "Submit" should be visible
I authenticate with username "admin" and password "secret"
no item in "users" should have a field "password"
the page should be accessible except ".ads"
the field "Search" should have the placeholder "Search..."
the page should not contain "Exception"
I switch to the tab "Invoice"
I take a screenshot
the page should meet WCAG 2.1 AA
I should see the message "Profile updated"
I move backward one page
the first item in the list should be "Milk"
the "Email" field should contain "alice@example.com"
I submit the form data to "/register":
the element ".banner" is not visible
the modal should be closed
I can see "My account"
I should see a dialog "Delete user"
I click "Edit" within "Billing address"
the downloaded file should be named "report.pdf"
the element "#status" should have the text "Active"
I wait up to 20 seconds for "Finished"
the title should contain "Checkout"
there should be no JavaScript errors
the button "Next" is enabled
I clear the "Search" field
a new tab should open
I focus the "Email" field
I freeze the clock at "2024-01-01T00:00:00Z"
my location is 52.52, 13.40
I am logged in with the role "manager"
I don't see "Delete"
I should see an image "Logo"
I should see a "Cancel" button
I am signed in as an administrator
"Loading" should not be visible
I verify that the page contains "Welcome"
I click "Save"
the form should contain:
the URL should not contain "error"
there should be no accessibility issues
I choose "Monthly"
I should see the field "Email"
I remove the authentication
I click the link "Read more"
I switch to the new tab
I open the URL "https://example.com"
I remember the current date as "today"
the value of the field "Quantity" should be "2"
the table should be sorted by "Date" descending
the page title should be "Home"
I tap on "Settings"
I deselect "Cheese" from "Toppings"
I go to "/cart"
I do not follow redirects
I see "Welcome back, Alice"
every item in "items" should have the property "price"
I check the accessibility of the page
I should see at least 1 ".result" element
I navigate to "/checkout"
the focus order should be:
I attach the file "avatar.png" to "Profile picture"
I wait 1 minute
I open the home page
I visit the login page
I visit the URL "https://example.com"
I go to the URL "/about"
I navigate to the URL "https://example.com/a"
I browse to "/cart"
I load the page "/cart"
I open a new tab
I access "/cart"
I am viewing "/cart"
I have opened "/cart"
I have navigated to "/cart"
the user is on the login page
the user visits the login page
I go back one page
I navigate back
I move forward one page
I go to the previous page
I return to the previous page
I refresh the browser
I reload the current page
I am still on "/cart"
I should land on "/cart"
I should be on the URL "https://a.b/c"
I should be navigated to "/x"
the current URL should be "/x"
the page URL should be "/x"
the URL should be "https://example.com/a"
the url should match "/orders/\\d+"
the URL should end with "/x"
the path should be "/x"
the URL should contain the parameter "page"
the page title is "Home"
the title should be "Home"
the title of the page should contain "Home"
I should see the title "Home"
I should see the page title "Home"
the page heading should be "Home"
the heading should be "Home"
the page should have the heading "Home"
the page should have a heading "Home"
I click on the "Save" icon
I click the "Save" button in the "Profile" form
I click the "Save" button inside the "Profile" section
I click the button labeled "Save"
I click the button with text "Save"
I click the button with the text "Save"
I click the link with text "More"
I click the element with text "More"
I click the element "#save"
I click on element "#save"
I click on ".save"
I click button "Save"
I click on link "More"
I press button "Save"
I select "Save" from the menu
I select the "Settings" menu item
I choose "Settings" from the "Account" menu
I expand the section "Advanced"
I expand "Advanced"
I collapse the "Advanced" section
I dismiss the alert
I confirm the dialog
I cancel the dialog
I double click the row "A"
I right-click on "Folder"
I hover "Menu"
I hover the mouse over "Menu"
I move the mouse to "Menu"
I hit the "Enter" key
I press the Enter key in the "Search" field
I press "Control+A"
I press the shortcut "Ctrl+S"
I press "Tab" 3 times
I press Tab
I press the "ArrowDown" key
I press the arrow down key
I tab to the "Email" field
I type "abc" into "Search"
I type "abc" into the "Search" box
I type "abc" in the search field
I enter "abc" into "Search"
I enter "abc" in the field "Search"
I enter "abc" as the "Name"
I enter "abc" for "Name"
I enter 5 in the "Quantity" field
I enter the text "abc" in the "Name" field
I input "abc" into "Name"
I write "abc" in "Name"
I set "Name" to "abc"
I set the field "Name" to "abc"
I set the value of "Name" to "abc"
I change "Name" to "abc"
I fill "Name" with "abc"
I fill in the field "Name" with "abc"
I fill the field "Name" with the value "abc"
I fill in "Name" with the value "abc"
I fill out the form:
I fill the form with the following data:
I fill in the "Login" form with:
I complete the form with:
I complete the "Name" field with "abc"
I clear the field "Name"
I paste "abc" into the "Name" field
the clipboard should contain "abc"
I submit the "Login" form
I submit the form "Login"
I upload the file "a.png" to "Avatar"
I upload "a.png" to the "Avatar" field
I upload the files "a.png" and "b.png" to "Photos"
I attach "a.png" to "Avatar"
I drop the file "a.png" onto "Upload"
I drag "a" onto "b"
I drag and drop "a" to "b"
I drag the "Task" card to the "Done" column
I select "France" from "Country"
I select "France" in "Country"
I select "France" in the "Country" dropdown
I select "France" from the "Country" dropdown
I select the option "France" from "Country"
I select the option "France" from the "Country" dropdown
I select the "France" option in the "Country" dropdown
I select the first option from "Country"
I select "A" and "B" from "Tags"
I select the following options from "Tags":
I choose the radio button "Card"
I choose the "Card" option
I select the "Card" radio button
I check "Terms"
I check the "Terms" box
I tick the "Terms" checkbox
I tick "Terms"
I untick "Terms"
I enable the "Dark mode" switch
I disable the "Dark mode" switch
I turn on "Dark mode"
I switch off "Dark mode"
I set the date "Birthday" to "2000-01-01"
I pick the date "2024-05-01" in "Start date"
I move the "Volume" slider to 70
the page has loaded
the page should be loaded
the page is loaded
I wait for the page to be loaded
I wait until "Done" is visible
I wait for the element "#x" to be visible
I wait for the "Save" button to be enabled
I wait for text "Done"
I wait 5 seconds for "Done"
I wait at most 5 seconds for "Done"
I wait for an alert
I should see text "Welcome"
I should see the text "Welcome" on the page
I should see "Welcome" on the page
I should see a message "Welcome"
I should see the success message "Saved"
I should see the error message "Required"
I should see an error "Required"
I should see the error "Required" for "Email"
I should see the error "Required" for the "Email" field
I should see the validation message "Required"
I should see a notification "Saved"
I should see the notification "Saved"
I should see a toast "Saved"
I should see the toast message "Saved"
I should see an alert "Saved"
I should see a button "Save"
I should see the button labeled "Save"
I should see the link "More"
I should see an image with alt text "Logo"
I should see an icon "Star"
I should see the "Name" field
I should see a field "Name"
I should see an input "Name"
I should see a dropdown "Country"
I should see the popup "Delete"
I should see the modal "Delete"
I should see a modal with the title "Delete"
I should see a dialog with the text "Sure?"
I should see a heading "Home"
I should see a table
I should see a list
I should see an element "#x"
I should see the element "#x"
I should see "Welcome" in the heading
I should see "Welcome" in the "Header" section
I should see "Welcome" in the header
I should see "Welcome" in the element "#x"
I should see "Welcome" in the "#x" element
I should see "Welcome" inside "Main"
I should see "A" or "B"
I should see all of the following:
I should see the following items:
I should see the following links:
I should see the following buttons:
I should see the following headings:
I should see the following fields:
I should see the following table:
I should see the table:
I should see 3 items
I should see 3 rows in the table
I should see 3 ".item" elements
I should see exactly 3 links
I should see only 3 items
I should see more than 3 items
I should see less than 3 items
I should see at least one "Delete" button
I should see one "Delete" button
I should see two "Delete" buttons
I should see "Foo" exactly 2 times
I should see "Foo" twice
I should see "Foo" once
I should see "Foo" before "Bar"
I should see "Foo" above "Bar"
I should not see "Foo"
I should not see the text "Foo"
I should not see the "Save" button
I should not see an error message
I should not see an alert
I must see "Foo"
I must not see "Foo"
I see the text "Foo"
I see a "Save" button
I do not see "Foo"
I can't see "Foo"
I cannot see "Foo"
I should be able to see "Foo"
I should find "Foo"
I should find the "Save" button
I expect to see "Foo"
I expect not to see "Foo"
I expect the title to be "Home"
I expect the page title to be "Home"
I expect the URL to contain "/x"
I expect the "Save" button to be visible
I expect the "Name" field to contain "Bob"
I expect the page to contain "x"
I verify that I see "Foo"
I verify that "Foo" is visible
I verify that the title is "Home"
I verify that the "Save" button is disabled
I check that the page contains "x"
I check that "Foo" is visible
I ensure that "Foo" is visible
I confirm that the page contains "x"
I assert that the page contains "x"
the page contains "Foo"
the page should contain "Foo"
the page should contain the text "Foo"
the page should include "Foo"
the page should show "Foo"
the page shows "Foo"
the page displays "Foo"
the page should display "Foo"
the page should have "Foo"
the page should not show "Foo"
the page should have the text "Foo"
the page should have 3 links
the page should have 3 images
the page should have a "Save" button
the page should have a link "More"
the page should contain a "Save" button
the page should contain the element "#x"
the page should have exactly one heading
the page should have one "h1" heading
the page should not have a "Save" button
the page should not contain the text "Foo"
the text "Foo" should appear
the text "Foo" should not appear
"Foo" should appear
"Foo" should be visible
"Foo" should appear within 5 seconds
"Foo" should disappear
"Foo" should be displayed
"Foo" is displayed
the message "Foo" should be shown
the message "Foo" is displayed
the message "Foo" should appear
the "Foo" message should be displayed
the error message should be "Foo"
the error message "Foo" should be displayed
an error message should be displayed
an error message should be shown
a success message should be shown
a success message should be displayed
a notification should appear
the notification "Saved" should appear
a message "Saved" should appear
a dialog should appear
the dialog should be open
the dialog should be visible
the dialog "Delete" should be closed
the dialog should disappear
the dialog should contain "Sure?"
a confirmation dialog should appear
an alert should appear
an alert with the text "Foo" should appear
the alert text should be "Foo"
the alert should contain "Foo"
the alert should be displayed
no alert should be displayed
the "Save" button should exist
the "Save" button should not exist
the "Save" button should be present
the "Save" button should not be present
the "Save" button should be visible
the "Save" button should be clickable
the "Save" button should have class "primary"
the "Save" button should have the text "Save"
the "Save" button should be focused
the focus should be on "Save"
the focus should be on the "Email" field
the focus is on the "Email" field
the focus should move to "Email"
the focus should not be on "Email"
the "Name" field is empty
the "Name" field should be empty
the "Name" field should contain "Bob"
the "Name" field should have value "Bob"
the "Name" field should have the value "Bob"
the "Name" input should have the value "Bob"
the value of "Name" should be "Bob"
the value of "Name" is "Bob"
the field "Name" should be empty
the field "Name" should contain "Bob"
the field "Name" should be visible
the field "Name" should be disabled
the field "Name" should be read-only
the "Name" field should be required
the "Name" field should be invalid
the "Name" field should be valid
the "Name" field should show the error "Required"
the "Name" field should have an error
the "Name" field should be marked as required
the "Name" field should be marked as invalid
the placeholder of "Name" should be "x"
the "Name" field should have the label "Name"
the "Terms" checkbox should be checked
the "Terms" checkbox is checked
the checkbox "Terms" is not checked
"Terms" should be checked
the radio button "Card" should be selected
the option "France" should be selected in "Country"
the option "France" should be selected
"France" should be selected
"Country" should have "France" selected
the selected option in "Country" should be "France"
the selected value of "Country" should be "France"
the "Country" dropdown should have 3 options
the "Country" dropdown should contain "France"
the "Country" dropdown should have the option "France"
the dropdown "Country" should have the following options:
the "Country" field should have "France" selected
the tab "Details" should be selected
the tab "Details" should be active
the "Details" tab is active
the link "More" should point to "/more"
the link "More" should have the URL "/more"
the link "More" should open in a new tab
the "More" link should have the href "/more"
the link "More" should link to "/more"
the image "Logo" should have the alt text "Logo"
the element "#x" should be visible
the element "#x" should exist
the element "#x" should not exist
the element "#x" should be hidden
the element "#x" should contain "Foo"
the element "#x" should contain text "Foo"
the element "#x" should contain the text "Foo"
the element "#x" should not contain "Foo"
the element "#x" should have text "Foo"
the element "#x" should have the attribute "a" with value "b"
the element "#x" should have attribute "a"
the attribute "href" of "More" should be "/more"
the "href" attribute of the link "More" should be "/more"
the element "#x" should have the CSS property "color" with value "red"
the "#x" element should be visible
the text of "#x" should be "Foo"
the text of the element "#x" should be "Foo"
the list should contain "Foo"
the list "A" should contain the items:
the list should be:
the list should contain:
the list should contain the following items:
the list "A" should have the following items:
the first item should be "Milk"
the first list item should be "Milk"
the last item of the list should be "Milk"
the list should be empty
the items should be sorted alphabetically
the table should contain 3 rows
the table should have the columns "A" and "B"
the table should have the columns:
the table should have the following rows:
the table should contain a row with "A"
the table should contain the row:
the table should be:
the table should look like:
the table should be empty
the table "Users" should contain the following rows:
the table "Users" should have a row with "Bob"
the "Name" column should contain "Bob"
the column "Name" should contain "Bob"
the row "Bob" should contain "Admin"
the first row should contain "Bob"
the table should be sorted by "Name" in ascending order
the table should be sorted by "Name"
there should be a link "More"
there should be no error messages
there should be exactly 3 items
there should be no errors in the console
there should be no console errors
the console should not have any errors
the console should be empty
I should see no errors
I scroll to "Foo"
I scroll down
I scroll to the top
I scroll down by 200 pixels
I scroll to the element "#x"
I scroll "Foo" into view
I set the window size to 800x600
I resize the window to 800x600
I resize the browser window to 800 by 600
the window size is 800x600
the viewport is 800x600
I set the viewport to 800x600
I maximise the browser window
I use a mobile device
I am using a mobile device
I use an "iPhone 13"
I am using an "iPhone 13"
I use dark mode
I enable dark mode
I prefer dark mode
the locale is "de-DE"
the browser locale is "de-DE"
the language is "de"
the timezone is "Europe/Berlin"
the time zone is "Europe/Berlin"
I set the timezone to "Europe/Berlin"
I set my location to 52.5, 13.4
I set the geolocation to 52.5, 13.4
my location is "52.5, 13.4"
I set the locale to "de-DE"
I set the language to "de"
I go online
I go back online
I am back online
the network is offline
the network is slow
I set the cookie "a" to "b"
I clear all cookies
I delete all cookies
I clear cookies
I should have a cookie "a"
I should not have a cookie "a"
I set the local storage item "a" to "b"
I set "a" to "b" in local storage
I clear local storage
I clear the local storage
I clear session storage
I remove "a" from local storage
I delete the local storage key "a"
the local storage should contain "a"
the local storage item "a" should be "b"
the local storage should have the key "a"
the local storage key "a" should not exist
session storage should have "a" with value "b"
local storage should not contain "a"
I execute JavaScript "x()"
I execute the JavaScript:
I run the script:
the date is "2024-01-01"
the current time is "2024-01-01T10:00:00Z"
the time is frozen at "2024-01-01T10:00:00Z"
I set the clock to "2024-01-01T10:00:00Z"
I set the time to "10:00"
I set the date to "2024-01-01"
the clock is set to "2024-01-01"
I advance time by 5 minutes
I advance the time by 1 hour
5 minutes pass
the file "a.pdf" should be downloaded
a file should be downloaded
a file named "a.pdf" should be downloaded
I download "a.pdf"
the download should start
I should have downloaded "a.pdf"
the downloaded file should contain "x"
the downloaded file "a.pdf" should exist
the downloaded file should not be empty
the name of the downloaded file should be "a.pdf"
I switch to the window "A"
I switch to the popup
I switch to the first tab
I switch to the main window
I close the window
I close the popup
a new window should open
a new tab should be opened
I switch to the iframe "A"
I switch to the iframe
I switch to the default content
I switch to the main page
I leave the frame
I accept the confirmation
I dismiss the confirmation
I dismiss the dialog
I dismiss the prompt
I answer the prompt with "x"
I enter "x" in the prompt
I enter "x" into the prompt and accept it
I accept the prompt with "x"
I confirm the alert
I take a screenshot of the page
I take a screenshot named "x"
I take a screenshot as "x"
I take a screenshot of the element "#x"
I remember the text of "#x" as "y"
I save the text of "#x" as "y"
I store the value of "Name" as "y"
I save the value of the field "Name" as "y"
I store the current URL as "y"
I remember the URL as "y"
I save the page title as "y"
I remember the number of rows as "y"
I copy "x" to the clipboard
the clipboard should be "x"
the page has no accessibility violations
the page should pass accessibility checks
the page should pass the accessibility audit
the page should pass WCAG 2.1 AA
the page should comply with WCAG 2.1 AA
the page should conform to WCAG 2.1 level AA
the page meets WCAG 2.1 AA
the page should not have accessibility violations
the page should not have any accessibility violations
there should be no critical accessibility violations
there should be no accessibility violations on the page
there should be no serious accessibility issues
the page is accessible
the form should be accessible
the dialog "Delete" should be accessible
the element "#main" should be accessible
the section "Main" should have no accessibility violations
the page should be accessible excluding ".ads"
the page should be accessible within "#main"
the page should be accessible ignoring "color-contrast"
the page should be accessible except for the rule "color-contrast"
I run an accessibility check
I run an accessibility audit
every image should have alt text
each image should have an alt text
all images should have alternative text
every form field should have a label
all fields should have a label
all buttons should have an accessible name
all links should have text
the page language should be "en"
the page should have the language "en"
the page should have lang "en"
the heading levels should be in order
the heading order should be correct
the page should have one h1
the page should have exactly one main heading
the page should have a skip link
the focus order should be "A", "B" and "C"
the tab order should be:
I should be able to reach the "Save" button by keyboard
I can reach "Save" using the keyboard
"Save" should be reachable by keyboard
the "Save" button should be reachable with the keyboard
the "Save" button should be keyboard accessible
the "Save" button should have an accessible name
the "Save" button should have the role "button"
the element "#x" should have role "button"
the element "#x" should have the accessible description "y"
the element "#x" should have the ARIA label "y"
the "Menu" button should have aria-expanded "true"
the "Menu" button should be expanded
the "Menu" button is collapsed
the "Menu" should be expanded
the text contrast should be sufficient
I am logged in as admin
I am logged in as a user
I am logged in as user "alice"
I am logged in as the user "alice"
I am logged in as "alice@example.com"
I am logged in as "alice" with the password "secret"
I am signed in
I am signed in as "alice"
I am not signed in
I am logged out
I am signed out
I log in
I log in as "alice"
I log in with username "alice" and password "secret"
I log in with "alice" and "secret"
I sign in as "alice" with password "secret"
I sign in with email "a@b.c" and password "secret"
I sign in with the username "alice" and the password "secret"
the user is logged in as an admin
the user logs out
Alice is logged in
Alice signs out
I should be signed in
I should be signed out
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
the response should answer within 300 ms
the response time should be below 300 ms
the response time should be smaller than 300 ms
the endpoint should respond in under 200 milliseconds
I get a response in less than 300 ms
I should get an answer within 300 ms
Alice's response should arrive within 300 ms
95 % of 200 searches should answer within 150 ms
95% of 200 searches should answer within 150 ms, 10 at once
at least 99.5 percent of 1000 requests should take less than 1 s
all 50 requests should answer within 1 s
all of the 50 page views, 10 at a time, should be below 2 seconds
the p95 of 200 searches should be below 300 ms
the page should be loaded within 2 seconds
the page loads within 2 s
I should be on the home page within 2 s
I should see "Emma" 3 times within 2 s
within 2 seconds I should not see "Emma"
within 2 seconds the page should contain "Emma"
within 2 seconds the dialog should be closed
the dialog should disappear within 2 s
I should see the error "Email is required" within 500 ms
the "Save" button should be enabled within 2 s
`
  .trim()
  .split("\n");
