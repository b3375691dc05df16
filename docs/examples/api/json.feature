Feature: Whole JSON
  "Match" and "contain" compare in part: objects may have more keys. "Be", "equal" and "exactly" allow no others. "In any
  order" leaves the order of lists out. One failure lists every place that differs. The expected JSON may lie in a file
  of the project, and any sentence may compare a part of the answer: `the response "tags" should match JSON:`.

  Scenario: In part, and exactly
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
    And the response should not match JSON:
      """
      { "status": "paid" }
      """

  Scenario: In any order, and a part of it
    When I send a GET request to "/api/books/1"
    Then the response should contain JSON in any order:
      """
      { "tags": ["classic", "novel"] }
      """
    And the response "tags" should be JSON:
      """
      ["novel", "classic"]
      """
    And the response body contains:
      """
      { "title": "Middlemarch" }
      """
    And the response body should contain:
      | Middlemarch  |
      | George Eliot |

  Scenario: From a file
    When I send a GET request to "/api/books/2"
    Then the response should match the JSON in file "files/emma.json"
    And the response should match the JSON from the file "files/emma.json" in any order
