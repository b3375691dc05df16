Feature: Remembering values

  A value that is remembered `as "name"` is used as `{{name}}` in every later sentence of the scenario, inside texts,
  tables and doc strings too, and `{{user.email}}` is a part of it. The next scenario remembers nothing of it.

  Scenario: Values have names, and keep their types
    Given I remember "Ada" as "name"
    And I set "age" to 36
    And let "city" be "London"
    And the variable "country" is "England"
    And the following values:
      | planet | Earth |
    And I remember the following values:
      | where | {{city}}, {{country}} |
      | vip   | true                  |
    Then {{age}} should be greater than 30
    And "{{where}}" should be "London, England"
    And {{vip}} should be true
    And the variable "name" should be "Ada"
    And the remembered "name" should start with "A"
    And "name" should be remembered
    And "street" should not be remembered

  Scenario: Whole texts and JSON can be remembered
    Given the following variables are set:
      | name | Ada |
    And I remember the text as "letter":
      """
      Dear {{name}},
      your parcel is on its way.
      """
    And I remember the JSON as "user":
      """
      { "name": "{{name}}", "roles": ["owner", "member"] }
      """
    Then {{letter}} should contain "Dear Ada"
    And {{user.roles[0]}} should be "owner"
    And {{user.roles}} should have 2 items

  Scenario: What an answer says is remembered
    When I send a GET request to "/api/books"
    And I remember the response field "[0].title" as "first"
    And I remember the response header "x-total-count" as "count"
    And I remember the response as "books"
    Then {{first}} should be "Middlemarch"
    And {{count}} should be 3
    And {{books[1].title}} should be "Emma"

  Scenario: Longer texts, and base64
    Given I set the variable "letter" to:
      """
      Dear Ada
      """
    And I remember the text "ada:pw" in base64 as "credentials"
    Then {{letter}} should be "Dear Ada"
    And {{credentials}} should be "YWRhOnB3"

  Scenario: A variable is made up, set and shown
    Given I set the variable "email" to a random email address
    And I store the following as "payload":
      """
      {"a": 1}
      """
    When I print the variable "email"
    And I print "{{payload}}"
    Then {{email}} should be an email
    And {{payload}} should contain "a"
