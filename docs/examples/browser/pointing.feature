Feature: Pointing at things

  Scenario: Pointing at things, 1
    Given I am on "/"
    When I press "Add" in the row "Emma"
    Then I should see "Emma is in the basket"
    When I press the first "Add" button
    Then I should see "Middlemarch is in the basket"
    When I click the link "Books" in the navigation
    And I hover over the link "Emma"
    And I click on "css=tbody tr:nth-child(3) a"
    Then I should see the heading "The Odyssey"
