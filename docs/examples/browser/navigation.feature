Feature: Opening pages

  Paths stand below the environment's `baseUrl`. Pages can also have
  [names of your own](own-steps.md#your-own-names-for-things).

  Scenario: There and back
    Given I am on the homepage
    Then the page title should be "Books · Bookshop"
    And the title of the page should contain "Bookshop"
    And the page should have the title "Books · Bookshop"
    When I follow "Emma"
    Then I should be on "/books/2"
    And I should not be on "/books/1"
    And the path should match /^\/books\/\d+$/
    When I go back
    Then I should be on the homepage
    When I go forward
    And I reload the page
    Then I should be on the "/books/2" page
    When I go to "/account"
    Then I should be redirected to "/sign-in"
    And the address should end with "/sign-in"
    When I visit the home page
    Then I should be on the home page

  Scenario: Parts of the address
    Given I am on "/stock?sort=price&page=2#prices"
    Then the URL parameter "page" should be 2
    And the query parameter "sort" of the URL should be "price"
    And the URL parameter "filter" should not exist
    And the URL fragment should be "prices"
    And the current URL should contain "sort=price"
    And the description of the page should not exist

  Scenario: There are other words for the same
    Given I have opened "/books/1"
    When I wait until the page is loaded
    Then the page should be loaded
    When I load the page "/stock"
    And I wait for the page to load
    Then I am still on "/stock"
    When I return to the previous page
    And I wait until the URL contains "/books"
    Then I should see the title "Middlemarch"
    And I should see "Bookshop" in the title
    When I open "/stock?sort=price"
    Then the URL should contain the parameter "sort"

  Scenario: A page is opened by its path, whatever the wording
    Given I am on the "/sign-in" page
    When I visit the "/" page
    And I go to the "/books/2" page
    Then I should not be on the "/sign-in" page
    When I go to the homepage
    Then I should land on the homepage
    When I browse to the "/sign-in" page
    Then I should land on the "/sign-in" page
