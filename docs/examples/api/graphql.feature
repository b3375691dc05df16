Feature: GraphQL
  Queries go to `/graphql` by POST unless a sentence names another path. Variables and the operation's name are said
  before the query. What was answered is `the GraphQL data "…"`, with every check and comparison that other JSON has.

  Scenario: A query with variables
    Given the GraphQL variables are:
      | id | 2 |
    And the GraphQL operation is "Find"
    When I send the GraphQL query:
      """
      query Find($id: Int) { book(id: $id) { title price } }
      """
    Then the GraphQL response should have no errors
    And the GraphQL data "book.title" should be "Emma"
    And the GraphQL data should match JSON:
      """
      { "book": { "price": 7 } }
      """

  Scenario: Another endpoint
    When I run the following GraphQL mutation to "/api/graphql":
      """
      mutation { order(book: 1) { id } }
      """
    Then the GraphQL data "order.id" should be "o-1"
    Given the GraphQL endpoint is "/api/graphql"
    And I set the GraphQL variables to:
      """
      { "id": 1 }
      """
    When I send the GraphQL query from the file "files/find.graphql"
    Then the GraphQL data "book.title" should be "Middlemarch"

  Scenario: Errors
    Given the GraphQL variables are:
      | id | 99 |
    When I send a GraphQL query:
      """
      query ($id: Int) { book(id: $id) { title } }
      """
    Then the response status should be 200
    But the GraphQL response should have errors
    And the GraphQL error message should contain "no such book"
    And the GraphQL response should have an error containing "no such book"

  Scenario: The query comes first
    Given I set the GraphQL query to:
      """
      query ($id: Int) { book(id: $id) { title price } }
      """
    And I set the GraphQL variable "id" to 2
    When I send the GraphQL request
    Then the GraphQL data "book.title" should be "Emma"
    Given the GraphQL query is:
      """
      query ($id: Int) { book(id: $id) { title } }
      """
    When I send a GraphQL request with variables:
      | id | 99 |
    Then the GraphQL response should contain the error "no such book"
