Feature: Remembering values

  Scenario: Remembering values, 1
    Given I remember "Ada" as "name"
    And I remember 36 as "age"
    And I remember the following values:
      | city  | London            |
      | where | {{name}}, {{city}} |
    And I generate a unique email as "email"
    Then {{age}} should be greater than 30
    And "{{where}}" should be "Ada, London"
    And {{email}} should be an email
    And {{unique.id}} should be a uuid
    And {{today}} should match /^\d{4}-\d\d-\d\d$/
    And "name" should be remembered

  Scenario: Remembering values, 2
    When I send a GET request to "/api/books"
    And I remember the response field "[0].title" as "first"
    And I remember the response header "x-total-count" as "count"
    And I remember the response as "books"
    Then {{first}} should be "Middlemarch"
    And {{count}} should be 3
    And {{books[1].title}} should be "Emma"
