Feature: Details of a thing

  What belongs to a thing besides its text: its label, attributes and style, and where a link leads.

  Scenario: A field
    Given I am on "/delivery"
    Then the placeholder of "Email" should be "you@example.com"
    And the "Email" field should have the placeholder "you@example.com"
    And the label of "Email" should be "Email"

  Scenario: Attributes, classes and styles
    Given I am on "/delivery"
    Then the attribute "type" of the "Email" field should be "email"
    And the "name" attribute of "Email" should be "email"
    And the "Email" field should have the attribute "aria-describedby"
    And the "Email" field should have the attribute "type" with value "email"
    And the "Send" button should have the class "main"
    And the "Send" button should not have the class "dangerous"
    And the CSS property "display" of the "Send" button should contain "block"

  Scenario: Links and images
    Given I am on "/stock"
    Then the link "Sort by price" should lead to "/stock?sort=price&page=2#prices"
    And the tooltip of the link "Sort by price" should be "Cheapest first"
    And the link "Sort by price" should have the tooltip "Cheapest first"
    Given I am on "/about"
    Then the image "Our shop" should be loaded

  Scenario: Attributes have names of their own
    Given I am on "/about"
    Then the image "Our shop" should have the alt text "Our shop"
    And the "Close the notice" button should have the aria-label "Close the notice"
    And the "Close the notice" button should not have the attribute "disabled"
    And the text "Barely to be read" should have the CSS property "color" with the value "rgb(204, 204, 204)"
    Given I am on "/help"
    Then the link "Terms" should open in a new tab
    Given I am on "/delivery"
    Then the "Email" field should have the label "Email"

  Scenario: A link is seen with where it leads
    Given I am on "/help"
    Then I should see the link "Terms" pointing to "/help/terms"
    And I should see a link "Terms" to "/help/terms"
