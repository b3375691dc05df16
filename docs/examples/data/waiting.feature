Feature: Waiting

  The last resort: it is too long on a fast day and too short on a slow one. Phrases about pages wait by themselves for
  what they name, and requests can be sent "until" something is true. A step waits no longer than `timeouts.stepMs`.

  Scenario: Time passes
    Given I remember {{now}} as "before"
    When I wait 20 milliseconds
    And I wait for 0.01 seconds
    And 10 ms pass
    Then {{before}} should be in the past
