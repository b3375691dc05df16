Feature: Doing something with a value and keeping the result

  Numbers are added, subtracted, multiplied, divided and rounded; texts change their case, lose the blanks around them or
  are joined; a date moves by a time. The value that was there stays as it is.

  Scenario: Numbers
    Given I have a variable "price" with value 19.5
    And I set variable "count" to 5
    When I add {{price}} and {{count}} and save the result as "total"
    Then {{total}} should be 24.5
    When I subtract {{count}} from {{total}} and save it as "rest"
    And I multiply {{price}} by 2 and store the result as "double"
    And I divide {{price}} by 4 and keep the result as "quarter"
    And I round {{quarter}} to 1 decimal and save it as "rounded"
    And I add 5 to "{{count}}" and save it as "more"
    Then {{rest}} should be 19.5
    And {{double}} should be 39
    And {{quarter}} should be 4.875
    And {{rounded}} should be 4.9
    And {{more}} should be 10
    And {{count}} should be 5

  Scenario: Texts and dates
    Given I remember " Ada " as "name"
    When I trim "{{name}}" and save it as "name"
    And I convert "{{name}}" to uppercase and save it as "upper"
    And I join {{name}} and " Lovelace" and save the text as "full"
    And I add 3 days to "2026-01-30" and save it as "later"
    Then {{upper}} should be "ADA"
    And {{full}} should be "Ada Lovelace"
    And {{later}} should be "2026-02-02"
