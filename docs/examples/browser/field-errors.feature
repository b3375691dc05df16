Feature: Errors of fields

  What a page says is wrong with what was entered. The error of a field is the one that the page connects with it
  (`aria-errormessage`, or `aria-describedby` of an invalid field), else the browser's own.

  Scenario: An error comes and goes with what was entered
    Given I am on "/delivery"
    When I fill in "Email" with "nobody"
    And I leave the "Email" field
    Then the field "Email" should show the error "That is no address"
    And the error message of "Email" should contain "no address"
    And the "Email" field should be invalid
    When I fill in "Email" with "ada@example.com"
    And I leave "Email"
    Then the "Email" field should show no error

  Scenario: A wrong field shows its error
    Given I am on "/delivery"
    When I fill in "Email" with "nobody"
    And I leave the "Email" field
    Then I should see the validation error "no address" for "Email"
    And I should see a validation error for "Email"
    And the "Email" field should have an error
