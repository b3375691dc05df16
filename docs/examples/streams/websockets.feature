Feature: Opening and closing WebSockets
  A WebSocket is opened by an actor, below the address of the API (`apiUrl`, else `baseUrl`), with the actor's cookies,
  authorisation and headers. Several are told apart by a name: `as "prices"`. Whatever is open at the end of the scenario
  is closed then. `tls` of the environment counts here too.

  Scenario: A customer connects and leaves
    When I connect to the WebSocket "/live"
    Then the connection should stay open within 200 ms
    When I close the WebSocket connection
    Then the connection should be closed

  Scenario: The session goes along
    Given I send a POST request to "/api/sessions" with JSON:
      | email    | ada@example.com       |
      | password | correct horse battery |
    When I connect to the WebSocket "/account/live"
    Then I should receive a message containing "ada@example.com"

  Scenario: A stranger is refused
    When I try to connect to the WebSocket "/account/live"
    Then the connection should be refused with status 401
    And the connection should fail
    And Bob should not be able to connect to the WebSocket "/account/live"

  Scenario: A sub-protocol is agreed on
    When Alice opens a WebSocket connection to "/live" as "prices"
    And I connect to the WebSocket "/live" with sub-protocol "prices.v1"
    Then the WebSocket sub-protocol should be "prices.v1"

  Scenario: The shop closes the connection on nonsense
    Given I am connected to the WebSocket "/live"
    When I send the message "What is this?"
    Then the connection should be closed with code 1008 and reason "Only JSON is understood here"
    And the connection should be closed by the server
    And the server should close the connection

  Scenario: Headers of the handshake
    When I connect to the WebSocket "/account/live" with headers:
      | authorization | ApiKey shop-key-123 |
    Then I should receive a message within 2 seconds
    When I open a WebSocket connection to "/live" with the token "eyJhbGciOi"
    Then the connection should be open within 100 ms
    When I disconnect
    And I connect to the WebSocket "/live"
    When I close the WebSocket with code 4000 and reason "Done"
    Then the connection should be closed with code 4000

  Scenario: A reason is not needed
    Given I am connected to the WebSocket "/live"
    When I close the WebSocket with code 4001
    Then the connection should be closed with code 4001
