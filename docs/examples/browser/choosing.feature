Feature: Choosing and attaching

  Options are chosen by what they say, or by their value. Files stand below the folder in which cucumber is run.

  Scenario: Options
    Given I am on "/delivery"
    When I select "Express" from "Speed"
    And I choose the option "Normal" of "Speed"
    And I pick "Express" in the "Speed" dropdown
    Then the "Speed" field should be "Express"
    When I select "Germany" and "Peru" from the "Country" field
    And I deselect "Peru" from "Country"
    Then the "Country" field should be "Germany"
    When I select the following from "Country":
      | France |
      | Peru   |
    Then the value of "Country" should be "France, Peru"
    When I deselect "Peru" in the "Country" field
    Then the value of "Country" should be "France"

  Scenario: Checkboxes and radio buttons
    Given I am on "/delivery"
    When I check "Newsletter"
    And I toggle "Terms"
    Then the "Terms" checkbox should be checked
    When I uncheck the "Newsletter" checkbox
    And I turn on "Newsletter"
    And I switch off "Terms"
    Then the checkbox "Newsletter" should be checked
    And the checkbox "Terms" should not be checked
    When I check "Newsletter" and "Terms"
    Then the checkbox "Terms" is checked
    When I deselect "Newsletter"
    Then the checkbox "Newsletter" is not checked
    Given I am on "/books/1"
    When I select the radio button "In the shop"
    Then the "In the shop" radio button should be selected
    When I choose "By post"
    Then the "In the shop" radio button should not be selected

  Scenario: Files
    Given I am on "/delivery"
    When I upload "files/note.txt" to "Letters"
    And I attach the files "files/note.txt" and "files/order.json" to the field "Letters"
    And I remove the files from "Letters"
    Then the value of "Letters" should be empty

  Scenario: Several boxes at once
    Given I am on "/delivery"
    When I check the following:
      | Newsletter |
      | Terms      |
    Then the "Terms" checkbox should be checked

  Scenario: Files stand in a table
    Given I am on "/delivery"
    When I upload the following files to "Letters":
      | files/note.txt   |
      | files/order.json |
    Then the value of "Letters" should contain "note.txt"
