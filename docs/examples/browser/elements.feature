Feature: What a thing is like

  Every "should …" of the [checks](checks.md) can be asked of a thing: of fields what is entered, of all else what it
  says. "Say", "show", "read" and "display" ask for a part of the text, in any case of letters. A form is valid when all its
  fields are; what can have no such state at all (a heading is never "unchecked") is told as a mistake of the story. With
  "within 10 seconds" at its end a sentence waits longer than `timeouts.expectMs`, or less long.

  Scenario: What it says
    Given I am on "/stock"
    Then the heading "Stock" should exist
    And the row "Emma" should contain "7.00 €"
    And the text of the row "Emma" should contain "Jane Austen"
    And the row "Emma" should show "Jane Austen"
    And the list "Shelves" reads "Epics"
    And the row "Emma" should not say "Homer"

  Scenario: What is entered, and in which state it is
    Given I am on "/books/1"
    Then the "Quantity" field should be "1"
    And the value of "Format" should be "Paperback"
    And the field "Quantity" should be required
    And the "Order" button should be enabled within 2 seconds
    And the checkbox "Gift wrapping" should not be checked
    And the "Order" form should be valid
    And "Paperback" is selected
    And the option "Hardback" should not be selected
    And the "Quantity" field should be "1" within 2 seconds
    And "Order" is enabled
    And "Order" is not disabled
    When I focus on "Quantity"
    Then the "Quantity" field should have focus

  Scenario: The focus is somewhere
    Given I am on "/delivery"
    When I focus "Email"
    Then the focus should be on "Email"
    And the focus should not be on the "Speed" field
    When the "Email" field loses focus
    Then the keyboard focus is not on "Email"
