Feature: What must be seen

  Only what a person can see counts, and every sentence waits until it is so (`timeouts.expectMs`, or the time that the
  sentence gives). A place narrows it down: `in the row "Emma"`, `within the "Basket" section`, `in the dialog`.

  Scenario: Texts and things
    Given I am on "/"
    Then I should see "Middlemarch"
    And I should see the heading "Books"
    And I should not see "War and Peace"
    And I should no longer see "War and Peace"
    And I don't see the dialog
    And I do not see an alert
    And I see "Emma" in the table "Books"
    And I should see "7.00 €" in the row "Emma"
    And I should see "Emma" within 2 seconds
    And I should not see "War and Peace" within 2 seconds
    And the page should contain "The Odyssey"

  Scenario: Several at once
    Given I am on "/stock"
    Then I should see "Emma", "Middlemarch" and "The Odyssey"
    And I should see "Epics" and "Poems" in the list "Shelves"
    And I should not see "War and Peace" or "Ulysses"
    And I should see the following:
      | Emma  |
      | Homer |
    And I should not see any of the following:
      | Ulysses |
    And I should see the following in this order:
      | Emma        |
      | Middlemarch |
      | Shelves     |
    And "Emma" should come before "Middlemarch"
    And "Shelves" should appear after "Middlemarch"
    And I should see "Emma" above "Shelves"
    And I should see "Shelves" below "Emma"

  Scenario: What is entered in a field
    Given I am on "/books/1"
    Then I should see "1" in the "Quantity" field
    And I should not see "2" in the "Quantity" field

  Scenario: What comes and goes
    When I send a POST request to "/api/sessions" with JSON:
      | email    | ada@example.com       |
      | password | correct horse battery |
    And I take the API session to the browser
    And I open "/account"
    Then I should see "Signed in as ada@example.com"
    When I press "Delete account"
    And I wait for "Everything will be lost."
    And I wait up to 2 seconds for "Keep it"
    And I wait until I see the dialog
    And I wait until "Keep it" appears
    And I wait until the "Keep it" button is enabled
    Then I should see the dialog "Delete account"
    When I press "Keep it" in the dialog "Delete account"
    And I wait for "Everything will be lost." to disappear
    And I wait until the dialog disappears
    Then the dialog should be closed

  Scenario: Pages, not people, show things
    Given I am on "/stock"
    Then the page should show "Shelves"
    And the page should not display "Sold out"
    And the page should have a link "Sort by price"
    And the page should not contain the heading "Lost"
    And "Shelves" should appear within 5 seconds
    And "Loading" should disappear
    And I should see text matching "[0-9]+\\.[0-9]{2} €"
    And I should not see text matching "Exception"
    And I should see the following links:
      | Sort by price |
    When I wait for the link "Sort by price" to be visible
    And I wait until I no longer see "Loading"
    Then I must not see the following buttons:
      | Delete |

  Scenario: What comes in time
    Given I am on "/"
    Then within 5 seconds I should see "Emma"
    And eventually I should see the heading "Books"
    When I wait up to 5 seconds until I see "Emma"
    And I wait to see "Emma"
    And Alice visits "/"
    And Alice waits until she sees "Emma"
    Then Alice should see "Emma"
