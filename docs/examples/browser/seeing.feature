Feature: What must be seen

  Scenario: What must be seen, 1
    Given I am on "/"
    Then I should see "Middlemarch"
    And I should see the heading "Books"
    And I should not see "War and Peace"
    And I should see 3 "Add" buttons
    And the number of "Add" buttons should be at least 3
    And the page should contain "The Odyssey"
    And the row "Emma" should contain "7.00 €"
    When I go to "/books/1"
    Then the "Quantity" field should be "1"
    And the "Quantity" field should be required
    And the value of "Format" should be "Paperback"
    And the "Order" button should be enabled
    And the checkbox "Gift wrapping" should not be checked
    And the attribute "placeholder" of the "Note" field should contain "card"
    And I should see the image "Cover of Middlemarch"

  Scenario: What must be seen, 2
    When I send a POST request to "/api/sessions" with JSON:
      | email    | ada@example.com       |
      | password | correct horse battery |
    And I take the API session to the browser
    And I open "/account"
    Then I should see "Signed in as ada@example.com"
    When I press "Delete account"
    Then I should see the dialog "Delete account"
    When I press "Keep it" in the dialog "Delete account"
    And I wait for "Everything will be lost." to disappear
    Then I should not see the dialog "Delete account"
