Feature: Tabs and windows

  What a click or a key opens comes to the front, as it does for a person; what a page opens by itself stays behind, and
  a failure tells of it. Switching says on which tab the following steps are. A popup window is a tab like any other.

  Scenario: A link opens a tab of its own
    Given I am on "/help"
    When I follow "Terms"
    Then a new tab should open
    And I should have 2 tabs open
    When I switch to the new tab
    Then I should see the heading "Terms"
    When I switch back to the original tab
    Then I should see the heading "Help"
    When I switch to the tab "Terms"
    And I close the tab
    Then I should see the heading "Help"
    And 1 tab should be open

  Scenario: A popup closes itself
    Given I am on "/help"
    When I press "Chat"
    Then a new window should open
    When I switch to the popup
    And I press "Bye"
    Then the new window should close
    And I should be on "/help"

  Scenario: Two pages are used side by side
    Given I am on "/help"
    Then no new tab should have opened
    When I open "/" in a new tab
    Then I should see the heading "Books"
    When I switch to tab 1
    Then I should be on "/help"
    When I open a new tab
    And I open "/account"
    And I switch to the "Books" tab
    Then I should see the table "Books"
    When I go back to the previous tab
    Then I should be on "/sign-in"

  Scenario: Tabs are counted, and have titles
    Given I am on "/help"
    When I click "Terms"
    And I switch to the new tab
    Then there should be 2 tabs open
    And the new tab should have the title "Terms · Bookshop"

  Scenario: A new tab is known by its address
    Given I am on "/help"
    When I click "Terms"
    Then a new tab should be opened with the URL "/help/terms"
    And I should be on "/help/terms"
