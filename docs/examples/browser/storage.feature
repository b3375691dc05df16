Feature: What a page keeps in the browser

  Local and session storage belong to the page in front, so one must be open; what pages of other addresses keep stays.
  "Is set to" sets an item after Given and When, and demands it after Then.

  Scenario: A page keeps what was chosen
    Given I am on "/settings"
    And the local storage item "theme" is set to "light"
    When I press "Keep"
    Then the local storage item "theme" should be "sepia"
    And the session storage "visits" should equal "1"
    When I remember the local storage item "theme" as "theme"
    And I set the local storage item "theme" to "dark"
    And I set "theme" to "{{theme}}" in session storage
    And I remove the session storage item "visits"
    Then the session storage "visits" should not exist
    When I clear the local storage
    Then the local storage item "theme" should not exist

  Scenario: What is kept, and what is not
    Given I am on "/settings"
    When I press "Keep"
    Then local storage should contain "theme"
    And the local storage should have the key "theme" with the value "sepia"
    And the session storage should not contain "cart"
    When I remove "theme" from local storage
    Then local storage should not contain "theme"

  Scenario: All of it is cleared
    Given I am on "/settings"
    When I press "Keep"
    And I clear the browser storage
    Then local storage should not contain "theme"
