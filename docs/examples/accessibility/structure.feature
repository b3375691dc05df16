Feature: What a screen reader is told

  Roles and accessible names, headings, images and the language of the page.

  Scenario: Names and roles
    Given I am on "/about"
    Then the accessible name of the button "Close the notice" should be "Close the notice"
    And the "Close the notice" button should have the accessible name "Close the notice"
    And the "Close the notice" button should have the role "button"
    And the role of the image "Our shop" should be "img"

  Scenario: The outline of a page
    Given I am on "/about"
    Then the headings should be in order
    And every image should have a text alternative
    And all images should have alt text
    And the language of the page should be "en"

  Scenario: Names, descriptions and the language
    Given I am on "/delivery"
    Then the "Send" button should have an accessible name
    And the page should have the language "en"
    And the page language should be "en"
    And the heading order should be correct
    Given I am on "/stock"
    Then the link "Sort by price" should have the accessible description "Cheapest first"

  Scenario: No level of heading is left out
    Given I am on "/"
    Then the headings of the page should be in order
