Feature: Remembering what a page shows

  What is remembered is used as {{name}} in any later sentence.

  Scenario: What was read on one page is used on another
    Given I am on "/stock"
    When I remember the text of the cell in the column "Price" of the row "Emma" as "price"
    And I remember the number of "Edit" links as "books"
    And I remember the attribute "href" of the first "Edit" link as "path"
    And I remember the title of the page as "title"
    And I remember the address of the page as "stock"
    Then the page title should be "{{title}}"
    When I go to "/books/2"
    And I remember the content of "Format" as "format"
    Then the value of "Format" should be "{{format}}"
    When I go to "{{stock}}"
    Then I should see "{{price}}"
    And the number of "Edit" links should be {{books}}

  Scenario: Where one is
    Given I am on "/stock"
    When I save the current URL as "start"
    Then "{{start}}" should end with "/stock"
    When I remember the page title as "title"
    Then "{{title}}" should be "Stock · Bookshop"

  Scenario: What is entered in a field
    Given I am on "/delivery"
    When I fill in "Email" with "ada@example.com"
    And I remember the value of the "Email" field as "email"
    Then "{{email}}" should be "ada@example.com"
