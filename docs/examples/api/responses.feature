Feature: What must be answered

  Scenario: What must be answered, 1
    When I send a GET request to "/api/books/1"
    Then the response status should be 200 OK
    And the response header "etag" should be '"v1"'
    And the content type should contain "json"
    And the response body should contain "Middlemarch"
    And the response "author" should start with "George"
    And the response "tags[0]" should be "novel"
    And the response "tags" should have 2 items
    And the response path "$.price" should be between 5 and 10
    And the response "isbn" should not exist
    And the response should have values:
      | title | "Middlemarch"            |
      | price | should be less than 10   |
      | id    | should be a number       |

  Scenario: What must be answered, 2
    When I send a POST request to "/api/orders" with JSON:
      | book     | 1 |
      | quantity | 2 |
    Then the response should match JSON:
      """
      { "id": "#uuid", "status": "open", "total": 19 }
      """
    And the response should be exactly JSON:
      """
      { "id": "#uuid", "status": "open", "book": 1, "quantity": 2, "total": 19, "placedAt": "#datetime" }
      """
    When I send a GET request to "/api/books/1"
    Then the response should contain JSON in any order:
      """
      { "tags": ["classic", "novel"] }
      """
