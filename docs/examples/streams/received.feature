Feature: Looking at what was received
  "The message" is the one that was expected last; before any was, the oldest there is. "The last message" is the one that
  came last, expected or not, and is waited for. A part of it is named by a path, as in a response.

  Background:
    Given I am connected to the WebSocket "/live"
    And I send the message:
      """
      { "type": "watch", "book": 2 }
      """

  Scenario: One message, several questions
    When I should receive a message containing "watching"
    Then the message should contain "Emma"
    And the message field "book" should be 2
    And the message should match JSON:
      """
      { "type": "watching" }
      """

  Scenario: The last message is waited for
    Then the last message should contain "price"
    And the last message field "price" should be 7
    And the last WebSocket message should match JSON:
      """
      { "type": "price", "book": 2 }
      """

  Scenario: A part of a message is remembered
    When I should receive a message containing "watching"
    And I remember the message field "title" as "title"
    And I remember the message as "whole"
    Then {{title}} should be "Emma"
    And {{whole.book}} should be 2
