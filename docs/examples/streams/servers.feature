Feature: A WebSocket server for the product
  For products that listen to somebody else's feed: a server that a sentence starts on this machine, gone with the
  scenario. Its address is remembered under its name (`{{feed.url}}`, `{{feed.host}}`, `{{feed.port}}`). It takes whoever
  comes; what it sends goes to all that are connected, and it waits for the first.

  Scenario: The shop takes over a supplier's prices
    Given a WebSocket server as "feed"
    When I send a POST request to "/api/suppliers" with JSON:
      | feed | {{feed.url}} |
    Then the server "feed" should receive a message containing "hello" within 5 seconds
    And the server "feed" should have 1 client
    When the server "feed" sends:
      """
      { "book": 2, "price": 6 }
      """
    Then the server "feed" should receive a message matching JSON:
      """
      { "type": "thanks", "book": "#number" }
      """
    And the message field "book" should be 2
    And the server "feed" should not receive any message within 200 ms
    And I send a GET request to "/api/suppliers/prices"
    And the response "2" should be 6
    When the server "feed" sends '{ "book": 3, "price": 5 }'
    Then the server "feed" should receive a message containing "thanks"
    When the server "feed" closes the connection with code 1001
    Then the server "feed" should have 0 clients

  Scenario: The supplier hangs up
    Given a WebSocket server named "ticker"
    When I send a POST request to "/api/suppliers" with JSON:
      | feed | {{ticker.url}} |
    Then the server "ticker" should have 1 client
    When the server "ticker" closes the connection
    Then the server "ticker" should have 0 clients
