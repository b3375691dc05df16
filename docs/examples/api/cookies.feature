Feature: Cookies of the API
  Cookies are kept as a browser keeps them, for each actor. What a response sets is looked at with its attributes.

  Scenario: An actor has cookies
    Given I have the cookie "wish" with the value "Emma"
    When I send a GET request to "/api/wishes"
    Then the response "wish" should be "Emma"
    And I should have a cookie "wish"
    And the cookie "wish" of Alice should not exist
    When I delete the API cookie "wish"
    Then I should not have a cookie "wish"
    When I set the cookie "wish" to "Odyssey"
    And I clear all API cookies
    And I send a GET request to "/api/wishes"
    Then the response "wish" should be null

  Scenario: A response sets a cookie
    When I send a GET request to "/api/theme"
    Then the response should set the cookie "theme"
    And the response should not set a cookie "session"
    And the response cookie "theme" should be "dark"
    And the cookie "theme" should be HttpOnly
    And the cookie "theme" should be Secure
    And the cookie "theme" should expire in 1 hour
    And the response cookie "theme" should have the attributes:
      | SameSite | Lax |
      | Path     | /   |

  Scenario: What an actor has after an answer
    When I send a GET request to "/api/theme"
    Then the cookie "theme" should be "dark"
    And the cookie "session" should not exist

  Scenario: One attribute, and a cookie for a request
    When I send a GET request to "/api/theme"
    Then the cookie "theme" should have the attribute "SameSite" with value "Lax"
    And the response cookie "theme" should have the attribute "HttpOnly"
    When I save the cookie "theme" from the response as "theme"
    And I send a GET request to "/api/theme" with the cookie "theme" set to "{{theme}}"
    Then I should have a cookie "theme"
