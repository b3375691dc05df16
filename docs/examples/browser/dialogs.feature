Feature: Dialogs of the browser

  An `alert`, `confirm` or `prompt` stays open until the next step says what to do with it: press first, then accept.
  A step that is about something else dismisses it first; if that step fails, it says so, and where all passes the report
  has a note of it. With "the next dialog" the
  answer can be given beforehand. A dialog that the page draws itself is not meant: press its buttons by their names.

  Background:
    Given I am on "/shelves"

  Scenario: A dialog is answered after it has appeared
    When I press "Delete"
    Then I should see a confirmation
    And I should see a browser confirmation with the text "Emma?"
    And the confirmation should say "Delete Emma?"
    When I accept the dialog
    Then I should see "Emma is gone"
    When I press "Save"
    Then a browser alert should appear
    And the browser alert should contain "saved"
    When I dismiss the alert
    Then I should see "Saved"

  Scenario: An answer is given with the click, or before it
    When I press "Delete" and cancel the confirmation
    Then I should see "Emma stays"
    Given I will accept the next dialog
    When I press "Delete"
    Then I should see "Emma is gone"

  Scenario: A prompt is given a text
    When I press "Rename"
    Then the prompt should ask "What is the shelf called?"
    And I remember the text of the prompt as "question"
    When I answer the prompt with "Classics"
    Then I should see "Called Classics"
    When I press "Rename" and answer the prompt with "Poems"
    Then I should see "Called Poems"
    Given I will answer the next prompt with "Plays"
    When I press "Rename"
    Then I should see "Called Plays"
    When I press "Rename"
    And I enter "Letters" into the prompt
    And I accept the prompt
    Then I should see "Called Letters"

  Scenario: Nobody is asked
    When I click on the heading
    Then no dialog should have appeared
    And I should not see a browser alert

  Scenario: A prompt is filled in and answered in one sentence
    Given I am on "/shelves"
    When I press "Rename"
    And I enter "Poems" into the prompt and accept it
    Then I should see "Called Poems"

  Scenario: A dialog that the page draws is closed
    Given I am on "/shelves"
    When I press "Share"
    Then the dialog "Share" should be visible
    When I close the dialog "Share"
    Then the dialog "Share" should be closed
