Feature: Schemas and OpenAPI
  A JSON Schema stands under the sentence or in a file of the project (drafts 2020-12, 2019-09, 07 and 06). An OpenAPI
  document (3.0 or 3.1, JSON or YAML) is a file of the project, or a path that the product serves: the answer must fit
  what it says of that path, method, status and content type. A failure lists every place that breaks it.

  Scenario: A schema
    When I send a GET request to "/api/books/1"
    Then the response should match the JSON schema:
      """
      { "type": "object", "required": ["id"], "properties": { "id": { "type": "integer" } } }
      """
    And the response should match the schema in file "files/book.schema.json"
    And the JSON should be valid according to the schema "files/book.schema.json"
    And the response "tags" should match the schema:
      """
      { "type": "array", "items": { "type": "string" } }
      """

  Scenario: An OpenAPI document
    When I send a GET request to "/api/books/1"
    Then the response should comply with the OpenAPI document at "/api/openapi.json"
    And the response should match the OpenAPI spec "files/bookshop.openapi.yaml"
    When I send a GET request to "/api/books/99"
    Then the response should conform to the OpenAPI document at "/api/openapi.json"

  Scenario: Named in the sentence, or where products serve it
    When I send a GET request to "/api/books/1"
    Then the response should match the "files/book.schema.json" schema
    And the response should conform to the OpenAPI specification
