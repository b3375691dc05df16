Feature: How many there are

  Things that can be seen are counted; a place narrows it down to a part of the page.

  Scenario: Counting what is seen
    Given I am on "/stock"
    Then I should see 3 "Edit" links
    And I should see exactly 3 items in the list "Shelves"
    And I should only see 1 table
    And I should see at least 3 rows in the table "Stock"
    And I should see at most 4 rows in the table "Stock"
    And I should see more than 2 items
    And I should see fewer than 5 items
    And I should see no dialogs
    And the number of "Edit" links should be at least 3

  Scenario: Saying what there is
    Given I am on "/stock"
    Then there should be 1 table
    And there should be at least 1 list
    And there should be at most 9 links in the main content
    And there should be more than 2 items in the list "Shelves"
    And there should be fewer than 9 items in the list "Shelves"
    And there should be no alerts
    And there should be a heading "Shelves"
    And there should not be a "Delete" button

  Scenario: What a page has is counted as well
    Given I am on "/stock"
    Then the page should have exactly one "h1" heading
    And the page should have exactly one h1
    And there should be at least two rows
    And I should see "Open orders" once
    And I should see "€" at least 2 times

  Scenario: Things come one by one
    Given I am on "/stock"
    When I wait until there are at least two rows
    Then there should be at least two rows
