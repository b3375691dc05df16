Feature: Making one value from another

  Dates and times are in UTC. A date's format uses the letters of Unicode (`dd.MM.yyyy`, `EEEE, d MMMM`), and names of
  months and days are in the language of `browser.locale`. Numbers inside texts are read as that locale writes them.

  Scenario: Dates are counted from today, and from other dates
    When I remember today as "start"
    And I remember the date in 3 days as "delivery"
    And I remember the date 2 weeks ago as "order"
    And I remember the date 1 month after "2026-01-31" as "due"
    And I remember the time in 2 hours as "later"
    And I remember tomorrow in the format "EEEE, d MMMM yyyy" as "invitation"
    And I save the date 3 days ago as "start day" in the format "dd.MM.yyyy"
    Then {{start}} should be today
    And {{delivery}} should be a date after {{start}}
    And {{delivery}} should be "{{today + 3 days}}"
    And {{order}} should be in the past
    And {{due}} should be "2026-02-28"
    And {{later}} should be within the next 3 hours
    And {{now}} should be within 5 seconds of {{now}}
    And {{invitation}} should be "{{today + 1 day as EEEE, d MMMM yyyy}}"
    And "{{today as dd/MM/yyyy}}" should match /^\d\d\/\d\d\/\d{4}$/

  Scenario: Numbers are calculated and found in texts
    Given I remember "Total: £1,234.50 (3 books)" as "total"
    When I remember the first number in {{total}} as "price"
    And I remember {{price}} times 2 as "double"
    And I remember 0.1 plus 0.2 as "sum"
    Then {{price}} should be 1234.5
    And {{double}} should be 2469
    And {{sum}} should be 0.3

  Scenario: Things are counted
    Given I remember the JSON as "basket":
      """
      ["Emma", "Middlemarch"]
      """
    When I remember the count of items in {{basket}} as "count"
    Then {{count}} should be 2

  Scenario: Amounts of money are compared by number and currency
    Given I remember "£1,234.50" as "price"
    Then {{price}} should be 1,234.50 GBP
    And {{price}} should be the amount 1234.5
    And {{price}} should be less than £2,000
    And {{price}} should not be 1,234.50 €

  Scenario: A remembered number changes
    Given I remember 5 as "count"
    When I add 5 to "count"
    And I subtract 1 from "count"
    And I increment "count"
    And I increase "count" by 2
    Then {{count}} should be 12
    And the sum of {{count}} and 3 should be 15
    When I calculate the product of {{count}} and 2 as "double"
    And I calculate "({{count}} + 1) * 2" as "result"
    Then {{double}} should be 24
    And {{result}} should be 26

  Scenario: A date is written otherwise
    Given I remember "2026-02-03" as "due"
    When I format the date "{{due}}" as "dd.MM.yyyy" and save it as "shown"
    Then {{shown}} should be "03.02.2026"
