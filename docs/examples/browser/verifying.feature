Feature: Verifying and expecting

  Other words for what must be: "I verify that …", "I check that …", "I expect … to …". They say the same as the sentences
  with "should".

  Scenario: Somebody verifies
    Given I am on "/delivery"
    Then I verify that the page contains "Billing"
    And I verify that the "Send" button is enabled
    And I check that the title is "Delivery · Bookshop"
    And I confirm that the URL contains "/delivery"
    And I make sure that I can see "Shipping"

  Scenario: Somebody expects
    Given I am on "/delivery"
    Then I expect the page title to be "Delivery · Bookshop"
    And I expect the "Email" field to be empty
    And I expect the "Send" button to be enabled
    And I expect to see "Shipping"
    And I expect not to see "Sold out"
    And the "Speed" field should eventually contain "Normal"
