Feature: Cookies of the browser

  These are the cookies of the actor's pages. The API session has its own; "I take the API session to the browser"
  carries them over.

  Scenario: Cookies are set, seen and removed
    Given I have a browser cookie "language" with value "de"
    And I am on "/settings"
    When I press "Keep"
    Then the browser cookie "currency" should be "EUR"
    And I should have the browser cookie "language"
    When I set the browser cookie "currency" to "USD"
    And I delete the browser cookie "language"
    Then I should not have the browser cookie "language"
    When I clear the browser cookies
    Then the browser cookie "currency" should not exist

  Scenario: Of which session a cookie is says the scenario
    Given I am on "/settings"
    When I press "Keep"
    Then the cookie "currency" should be "EUR"
    When I remember the browser cookie "currency" as "money"
    Then "{{money}}" should be "EUR"
    When I delete the cookie "currency"
    Then the cookie "currency" should not exist
