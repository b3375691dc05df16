Feature: Filling in forms

  Scenario: Filling in forms, 1
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

  Scenario: Filling in forms, 2
    Given I am on "/sign-in"
    When I fill in the following:
      | Email    | ada@example.com |
      | Password | wrong           |
    And I press Enter in the "Password" field
    Then I should see the alert "Email or password is wrong"
    When I fill in "Email" with "ada@example.com"
    And I clear "Email"
    Then the "Email" field should be empty
