Feature: Titles and addresses

  The title is what the browser shows on its tab. An address is judged as a whole, or by its path, a parameter, or its
  fragment; "the URL should be "/contact"" means the path.

  Scenario: Parts of the address
    Given I am on "/stock?sort=price&page=2#prices"
    Then the URL parameter "page" should be 2
    And the query parameter "sort" of the URL should be "price"
    And the URL parameter "filter" should not exist
    And the URL fragment should be "prices"
    And the current URL should contain "sort=price"
    And the description of the page should not exist

  Scenario: A page is known by its title
    Given I am on the homepage
    Then the page title should be "Books · Bookshop"
    And the title of the page should contain "Bookshop"
    And the page should have the title "Books · Bookshop"
    And I should see the title "Books"
    And I should see "Bookshop" in the title

  Scenario: A page is known by its address
    Given I am on "/books/2"
    Then the path should match /^\/books\/\d+$/
    And the address should end with "/2"
    When I open "/stock?sort=price"
    And I wait until the URL contains "sort="
    Then the URL should contain the parameter "sort"

  Scenario: A query with its value
    Given I am on "/stock?sort=price"
    Then the URL should have the query parameter "sort" with value "price"
