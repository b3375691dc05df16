Feature: Who an actor is to the API
  Authorisation stays with the actor until it is changed. A real secret belongs into the environment:
  `"{{env.SHOP_PASSWORD}}"` reads it, and keeps it out of all output. What is written in a feature file is as public as
  the file.

  Scenario: A password
    Given I remember the following values:
      | password | correct horse battery |
    And I authenticate as "ada@example.com" with the password "{{password}}"
    When I send a GET request to "/api/account"
    Then the response "email" should be "ada@example.com"
    Given Alice uses basic auth with user "ada@example.com" and password "{{password}}"
    When Alice sends a GET request to "/api/account"
    Then Alice's response status should be 200
    Given Bob is authenticated with basic auth with user "ada@example.com" and password "{{password}}"
    When Bob sends a GET request to "/api/account"
    Then Bob's response status should be 200

  Scenario: A token
    When I send a POST request to "/api/sessions" with JSON:
      | email    | ada@example.com       |
      | password | correct horse battery |
    And I remember the response field "token" as "token"
    And the script uses the bearer token "{{token}}"
    And the script sends a GET request to "/api/account"
    Then the script should receive a 200 response
    Given Alice is authenticated with the token "{{token}}"
    When Alice sends a GET request to "/api/account"
    Then Alice's response status should be 200
    Given Alice is not authenticated
    When Alice sends a GET request to "/api/account"
    Then Alice's response status should be 401

  Scenario: A key, or another scheme
    Given I use the authorisation scheme "ApiKey" with "shop-key-123"
    When I send a GET request to "/api/account"
    Then the request should succeed
    Given I use no authorisation
    When I send a GET request to "/api/account"
    Then the response status should be 401
    Given I use the API key "k-1" in the header "x-shop-key"
    When I send a GET request to "/api/wishes"
    Then the response "key" should be "k-1"
    Given Bob is authenticated with the API key "k-2" in the header "x-shop-key"
    When Bob sends a GET request to "/api/wishes"
    Then the response "key" should be "k-2"
    Given the script uses the API key "k-3"
    And the robot is authenticated with the API key "k-4"
    When the script sends a GET request to "/api/wishes"
    Then the response "key" should be null

  Scenario: Page and API share a session
    When I send a POST request to "/api/sessions" with JSON:
      | email    | ada@example.com       |
      | password | correct horse battery |
    And I take the API session to the browser
    And I open "/account"
    Then I should see "Signed in as ada@example.com"
    When I take the browser session to the API
    And I send a GET request to "/api/account"
    Then the response status should be 200
