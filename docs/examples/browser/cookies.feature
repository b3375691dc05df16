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
