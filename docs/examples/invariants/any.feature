Feature: Values nobody thought of

  `any` makes a value up and remembers it. In a scenario with `@invariant` each run has other values, until one fails or
  as many have held as prove it; what fails is made as small as it can be. `@runs:30` says how many runs prove it,
  `@seed:42` from where the values start. In any other scenario there is one value, another one in each run.
  [Invariants](invariants.md) has all that can be made up.

  @regression @invariant @runs:30 @seed:42
  Scenario: No order of less than one book is ever accepted
    Given any integer from -100 to 0 as "quantity"
    When I send a POST request to "/api/orders" with JSON:
      """
      { "quantity": {{quantity}} }
      """
    Then the response status should not be 201

  @regression @invariant @runs:20
  Scenario: A search answers whatever is searched for
    Given any text of 1 to 20 characters as "words" such that it does not contain "#"
    When I send a GET request to "/api/books" with query parameters:
      | q | {{words}} |
    Then the response status should be less than 500

  @regression @invariant @runs:20
  Scenario: What is higher comes after what is lower
    Given any integer from 1 to 50 as "low"
    And any integer from 2 to 100 as "high" such that it is greater than {{low}}
    Then {{high}} should be greater than {{low}}

  Scenario: One value will do
    Given any email address as "email"
    And any list of 1 to 3 different dates as "days"
    And any one of "red", "green" or "blue" as "colour"
    Then {{email}} should be an email
    And {{colour}} should match /^(red|green|blue)$/
