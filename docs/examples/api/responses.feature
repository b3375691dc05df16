Feature: What must be answered
  Paths are names with dots and brackets, or JSONPath (RFC 9535) with `$`. All checks are in checks.md.

  Scenario: Fields by their path
    When I send a GET request to "/api/books/1"
    Then the response "author" should start with "George"
    And the response "tags[0]" should be "novel"
    And the response "tags" should have 2 items
    And the response path "$.price" should be between 5 and 10
    And the JSON node "title" should be equal to "Middlemarch"
    And the "title" field of the response should be "Middlemarch"
    And the response "isbn" should not exist
    And the response body should contain "Middlemarch"

  Scenario: Several fields at once
    When I send a GET request to "/api/books/1"
    Then the response should have values:
      | title | "Middlemarch"          |
      | price | should be less than 10 |
      | id    | #number                |
    And the response should have the fields:
      | title |
      | price |
    And the response should not have the fields:
      | isbn     |
      | password |
    And the JSON nodes should be equal to:
      | title   | Middlemarch |
      | tags[1] | classic     |
    And the response should have the property "tags"
    And the response should contain the field "title" with value "Middlemarch"

  Scenario: Nothing in it
    When I send a GET request to "/api/books" with query parameters:
      | search | nothing like this |
    Then the response should be an empty list

  Scenario: Where it stands in the response
    When I send a GET request to "/api/books/1"
    Then the field "title" in the response should be "Middlemarch"
    And response.title should be "Middlemarch"
    And the response should contain "novel" in "tags"
    And the JSON field "title" should be "Middlemarch" in the response
    And the response field "title" should be different from "Emma"
    And the response body should be smaller than 1 MB

  Scenario: What is to be seen in an answer
    When I GET "/api/books/1"
    Then I should see "Middlemarch" in the response
    And I should not see "password" in the response
    And I should see "Middlemarch" at JSON path "$.title"
    And I should not see "Emma" at JSON path "$.title"
    And the JSON nodes should contain:
      | title | march |
    And the response should contain the following texts:
      | Middlemarch |
