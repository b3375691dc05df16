Feature: The clock of the browser

  Pages see the moment that the scenario says, in the browser's time zone, and it runs on from there. Time can pass at
  once: "5 minutes pass" lets every timer of the page go off as often as it would have; moving the clock forward is like
  closing the lid of a laptop for that time, and each timer goes off once at most.

  Scenario: A page shows the time that it is
    Given the browser's clock is "2026-03-01 10:00"
    When I open "/settings"
    Then I should see "It is 01/03/2026, 10:0"

  Scenario: Somebody is signed out after a while
    Given the browser's time is set to "2026-03-01 10:00"
    And I am on "/settings"
    When 5 minutes pass in the browser
    Then I should see "You are signed in"
    When I move the clock forward by 10 minutes
    Then I should see "You were signed out"

  Scenario: The clock stands still
    Given the browser's clock stops at "2026-12-31 23:59:59"
    When I open "/settings"
    Then I should see "31/12/2026, 23:59:59"

  Scenario: The date is another
    Given the current date is "2024-02-29"
    When I open "/settings"
    Then I should see "29/02/2024"

  Scenario: Somebody sets their clock, or freezes it
    Given I set the clock to "2025-01-01 09:00"
    And Alice freezes the clock at "2025-06-01 10:00"
    When I open "/settings"
    And Alice opens "/settings"
    Then I should see "01/01/2025"
    And Alice should see "01/06/2025, 10:00"

  Scenario: The time stands still for all
    Given the time is frozen at "2025-06-01 10:00"
    When I open "/settings"
    Then I should see "10:00"

  Scenario: A day
    Given today is "2025-12-24"
    When I open "/settings"
    Then I should see "24/12/2025"
