Feature: Listening to server-sent events
  An event stream is opened like a WebSocket: below the API's address, with the actor's session. It is not opened again
  when it ends. Events without a name are called `message`.

  Scenario: Events arrive by name
    When I listen to the events at "/api/events"
    Then I should receive the event "price" within 5 seconds
    And the event data should contain "7"
    And the event field "book" should be 2
    And the event id should be "1"
    And I should receive the event "stock" with data containing "left"
    And I should receive an event "message" with data "The shop is open"
    And I should not receive any event within 200 ms

  Scenario: Data is JSON
    Given I am subscribed to the event stream "/api/events" as "shop"
    Then I should receive the event "stock" with JSON:
      """
      { "left": 3 }
      """
    And the event name should be "stock"
    And the event should have the id "2"
    When I remember the event data field "book" as "book"
    Then {{book}} should be 1
    When I stop listening
    Then the event stream should be closed

  Scenario: A stream that ends
    When I subscribe to the events at "/api/events?once"
    Then I should receive 3 events
    And the event stream should end within 2 seconds
