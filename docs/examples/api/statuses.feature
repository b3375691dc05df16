Feature: Statuses
  A status is checked by its number, by number and name, or by its kind. When it is wrong, the failure shows the
  beginning of the body.

  Scenario: By number and name
    When I send a GET request to "/api/books/1"
    Then the response status should be 200 OK
    And the HTTP status code should be "200"
    And response code should be 200
    And the status should not be 500
    And the response status should be one of 200, 201
    And I should get a 200
    And the response should return 200
    And the response should have status 200
    When Alice sends a GET request to "/api/books/99"
    Then Alice's response status should be 404
    And Alice should get a 404 error
    And the request should fail with 404
    And the server should respond with a 404 Not Found

  Scenario: By kind
    When I send a GET request to "/api/books"
    Then the request should succeed
    And the response should be successful
    And the response should not be a server error
    When I send a GET request to "/api/books/99"
    Then the request should fail
    And the response should be a client error

  Scenario: By what it means
    When I send a GET request to "/api/books/99"
    Then the response should be not found
    And the response should have a 404 status code
    And the response status should be in the 4xx range
