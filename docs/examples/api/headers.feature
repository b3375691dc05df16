Feature: Headers, types and caching
  A header is checked like any other value; several stand in a table of names and values or checks. "Cacheable" means
  that the answer may be used again without asking.

  Scenario: Headers
    When I send a GET request to "/api/books"
    Then the response header "x-total-count" should be 3
    And the header "x-total-count" should match /^\d+$/
    And the "x-total-count" response header exists
    And the "x-nothing" header should not exist
    And the response should have the header "x-total-count"
    And the response should have a "content-type" header
    And the response should have the header "x-total-count" with the value "3"
    And the response should not have the header "set-cookie"
    And the response should have the following headers:
      | content-type  | should contain "json" |
      | x-total-count | 3                     |
    And the response headers should contain:
      | x-total-count | 3 |

  Scenario: What kind of thing it is
    When I send a GET request to "/api/books"
    Then the content type should be "application/json"
    And the response should be JSON
    And the response should not be HTML
    And the response should not be compressed
    When I send a GET request to "/api/motto"
    Then the response should be plain text
    And the response should be encoded in "utf-8"
    When I send a GET request to "/api/packed"
    Then the response should be compressed
    And the response "packed" should be true

  Scenario: How long it may be kept
    When I send a GET request to "/api/prices"
    Then the response should be cacheable
    And the response should expire in 1 hour
    And the max-age should be at least 60
    And the response should have an ETag
    When I send a GET request to "/api/books"
    Then the response should not be cacheable
    And the response should not have an ETag

  Scenario: Where it leads
    When I send a GET request to "/catalogue"
    Then the response should redirect to "/api/books"
    And the request should be redirected 1 time

  Scenario: In other words
    When I send a GET request to "/api/books"
    Then the response should have content type "application/json"
    And the response headers should include "content-type"
    And the value of the header "Content-Type" should contain "json"
