Feature: Filling in forms

  A field is named by its label, its placeholder, or what a screen reader calls it. `the field "Email"` and
  `the "Email" field` mean the same, and so does `"Email"` alone.

  Scenario: One field after the other
    Given I am on "/delivery"
    When I fill in "Email" with "ada@example.com"
    And I enter "bob@example.com" into the "Email" field
    And I fill in "carol@example.com" for "Email"
    And I set the "Email" field to "dora@example.com"
    And I set the value of "Email" to "eve@example.com"
    Then the "Email" field should be "eve@example.com"
    When I clear "Email"
    And I leave "Email" empty
    Then the "Email" field should be empty
    When I focus on "Email"
    And I leave "Email"
    Then the alert should say "That is no address"

  Scenario: A whole form
    Given I am on "/sign-in"
    When I fill in the following:
      | Email    | ada@example.com |
      | Password | wrong           |
    And I press Enter in the "Password" field
    Then I should see the alert "Email or password is wrong"
    When I fill in the form with:
      | Email    | ada@example.com       |
      | Password | correct horse battery |
    And I submit the form
    Then I should be on "/account"

  Scenario: Fields of the same name in two parts of a form
    Given I am on "/delivery"
    When I fill in the "Billing" section with:
      | Street | Main Road 1 |
    And I fill in "Street" in the "Shipping" section with "High Street 2"
    Then the "Street" field in the "Billing" section should be "Main Road 1"
    And the "Street" field in the "Shipping" section should be "High Street 2"

  Scenario: An order
    Given I am on "/books/1"
    When I fill in "Quantity" with "2"
    And I select "Hardback" from "Format"
    And I choose "In the shop"
    And I check "Gift wrapping"
    And I enter "Happy birthday" into the "Note" field
    And I attach the file "files/note.txt" to "Letter"
    And I press "Order"
    Then I should see "2 × Hardback, to collect"
    And I should see "We wrap it as a gift."
    And I should see "Happy birthday"

  Scenario: A value in a place, and other verbs
    Given I am on "/delivery"
    When I fill in "Street" with "Main Road 1" within "Billing"
    And I change "Email" to "ada@example.com"
    And I enter the following details:
      | Email | eve@example.com |
    Then the "Email" field should contain "eve@example.com"
    When the "Email" field loses focus
    Then I should not see "no address"

  Scenario: A long text stands below the sentence, and Enter sends it off
    Given I am on "/delivery"
    When I fill in the first "Street" field with:
      """
      Main Road 1
      """
    And I enter "eve@example.com" into "Email" and press Tab
    And I fill in "Email" with:
      """
      ada@example.com
      """
    Then the first "Street" field should contain "Main Road 1"
    And the "Email" field should contain "ada@example.com"
