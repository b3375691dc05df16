@story:keep-tasks @owner:planning @repo:json-api
Feature: Keep tasks
  As a member of a project
  I want to note, correct and drop tasks
  so that the list says what is really to be done

  Background:
    When I send a POST request to "/tasks" with JSON:
      | title     | {{unique.name}} |
      | done      | false           |
      | hours     | 1.5             |
      | projectId | 77              |
    And I remember the response field "id" as "task"

  Rule: What was noted is there

    @smoke
    Scenario: A new task is answered with its number and its place
      Then the response status should be 201
      And the response header "location" should end with "/tasks/{{task}}"
      And the response should be exactly JSON:
        """
        { "id": "#number", "title": "{{unique.name}}", "done": false, "hours": 1.5, "projectId": 77 }
        """

    @smoke
    Scenario: A new task can be read where the answer says
      Given I remember the response header "location" as "place"
      When I send a GET request to "{{place}}"
      Then the response status should be 200
      And the response "title" should be "{{unique.name}}"

    @regression
    Scenario: No two tasks have the same number
      When I send a POST request to "/tasks" with JSON:
        | title | Another one |
      Then the response status should be 201
      And the response "id" should be greater than {{task}}

    @regression
    Scenario: What was never noted is not found
      When I send a GET request to "/tasks/987654"
      Then the response status should be 404
      And the response should be empty

  Rule: A task can be corrected

    @regression
    Scenario: To change one field leaves the others alone
      When I send a PATCH request to "/tasks/{{task}}" with JSON:
        | done | true |
      Then the response status should be 200
      When I send a GET request to "/tasks/{{task}}"
      Then the response should have values:
        | title     | {{unique.name}} |
        | done      | true            |
        | hours     | 1.5             |
        | projectId | 77              |

    @regression
    Scenario: To replace a task leaves nothing of the old one but its number
      When I send a PUT request to "/tasks/{{task}}" with JSON:
        | title | Rake the leaves |
      Then the response status should be 200
      When I send a GET request to "/tasks/{{task}}"
      Then the response should be exactly JSON:
        """
        { "id": {{task}}, "title": "Rake the leaves" }
        """

    @regression
    Scenario Outline: A task that is not there cannot be <done>
      When I send a <method> request to "/tasks/987654" with JSON:
        | title | Rake the leaves |
      Then the response status should be 404
      When I send a GET request to "/tasks/987654"
      Then the response status should be 404

      Examples:
        | done     | method |
        | changed  | PATCH  |
        | replaced | PUT    |

  Rule: A dropped task is gone

    @smoke
    Scenario: A dropped task is not found any more
      When I send a DELETE request to "/tasks/{{task}}"
      Then the response status should be 200
      When I send a GET request to "/tasks/{{task}}"
      Then the response status should be 404

    @regression
    Scenario: To drop it twice is told
      When I send a DELETE request to "/tasks/{{task}}"
      And I send a DELETE request to "/tasks/{{task}}"
      Then the response status should be 404

  Rule: What cannot be understood changes nothing

    @regression
    Scenario: Broken JSON is refused
      Given I set the header "content-type" to "application/json"
      When I send a POST request to "/tasks" with text:
        """
        { "title": "Half a ta
        """
      Then the response status should be 400
      When I send a GET request to "/tasks?title_like=Half"
      Then the response should be empty

    @regression
    Scenario: A number that is taken is refused, and its task stays as it is
      When I send a POST request to "/tasks" with JSON:
        | id    | {{task}}   |
        | title | An impostor |
      Then the response status should be 500
      And the response body should contain "duplicate id"
      When I send a GET request to "/tasks/{{task}}"
      Then the response "title" should be "{{unique.name}}"
