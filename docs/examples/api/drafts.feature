Feature: Preparing a request
  What is said of "the request" goes with the next one only; a header that an actor sets goes with all of theirs, until
  it is removed. Redirects are followed unless a sentence says otherwise.

  Scenario: Headers stay, what belongs to the request does not
    Given I set the header "x-shop-key" to "k-1"
    And I set the "accept-language" header to "de"
    When I send a GET request to "/api/wishes"
    Then the response "key" should be "k-1"
    When I remove the header "x-shop-key"
    And I send a GET request to "/api/wishes"
    Then the response "key" should be null
    Given the request header "x-shop-key" is "k-2"
    And the "accept" request header is "application/json"
    When I send a GET request to "/api/wishes"
    Then the response "key" should be "k-2"
    When I send a GET request to "/api/wishes"
    Then the response "key" should be null
    Given I set the header "x-shop-key" to "k-3" for the next request
    When I send a GET request to "/api/wishes"
    Then the response "key" should be "k-3"
    Given the header "x-shop-key" is set to "k-4"
    And the "accept-language" header is set to "en"
    When I send a GET request to "/api/wishes"
    Then the response "key" should be "k-4"

  Scenario: Several headers stand in a table
    Given I set the following headers:
      | x-shop-key | k-5 |
    When I send a GET request to "/api/wishes"
    Then the response "key" should be "k-5"
    Given the following headers are set:
      | x-shop-key | k-6 |
    And the request headers are:
      | accept | application/json |
    When I send a GET request to "/api/wishes"
    Then the response "key" should be "k-6"

  Scenario: The query can be put together piece by piece
    Given I set the query parameter "limit" to "2"
    When I send a GET request to "/api/books"
    Then the response should have 2 items
    Given the query parameter "limit" is "1"
    When I send a GET request to "/api/books"
    Then the response should have 1 item
    Given the following query parameters are set:
      | search | emma |
    When I send a GET request to "/api/books"
    Then the response "[0].title" should be "Emma"

  Scenario: The body is said before it is sent
    Given the request body is:
      """
      { "book": 2, "quantity": 1 }
      """
    When I send a POST request to "/api/orders"
    Then the response status should be 201
    Given I set the request body to:
      """
      { "book": 3 }
      """
    When I send a POST request to "/api/orders"
    Then the response "book" should be 3
    Given I have the following JSON payload:
      | book | 1 |
    When I send a POST request to "/api/orders"
    Then the response "book" should be 1
    Given I set the body to '{ "book": 2 }'
    When I send a POST request to "/api/orders"
    Then the response "book" should be 2
    Given I use the payload from file "files/order.json"
    When I send a POST request to "/api/orders"
    Then the response "book" should be 2

  Scenario: A form grows field by field, and takes a file
    Given I set the form field "name" to "Ada"
    When I send a POST request to "/api/forms"
    Then the response "name" should be "Ada"
    Given I attach the file "files/note.txt" to the request as "cover"
    When I send a POST request to "/api/covers"
    Then the response "fileName" should be "note.txt"

  Scenario: A file for a field of the form
    Given I add the file "files/note.txt" to the multipart field "cover"
    When I send a POST request to "/api/covers"
    Then the response "fileName" should be "note.txt"

  Scenario: A redirect is looked at instead of followed
    Given I do not follow redirects
    When I send a GET request to "/catalogue"
    Then the response status should be 301
    And the response header "location" should be "/api/books"
    Given I follow redirects
    When I send a GET request to "/catalogue"
    Then the response status should be 200

  Scenario: Parameters, and where they go
    Given the following query parameters:
      | limit | 2 |
    When I send a GET request to "/api/books"
    Then the response should have 2 items
    Given I set the path parameter "id" to 2
    When I send a GET request to "/api/books/{id}"
    Then the response "title" should be "Emma"
    Given I set the content type to "application/json"
    And I add an "x-shop-key" header with the value "k-7"
    When I clear all headers
    And I send a GET request to "/api/wishes"
    Then the response "key" should be null

  Scenario: A scenario says where the API is, and how long it may take
    Given I send a GET request to "/api/where"
    And I remember the response field "url" as "shop"
    And the base URL is "{{shop}}/api"
    And the request timeout is 5 seconds
    When I send a GET request to "/books/1"
    Then the response "title" should be "Middlemarch"
    Given I use the base URL "{{shop}}"
    And I set the timeout to 4 seconds
    When I send a GET request to "/api/books/2"
    Then the response "title" should be "Emma"
    Given the API is available at "{{shop}}/api"
    And the endpoint is "/books/3"
    When I send the request
    Then the response "title" should be "The Odyssey"

  Scenario: The same in other words
    Given the request URL is "/api/echo"
    And I set the method to "POST"
    And the JSON request body is:
      """
      { "title": "Emma", "note": "soon" }
      """
    And I remove the field "note" from the request body
    When I send the request
    Then the response "text" should contain "Emma"
    And the response "text" should not contain "soon"
    Given I send the header "x-shop-key" with value "k-9"
    When I GET "/api/wishes"
    Then the response "key" should be "k-9"
    Given redirects are not followed
    When I GET "/api/moved"
    Then the response should redirect to "/api/books"
    Given I follow redirects
    And I set the following path parameters:
      | id | 2 |
    When I GET "/api/books/:id"
    Then the response "title" should be "Emma"
    Given the path parameter "id" is 1
    When I GET "/api/books/:id"
    Then the response "title" should be "Middlemarch"
