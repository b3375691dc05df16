@story:sign-in-page @owner:identity @repo:registry
Feature: Sign in on the page
  As a developer
  I want to sign in where I read about packages
  so that I see the ones of my team as well

  Background:
    Given I am on the homepage
    And I press the "Login" button

  Rule: The right password signs in, and one can leave again

    @smoke
    Scenario: Signed in, and out again
      When I fill in "Username" with "ada"
      And I fill in "Password" with "correct horse battery"
      And I press the "Login" button in the dialog
      Then I should not see the "Login" button
      # A button without a name: no person could say which, so it is found by its test id.
      When I press "logInDialogIcon"
      Then I should see "Hi ada"
      When I press "Logout"
      Then I should see the "Login" button

  Rule: A wrong password signs nobody in

    @smoke
    Scenario: The dialog stays and says that it was wrong
      When I fill in "Username" with "ada"
      And I fill in "Password" with "incorrect horse"
      And I press the "Login" button in the dialog
      Then I should see the alert "Invalid username or password"
      And I should see the dialog

    @regression
    Scenario: Without a password there is nothing to press
      When I fill in "Username" with "ada"
      Then the "Login" button should be disabled

    @regression
    Scenario: Who thinks better of it closes the dialog and is a guest
      When I press the "Close" button
      Then I should not see the dialog
      And I should see the "Login" button
