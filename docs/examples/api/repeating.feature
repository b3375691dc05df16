Feature: Sending again, and waiting for an answer
  "Until" repeats a request until its answer passes, at most as long as you say (or `timeouts.requestMs`). While nothing
  listens yet, it goes on too. A failure tells what the last answer was and how often it was asked.

  Scenario: The payment arrives after a while
    When I send a POST request to "/api/orders" with JSON:
      | book | 1 |
    And I remember the response field "id" as "order"
    And I send a GET request to "/api/orders/{{order}}" until the response field "status" is "paid" within 5 seconds
    Then the response "total" should be 9.5
    When I send a POST request to "/api/orders" with JSON:
      | book | 2 |
    And I remember the response field "id" as "other"
    And I GET "/api/orders/{{other}}"
    And I repeat the request until the response "status" is "paid" within 5 seconds
    Then the response "total" should be 7
    When I send a GET request to "/api/books" until the status is 200
    And I repeat the request until the response has 3 items
    Then the request should succeed

  Scenario: A product that is starting
    When I wait until a GET request to "/api/books" returns 200
    And I wait until a GET request to "/api/books/99" answers 404 within 5 seconds
    Then the response status should be 404

  Scenario: What has not changed is not sent again
    When I send a GET request to "/api/prices"
    And I repeat the request with its ETag
    Then the response status should be 304 Not Modified
    When I repeat the request
    Then the response status should be 304

  Scenario: A redirect is followed by hand
    Given I do not follow redirects
    When I send a GET request to "/api/moved"
    Then the response should redirect to "/api/books"
    When I follow the redirect
    Then the response should have 3 items

  Scenario: The answer is to become right within a time
    When I send a POST request to "/api/orders" with JSON:
      | book | 1 |
    And I remember the id from the response as "order"
    And I GET "/api/orders/{{order}}"
    Then within 5 seconds the response field "status" should be "paid"
    And the response status should be 200 within 2 seconds
    And eventually the response field "total" should be 9.5
    And the response field "total" should eventually be 9.5
    And I wait up to 2 seconds until the response status is 200
    When I poll "/api/orders/{{order}}" every 200 ms until "status" is "paid"
    And I retry up to 3 times until the response status is 200
    Then the response status should be 200

  Scenario: The same request several times
    When I send 3 GET requests to "/api/books"
    And I send the request 2 times
    Then the response should have 3 items

  Scenario: The same in other words
    When I GET "/api/books"
    And I send the same request again
    And I retry the request
    Then the response should have 3 items
    And within 5 seconds GET "/api/books/1" should return 200
    And a GET request to "/api/books/99" should eventually return 404
    And eventually, the response status is 404
