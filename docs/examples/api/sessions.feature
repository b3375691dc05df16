Feature: Who an actor is to the API

  Scenario: Who an actor is to the API, 1
    Given I remember the following values:
      | password | correct horse battery |
    And I authenticate as "ada@example.com" with the password "{{password}}"
    When I send a GET request to "/api/account"
    Then the response "email" should be "ada@example.com"
    Given I use the authorisation scheme "ApiKey" with "shop-key-123"
    When I send a GET request to "/api/account"
    Then the request should succeed
    Given I use no authorisation
    When I send a GET request to "/api/account"
    Then the response status should be 401

  Scenario: Who an actor is to the API, 2
    When I send a POST request to "/api/sessions" with JSON:
      | email    | ada@example.com       |
      | password | correct horse battery |
    Then I should have a cookie "session"
    And I remember the response field "token" as "token"
    When the script uses the bearer token "{{token}}"
    And the script sends a GET request to "/api/account"
    Then the script should receive a 200 response
    But the script should not have a cookie "session"
