@story:see-what-belongs-together @owner:planning @repo:json-api
Feature: See what belongs together
  As a planner
  I want tasks together with their project, their person and their comments
  so that one question is enough to know where a task stands

  Rule: An answer brings along what was asked for

    @smoke
    Scenario: A task brings its project and its person
      When I send a GET request to "/tasks/1?_expand=project&_expand=person"
      Then the response "project.name" should be "Garden"
      And the response "person.name" should be "Ada"

    @regression
    Scenario: A project brings its tasks
      When I send a GET request to "/projects/2?_embed=tasks"
      Then the response should match JSON:
        """
        { "name": "Attic", "tasks": [{ "title": "Carry boxes", "projectId": 2 }] }
        """

    @regression
    Scenario: Nothing is brought along that nobody asked for
      When I send a GET request to "/tasks/1"
      Then the response "projectId" should be 1
      But the response "project" should not exist
      And the response "comments" should not exist

    @regression
    Scenario: Who has no tasks brings an empty list
      When I send a GET request to "/people/3?_embed=tasks"
      Then the response "tasks" should be empty

  Rule: What belongs to a task is found below it

    @regression
    Scenario: A comment that is noted below a task belongs to it
      Given I send a POST request to "/tasks" with JSON:
        | title | Sweep the path |
      And I remember the response field "id" as "task"
      When I send a POST request to "/tasks/{{task}}/comments" with JSON:
        | text | The broom is in the shed |
      Then the response status should be 201
      When I send a GET request to "/tasks/{{task}}/comments"
      Then the response should match JSON:
        """
        [{ "text": "The broom is in the shed", "taskId": "#present" }]
        """

    @regression
    Scenario: The comments of a dropped task are dropped with it
      Given I send a POST request to "/tasks" with JSON:
        | title | Sweep the path |
      And I remember the response field "id" as "task"
      And I send a POST request to "/comments" with JSON:
        | text   | The broom is in the shed |
        | taskId | {{task}}                 |
      And I remember the response field "id" as "comment"
      When I send a DELETE request to "/tasks/{{task}}"
      And I send a GET request to "/comments/{{comment}}"
      Then the response status should be 404
