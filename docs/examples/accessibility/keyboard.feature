Feature: Using a page without a mouse

  The key is pressed until the focus is on the thing or in it. The failure lists the stops on the way.

  Scenario: Everything can be reached
    Given I am on "/sign-in"
    Then I should be able to reach the "Sign in" button with the keyboard
    And I should be able to reach "Email" using the Tab key
    And I can reach the link "Books" with the keyboard

  Scenario: The focus goes from the top of the page
    Given I am on "/sign-in"
    Then the focus order should be:
      | Books        |
      | Your account |
      | Email        |
      | Password     |
    And the tab order should be "Books", "Your account" and "Email"
    And the "Sign in" button should be reachable by keyboard
    And the "Sign in" button should be keyboard accessible
