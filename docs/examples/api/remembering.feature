Feature: Remembering an answer
  What is kept `as "name"` is used as `{{name}}` in any later sentence of the scenario, with its type.

  Scenario: A field, a header, a cookie, the status, all of it
    When I send a GET request to "/api/books"
    And I remember the response field "[0].title" as "first"
    And I store the value of body path "$[1].title" as "second"
    And I save the value of "[2].title" as "third"
    And I save "[0].id" from the response as "id"
    And I remember the response header "x-total-count" as "count"
    And I save the "content-type" header as "type"
    And I remember the response status as "status"
    And I remember the response as "books"
    And I remember from the response:
      | cheap | [1].price |
      | dear  | [2].price |
    Then {{first}} should be "Middlemarch"
    And {{second}} should be "Emma"
    And {{third}} should be "The Odyssey"
    And {{id}} should be 1
    And {{count}} should be 3
    And {{type}} should contain "json"
    And {{status}} should be 200
    And {{books[1].title}} should be "Emma"
    And {{cheap}} should be less than {{dear}}
    When I send a GET request to "/api/theme"
    And I remember the response cookie "theme" as "theme"
    Then {{theme}} should be "dark"

  Scenario: A response is kept in a file, and shown in the report
    When I send a GET request to "/api/books/1"
    And I save the response to the file "book.json"
    And I print the response
    Then the response should be equal to the file "book.json"
    And the file "book.json" should contain "Middlemarch"
