Feature: Using a page without a mouse

  The key is pressed until the focus is on the thing or in it. The failure lists the stops on the way.

  Scenario: Everything can be reached
    Given I am on "/sign-in"
    Then I should be able to reach the "Sign in" button with the keyboard
    And I should be able to reach "Email" using the Tab key
    And I can reach the link "Books" with the keyboard
