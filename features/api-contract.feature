@story:api-contract @owner:platform @repo:workspace-web
Feature: An API that says what it does
  As a developer of another product
  I want answers that are the same in shape wherever I ask
  so that my program can tell what happened without reading prose

  Rule: Whatever is refused is refused as problem+json

    Background:
      Given the script is a signed-in customer

    @smoke
    Scenario: A refusal has type, title, status, detail and errors
      When the script sends a POST request to "/api/projects" with JSON:
        | name | "" |
      Then the response status should be 422
      And the content type should start with "application/problem+json"
      And the response should be JSON:
        """
        {
          "type": "urn:workspace:problem:invalid-input",
          "title": "Some values are not right",
          "status": 422,
          "detail": "One value is not right.",
          "errors": [{ "field": "name", "message": "Enter a name of at most 80 characters." }]
        }
        """

    @regression
    Scenario: A body that is no JSON is answered 400
      Given I am a signed-in customer
      And the request header "content-type" is "application/json"
      When I send a POST request to "/api/projects" with body "name: Website relaunch"
      Then the response status should be 400
      And the response "type" should be "urn:workspace:problem:malformed"

    @regression
    Scenario: Another content type is answered 415
      When the script sends a POST request to "/api/projects" with form:
        | name | Website relaunch |
      Then the response status should be 415
      And the response "type" should be "urn:workspace:problem:unsupported-media-type"

    @regression
    Scenario: An address that does not exist is answered 404
      When the script sends a GET request to "/api/nothing/here"
      Then the response status should be 404
      And the content type should start with "application/problem+json"

    @regression
    Scenario Outline: A page of <limit> projects is refused
      When the script sends a GET request to "/api/projects?limit=<limit>"
      Then the response status should be 422
      And the response "errors[0].field" should be "limit"
      And the response "errors[0].message" should be "Choose 1 to 100."

      Examples:
        | limit |
        | 0     |
        | 101   |
        | many  |

  Rule: What has not changed is not sent again

    Background:
      Given the script is a signed-in customer
      And the script has a project "Website relaunch"
      And the script sends a GET request to "/api/projects/{{project.id}}"
      And the script remembers the response header "etag" as "version"
      And the script sets the header "if-none-match" to "{{version}}"

    @regression
    Scenario: A client that has the newest version is told so in 304
      When the script sends a GET request to "/api/projects/{{project.id}}"
      Then the response status should be 304
      And the response body should be empty
      And the response header "etag" should be "{{version}}"

    @regression
    Scenario: After a change the new version is sent
      Given the script sends a PATCH request to "/api/projects/{{project.id}}" with JSON:
        | status | done |
      When the script sends a GET request to "/api/projects/{{project.id}}"
      Then the response status should be 200
      And the response "status" should be "done"
      And the response header "etag" should not be "{{version}}"

  Rule: Long lists come in pages that lead on to each other

    Background:
      Given the script is a signed-in customer
      And the script has a project "Attic"
      And the script has a project "Cellar"
      And the script has a project "Garden"

    @regression
    Scenario: The cursor of a page leads to the next, and the last has none
      When the script sends a GET request to "/api/projects?limit=2"
      Then the response "items[*].name" should have 2 items
      And the response "items[0].name" should be "Garden"
      And the response header "link" should match /rel="next"/
      And the script remembers the response field "nextCursor" as "cursor"
      When the script sends a GET request to "/api/projects?limit=2&cursor={{cursor}}"
      Then the response "items" should have 1 item
      And the response "items[0].name" should be "Attic"
      And the response "nextCursor" should be null
      And the response header "link" should not exist

    @full
    Scenario: A cursor that somebody made up is refused
      When the script sends a GET request to "/api/projects?cursor=page-2"
      Then the response status should be 422
      And the response "errors[0].message" should be "Use a cursor that a page gave you."

  Rule: Another site cannot act in a customer's name

    Background:
      Given Ada is a signed-in customer

    @regression
    Scenario: A form on another site changes nothing
      Given Ada sets the header "origin" to "https://evil.example"
      When Ada sends a POST request to "/api/projects" with JSON:
        | name | Not mine |
      Then the response status should be 403
      And the response "type" should be "urn:workspace:problem:other-origin"
      When Ada sends a GET request to "/api/projects"
      Then the response "items" should be empty

    @full
    Scenario: A bearer token may come from anywhere, for no browser sends it by itself
      Given Ada sends a GET request to "/api/sessions/current"
      And Ada remembers the response field "token" as "token"
      And the script uses the bearer token "{{token}}"
      And the script sets the header "origin" to "https://partner.example"
      When the script sends a POST request to "/api/projects" with JSON:
        | name | From a partner |
      Then the response status should be 201

  Rule: The description of the API is part of the API

    @regression
    Scenario: The OpenAPI document names every way to sign in
      When the script sends a GET request to "/openapi.json"
      Then the response status should be 200
      And the response should match JSON:
        """
        {
          "openapi": "#regex ^3\\.1\\.",
          "info": { "title": "Workspace" },
          "components": { "securitySchemes": { "cookie": "#object", "bearer": "#object" } }
        }
        """
      And the response '$.paths["/api/sessions"].post' should exist

    @regression @production-safe
    Scenario: The product says that it is well
      When the monitor sends a GET request to "/api/health"
      Then the response status should be 200
      And the response "status" should be "ok"
      And the response "time" should be a date and time
