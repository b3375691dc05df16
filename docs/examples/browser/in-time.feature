Feature: Within a time
  "Within 2 s", at the end of a sentence or before it, is how long that sentence waits; without it, it waits as long as
  `timeouts.expectMs` says. The time counts from the beginning of the sentence, which is the end of the one before: an
  action such as a click has been done by then, so `When I press "Pay"` takes nothing of it. Most sentences about a page
  take it, and what must not be seen may take as long to go away.

  How long a page took to load is read from the page itself: from the click or the address that led to it until all of it
  was there. Both are single samples; for a bound that must hold, use tags such as `@latency:p95<2s` and `@lcp:p75<2.5s`:
  [gates.md](gates.md).

  Scenario: The sentence says how long it may take
    Given I am on "/stock"
    Then I should see "Emma" within 2 s
    And I should see the heading "Shelves" within 2 seconds
    And I should not see "Loading" within 2 s
    And the page should contain "Emma" within 2 s
    And I should see text matching "[0-9]+ €|€" within 2 s
    And I should see "Emma" above "Shelves" within 2 s
    And I should be on "/stock" within 500 ms
    And "Emma" should be visible within 2 s

  Scenario: The time stands first
    Given I am on "/stock"
    Then within 2 seconds I should not see "Loading"
    And within 2 seconds, I should no longer see "Loading"
    And within 2 seconds the page should contain "Emma"
    And within 2 s the page should show the heading "Shelves"
    And within 2 s "Emma" should appear
    And within 2 s "Loading" should disappear
    And within 2 seconds the dialog should be closed

  Scenario: How long the page took to load
    When I open "/stock"
    Then the page should load within 5 seconds
    And the page should be fully loaded in less than 5 s
