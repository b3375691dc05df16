Feature: Sending requests
  A path is added to `apiUrl` (or `baseUrl`) of the configuration; a whole address goes where it says. The address may
  stand without quotes. What stands under the sentence is sent as the sentence calls it: JSON, a body, form data, parts,
  headers, query parameters.

  JSON is a doc string, or a table of paths and values, where cells that are JSON (`2`, `true`, `["a"]`, `"007"`) keep
  that type and all else is text. Files lie below the project's folder.

  Scenario: Each actor has a session of their own
    When Alice sends a POST request to "/api/sessions" with JSON:
      | email    | ada@example.com       |
      | password | correct horse battery |
    Then Alice's response status should be 201
    When Alice sends a GET request to "/api/account"
    And a guest sends a GET request to "/api/account"
    Then Alice's response status should be 200
    But the response status should be 401

  Scenario: A request needs a method and a path
    When I send a GET request to "/api/books"
    Then the response status should be 200
    When I GET /api/books/1
    Then the response "title" should be "Middlemarch"
    When I request "/api/books/99"
    Then I should receive a 404 response
    When I request "/api/books/2" using HTTP GET
    Then the response "title" should be "Emma"
    When I make a GET call on "/api/books/2"
    Then the response status should be 200
    When I send a request to "/api/books/3"
    Then the response status should be 200
    When a GET request is sent to "/api/books/1"
    Then the response status should be 200

  Scenario: JSON comes as a table or as it is
    When I send a POST request to "/api/orders" with JSON:
      | book         | 1      |
      | quantity     | 2      |
      | address.city | London |
    Then the response status should be 201
    When I send a POST request to "/api/orders" with the following payload:
      """json
      { "book": 3, "quantity": 0 }
      """
    Then the response status should be 422
    And the response "problem" should be "Order at least one"
    When I POST to "/api/orders" with JSON:
      | book | 2 |
    Then the response status should be 201
    When I post the following JSON to "/api/orders":
      | book | 3 |
    Then the response status should be 201
    When a POST request is made to "/api/orders" with the following JSON body:
      """
      { "book": 1 }
      """
    Then the response status should be 201
    When I send a POST request to "/api/orders" with the body '{ "book": 2 }'
    Then the response "book" should be 2

  Scenario: Queries, headers and forms are tables
    When I send a GET request to "/api/books" with query parameters:
      | limit  | 1 |
      | search | m |
    Then the response should have 1 item
    When I send a GET request to "/api/books" with headers:
      | accept-language | de |
    Then the response status should be 200
    When I send a GET request to "/api/wishes" with the header "x-shop-key" set to "k-1"
    Then the response "key" should be "k-1"
    When I send a POST request to "/api/reviews" with form data:
      | book  | 1                   |
      | words | I liked it & so did |
    Then the response "words" should be "I liked it & so did"
    When I submit the form to "/api/forms" with:
      | name | Ada |
    Then the response "name" should be "Ada"

  Scenario: Files are parts of a form, or the whole body
    When I send a POST request to "/api/covers" with parts:
      | title | Middlemarch          |
      | cover | file: files/note.txt |
    Then the response "fileName" should be "note.txt"
    And the response "type" should be "multipart/form-data"
    When I upload the file "files/note.txt" to "/api/covers" as "cover"
    Then the response "fileName" should be "note.txt"
    When I send a PUT request to "/api/covers/1" with the file "files/note.txt"
    Then the response "bytes" should be greater than 10
    When I send a POST request to "/api/orders" with the payload from the file "files/order.json"
    Then the response "book" should be 2

  Scenario: The same, in other words
    When I POST the following JSON to "/api/orders":
      | book | 1 |
    Then the response should have "book" equal to 1
    When I send a POST request with body '{ "book": 2 }' to "/api/orders"
    Then I should get a response with status code 201
    When I call the endpoint "/api/orders" with method "POST" and the following JSON:
      | book | 3 |
    Then the response status should be 2xx
    When I make a POST request to "/api/orders" with:
      | book | 1 |
    Then I expect the response status to be 201
    When I submit a form to "/api/forms" with:
      | name | Ada |
    Then the response's "name" should be "Ada"
    When I send a GET request to "/api/books/1" with an empty body
    And I fetch "/api/books/1" with token "none"
    Then the response status should be 200

  Scenario: A request is prepared, then sent
    Given I prepare a POST request for "/api/orders"
    And I set the request body to:
      """
      { "book": 1, "gift": { "wrapped": false } }
      """
    And I set "gift.wrapped" to true in the request body
    When I send the request
    Then the response status should be 201

  Scenario: A file is the body, or a part
    When I POST the file "files/order.json" to "/api/orders"
    Then the response status should be 201
    When I send the file "files/order.json" as the request body to "/api/orders" using POST
    Then the response status should be 201
    Given the request body is the file "files/order.json"
    When I send a POST request to "/api/orders"
    Then the response status should be 201
    When I post to "/api/orders" with body:
      """
      { "book": 1 }
      """
    Then the response status should be 201
