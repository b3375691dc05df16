Feature: Expecting messages and events
  Each of these sentences waits (five seconds where it names no time, `timeouts.expectMs`) and takes the oldest message
  that fits. Messages that nobody expected stay for later sentences: those that do not matter need not be mentioned, and
  "should not receive any message" is about them too, until they are ignored. A sentence that nothing arrives waits for
  one second where it names no time. JSON matches in part, with the placeholders of [checks](checks.md). All of it holds
  for `event` as for `message`: then it is about server-sent events.

  Background:
    Given I am connected to the WebSocket "/live"
    And I send the message:
      """
      { "type": "watch", "book": 2 }
      """

  Scenario: Messages are expected in any order
    Then I should receive a message within 5 seconds
    And I should receive a message containing "price" within 5 seconds
    And I should not receive any message within 300 ms

  Scenario: What a message says
    Then I should receive a message matching JSON:
      """
      { "type": "price", "book": 2, "price": "#number" }
      """
    And I should receive a message whose field "title" should be "Emma"
    And I should have received at least 2 WebSocket messages

  Scenario: Fields and texts
    Then I should receive a message with "type" equal to "watching"
    And I should receive a message that contains "price"
    And I should receive no message matching /error/i within 200 ms

  Scenario: Messages are counted
    Then I should receive 2 messages
    And I should have received 2 messages
    And I should not receive any message containing "Middlemarch" within 100 ms

  Scenario: What does not matter is ignored
    Given I should have received 2 messages
    When I ignore the messages so far
    And I send the message "ping"
    Then I should receive a message that equals "pong"
