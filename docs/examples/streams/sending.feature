Feature: Sending over a WebSocket
  A quoted text and a doc string are sent as they stand, with their `{{names}}` replaced; a table becomes JSON. With
  several connections the name says over which.

  Background:
    Given I am connected to the WebSocket "/live"

  Scenario: A text is sent
    When I send the message "ping"
    Then I should receive the message "pong"
    When I send "ping" over the WebSocket
    Then I should receive a message "pong"

  Scenario: JSON is sent
    When I send the message:
      """
      { "type": "watch", "book": 2 }
      """
    Then I should receive a message containing "watching"
    When I send a JSON message with:
      | type | watch |
      | book | 3     |
    Then I should receive a message containing "The Odyssey"

  Scenario: A file is sent
    Given a file "messages/watch.json" with:
      """
      { "type": "watch", "book": 2 }
      """
    When I send the file "messages/watch.json" to the WebSocket
    Then I should receive a message with "title" equal to "Emma"

  Scenario: Two connections are told apart
    Given I connect to the WebSocket "/live" as "second"
    When I send the message "ping" over "second"
    Then I should receive a message "pong" within 2 seconds
