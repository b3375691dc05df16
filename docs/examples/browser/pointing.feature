Feature: Pointing at things

  A thing is named as a person would: a name alone, a name with its kind, an ordinal, and where it stands. Where several
  match, the failure lists each with its place and says how to name one. `css=…` between the quotes is a selector.

  Scenario: Pressing, clicking and following
    Given I am on "/"
    When I press "Add" in the row "Emma"
    Then I should see "Emma is in the basket"
    When I press the first "Add" button
    Then I should see "Middlemarch is in the basket"
    When I press the last "Add"
    Then the status message should be "The Odyssey is in the basket"
    When I click the link "Books" in the navigation
    And I hover over the link "Emma"
    And I point at "Emma"
    And I double-click the text "7.00 €"
    And I right-click the row "Emma"
    And I click on "css=tbody tr:nth-child(3) a"
    Then I should see the heading "The Odyssey"
    When I follow "Books"
    Then I should be on the homepage

  Scenario: Keys
    Given I am on "/"
    When I fill in "Search" with "Emma"
    And I press Tab
    And I press the "Tab" key
    And I press Enter in "Search"
    Then I should see 1 "Add" button
    When I fill in "Search" with "Odyssey"
    And I press "Enter" in the "Search" field
    Then I should see "The Odyssey"

  Scenario: Sections that open and close
    Given I am on "/shelves"
    When I expand "Advanced"
    Then the "Advanced" button should be expanded
    And I should see "Sort by year"
    When I collapse "Advanced"
    Then the "Advanced" button should be collapsed

  Scenario: From one field to another with the keyboard
    Given I am on "/delivery"
    When I tab to the "Email" field
    Then the focus should be on "Email"

  Scenario: The mouse does more than click
    Given I am on "/"
    When I move the mouse over the link "Emma"
    And I double click on the heading "Books"
    And I right click on the heading "Books"
    Then I should see the heading "Books"
