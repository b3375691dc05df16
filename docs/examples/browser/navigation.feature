Feature: Opening pages

  Scenario: Opening pages, 1
    Given I am on the homepage
    Then the page title should be "Books · Bookshop"
    When I follow "Emma"
    Then I should be on "/books/2"
    And the path should match /^\/books\/\d+$/
    When I go back
    Then I should be on the homepage
    When I reload the page
    And I go to "/account"
    Then I should be redirected to "/sign-in"
    And the address should end with "/sign-in"
