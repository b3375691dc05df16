Feature: Making values up

  `unique` values are such that nothing else has them: what one scenario makes does not collide with what another one,
  another worker or last week's run has made. `random` values may happen twice.

  Scenario: Unique values differ from all others
    When I generate a unique email as "email"
    And I create a new unique username as "user"
    And I generate a unique number and store it as "number"
    Then {{email}} should be an email
    And {{user}} should start with "user_"
    And {{number}} should be an integer
    And {{unique.uuid}} should be a uuid
    And {{unique.email}} should be "{{unique.email}}"
    And {{unique.email:2}} should not be "{{unique.email}}"

  Scenario: Random values lie within their bounds
    When I generate a random number between 1 and 6 as "dice"
    And I generate a random text of 12 characters as "text"
    And I pick a random number of 4 digits and save it as "pin"
    And I generate a random password as "password"
    Then {{dice}} should be between 1 and 6
    And {{text}} should have 12 characters
    And {{pin}} should match /^\d{4}$/
    And {{password}} should be at least 12 characters long

  Scenario: What is random by its nature
    When I generate a UUID as "requestId"
    And I save a random phone number as "phone"
    Then {{requestId}} should be a uuid
    And {{phone}} should start with "+44"

  Scenario: A length without its unit
    When I generate a random string of length 10 as "secret"
    Then {{secret}} should have length 10
