Feature: Opening pages

  Paths stand below the environment's `baseUrl`. Pages can also have
  [names of your own](own-steps.md#your-own-names-for-things). "I am on "/stock"" opens the page after Given and When; after
  Then, with the And and But that follow it, it demands that the page is there, as "I should be on" does.

  Scenario: There and back
    Given I am on the homepage
    Then I am on the homepage
    When I follow "Emma"
    Then I should be on "/books/2"
    And I should not be on "/books/1"
    When I go back
    Then I should be on the homepage
    When I go forward
    And I reload the page
    Then I should be on the "/books/2" page
    When I go to "/account"
    Then I should be redirected to "/sign-in"
    When I visit the home page
    Then I should be on the home page

  Scenario: There are other words for the same
    Given I have opened "/books/1"
    When I wait until the page is loaded
    Then the page should be loaded
    When I load the page "/stock"
    And I wait for the page to load
    Then I am still on "/stock"
    And I am on "/stock"
    And I have visited "/stock"
    When I return to the previous page
    Then I should be on "/books/1"

  Scenario: A page is opened by its path, whatever the wording
    Given I am on the "/sign-in" page
    When I visit the "/" page
    And I go to the "/books/2" page
    Then I should not be on the "/sign-in" page
    When I go to the homepage
    Then I should land on the homepage
    When I browse to the "/sign-in" page
    Then I should land on the "/sign-in" page

  Scenario: Back with the browser's own button
    Given I am on "/sign-in"
    When I open "/books/2"
    And I click the browser's back button
    Then I should be on "/sign-in"
