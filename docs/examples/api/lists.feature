Feature: Lists
  Rows are compared by the fields that the table's first row names; a cell may be a value, a check or a placeholder.

  Scenario: Every item
    When I send a GET request to "/api/books"
    Then every "price" in the response should be greater than 5
    And each item's "title" should not be empty
    And every item in the response should be an object
    When I send a GET request to "/api/books/1"
    Then every item in the response "tags" should be a string

  Scenario: Some items
    When I send a GET request to "/api/books"
    Then the response should contain an item with:
      | title  | Emma        |
      | author | Jane Austen |
    And the response should not contain an item with:
      | title | War and Peace |
    And the response should contain an item whose "price" is greater than 10
    And the response should contain the rows:
      | title       | price                |
      | The Odyssey | 12                   |
      | Emma        | should be at most 10 |

  Scenario: All items
    When I send a GET request to "/api/books"
    Then the response should be a list of:
      | id | title       |
      | 1  | Middlemarch |
      | 2  | Emma        |
      | 3  | The Odyssey |
    And the response should be the following rows in any order:
      | title       |
      | Emma        |
      | Middlemarch |
      | The Odyssey |

  Scenario: Items, their fields and how many there are
    When I send a GET request to "/api/books"
    Then every item should have the field "title"
    And every "price" should be greater than 5
    And no item in the response should have a field "secret"
    And at least one item in the response should have "title" equal to "Emma"
    And no item in the response should have "title" equal to "Ulysses"
    And all items in the response should have the fields:
      | id    | should be a number  |
      | title | should not be empty |
    And each item's "id" in the response should be a number
    And the number of items in the response should be 3
    And the length of the response should be at least 3
    And the first item in the response should have the field "id"
    And the response should contain an item where "id" is 2
    And the response should contain an item with "title" equal to "Emma"
