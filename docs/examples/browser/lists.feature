Feature: Lists and options

  What a list or a dropdown holds. "Contain" allows more than is named, "exactly" does not and keeps the order.

  Scenario: The items of a list
    Given I am on "/stock"
    Then the list "Shelves" should contain the items:
      | Novels |
      | Epics  |
    And the list "Shelves" should have exactly the items:
      | Epics  |
      | Novels |
      | Poems  |
    And the list "Shelves" should show the items in this order:
      | Epics |
      | Poems |
    And the items of the list "Shelves" should be:
      | Epics  |
      | Novels |
      | Poems  |
    And the list "Shelves" should list the items "Epics" and "Poems"
    And the list "Shelves" should not show the item "Comics"
    And the list "Shelves" should have 3 items
    And the list "Shelves" should be sorted alphabetically
    And the list "Shelves" should be sorted in ascending order

  Scenario: The options of a field
    Given I am on "/delivery"
    Then the options of "Country" should be:
      | Germany |
      | France  |
      | Peru    |
    And the "Country" field should offer the options:
      | Peru |
    And the "Speed" dropdown should have the options "Normal" and "Express"
    And the options of "Speed" should include "Express"
    And the field "Speed" should not have the option "Yesterday"
    And the selected option of "Speed" should be "Normal"
    When I select "Express" from "Speed"
    Then "Express" should be selected in "Speed"

  Scenario: What a field offers and has
    Given I am on "/delivery"
    Then the "Speed" dropdown should have 2 options
    And I should see the following options in "Speed":
      | Normal  |
      | Express |
    And "Speed" should have "Normal" selected
