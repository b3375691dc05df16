Feature: Scrolling

  Clicking scrolls by itself. These phrases are for pages that do something when they are scrolled, or that must show
  something without it.

  Scenario: The page is scrolled
    Given I am on "/reading"
    Then I should see "Like" in the window
    And I should see the heading "Reading" without scrolling
    And I should not see the link "Imprint" in the viewport
    When I scroll to the bottom of the page
    Then I should see the link "Imprint" in the viewport
    When I scroll to the top
    And I scroll down by 500 pixels
    Then I should not see "Like" in the window
    When I scroll up 500 pixels
    And I scroll down
    And I scroll up
    Then I should see "Like" in the window
    When I scroll to the link "Imprint"
    And I scroll the "Like" button into view
    Then I should see "Like" in the window

  Scenario: A part of the page is scrolled
    Given I am on "/reading"
    When I scroll to the bottom of the region "Text"
    And I scroll to the top of the region "Text"
    Then I should see "Line 1" in the region "Text"
