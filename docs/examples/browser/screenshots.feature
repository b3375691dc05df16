Feature: Screenshots

  The picture goes into the report. Passwords are covered in it; nothing else can be, so take none where a page shows
  secrets.

  Scenario: Pictures for the report
    Given I am on "/"
    When I take a screenshot
    And I take a screenshot named "all books"
    And I take a screenshot of the whole page
    And I take a screenshot of the table "Books"
    Then I should see the heading "Books"

  Scenario: The full page in other words
    Given I am on "/reading"
    When I take a full page screenshot
    Then the page should be loaded
