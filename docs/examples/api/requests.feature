Feature: Sending requests

  Scenario: Sending requests, 1
    When Alice sends a POST request to "/api/sessions" with JSON:
      | email    | ada@example.com       |
      | password | correct horse battery |
    Then Alice's response status should be 201
    When Alice sends a GET request to "/api/account"
    And a guest sends a GET request to "/api/account"
    Then Alice's response status should be 200
    But the response status should be 401

  Scenario: Sending requests, 2
    When I send a GET request to "/api/books"
    Then the response status should be 200
    When I GET "/api/books/1"
    Then the response "title" should be "Middlemarch"
    When I request "/api/books/99"
    Then I should receive a 404 response

  Scenario: Sending requests, 3
    When I send a POST request to "/api/orders" with JSON:
      | book         | 1      |
      | quantity     | 2      |
      | address.city | London |
    Then the response status should be 201
    When I send a POST request to "/api/orders" with body:
      """json
      { "book": 3, "quantity": 0 }
      """
    Then the response status should be 422
    And the response "problem" should be "Order at least one"

  Scenario: Sending requests, 4
    When I send a GET request to "/api/books" with query parameters:
      | limit  | 1 |
      | search | m |
    Then the response should have 1 item
    When I send a GET request to "/api/books" with headers:
      | accept-language | de |
    Then the response status should be 200
    When I send a POST request to "/api/reviews" with form:
      | book  | 1                   |
      | words | I liked it & so did |
    Then the response "words" should be "I liked it & so did"

  Scenario: Sending requests, 5
    When I send a POST request to "/api/covers" with parts:
      | title | Middlemarch          |
      | cover | file: files/note.txt |
    Then the response "fileName" should be "note.txt"
    And the response "type" should be "multipart/form-data"
    When I send a PUT request to "/api/covers/1" with file "files/note.txt"
    Then the response "bytes" should be greater than 10

  Scenario: Sending requests, 6
    Given I set the header "x-tenant" to "acme"
    And the request header "accept-language" is "de"
    And I set the query parameter "limit" to "2"
    When I send a GET request to "/api/books"
    Then the response should have 2 items
    Given the request body is:
      """
      { "book": 2, "quantity": 1 }
      """
    When I send a POST request to "/api/orders"
    Then the response status should be 201

  Scenario: Sending requests, 7
    Given I do not follow redirects
    When I send a GET request to "/catalogue"
    Then the response status should be 301
    And the response header "location" should be "/api/books"

  Scenario: Sending requests, 8
    When I send a POST request to "/api/orders" with JSON:
      | book | 1 |
    And I remember the response field "id" as "order"
    And I send a GET request to "/api/orders/{{order}}" until the response field "status" is "paid" within 5 seconds
    Then the response "total" should be 9.5
