Feature: Order and duplicates of lists
  Numbers are ordered by size; texts as people sort them ("Room 9" before "Room 10") or by their characters. Without a
  direction a list is to be ascending, and what is of two kinds has no order.

  Scenario: Books come in an order
    When I send a GET request to "/api/books"
    Then the response should be sorted by "id"
    And the response should be sorted by "id" ascending
    When I send a GET request to "/api/books/1"
    Then the response "tags" should be sorted in descending order

  Scenario: No book is listed twice
    When I send a GET request to "/api/books"
    Then each item's "id" should be unique
    And every "title" in the response should be unique
    And the response should have no duplicates
