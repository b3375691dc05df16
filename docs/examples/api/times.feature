Feature: How long answers take
  The time of the last answer is that of its whole exchange: from the request until all of the body is there, redirects
  included. It is one sample, and chance decides near the limit: a bound that must hold belongs into a tag such as
  `@latency:p95<300ms`, which measures until the verdict is certain; [gates.md](gates.md) compares the two.

  "95% of 200 searches" sends the last request again, 200 times, with the same method, path, headers and body: one after
  the other, or as many at once as you say. What they are called (`searches`, `requests`, `sign-ins`) is up to you. It
  fails as soon as the share cannot be reached any more, and tells how many were in time with p50, p95 and the largest.
  A request that gets no answer, a 5xx, or an error that the first answer was not, counts as not in time. The sentences
  behind it still speak of the answer before it. In the replays that a gate of the scenario asks for it does nothing: the
  first run has judged.

  Scenario: One answer
    When I send a GET request to "/api/books"
    Then the response should arrive within 5 s
    And the response time should be less than 5 seconds
    And the response time should not exceed 5 seconds
    And the response took less than 5 seconds
    And the request should be answered within 5 seconds
    And I should receive a response within 5000 ms
    And I should get an answer in less than 5 seconds
    When Alice sends a GET request to "/api/books/1"
    Then Alice's response should arrive within 5 s

  Scenario: An answer takes its time, but not too much
    When I GET "/api/books"
    Then the response time should be between 0 and 9000 ms
    And the response time should be between 0 ms and 9 seconds

  Scenario: A share of many answers
    When I send a GET request to "/api/books?q=emma"
    Then 95% of 200 searches should answer within 1 s
    And all 50 requests should answer within 5 s
    And at least 99.5% of 100 searches, 10 at once, should take less than 5 seconds
    And 95% of 40 page views should be answered within 5 s, 4 at once
    And the p95 of 20 searches should be below 5 seconds
    And the response status should be 200
