@story:find-tasks @owner:planning @repo:json-api
Feature: Find tasks
  As a planner
  I want to ask for just the tasks that matter now
  so that I need not read through all of them

  Rule: A filter leaves out everything else

    @smoke
    Scenario: The open tasks of one project
      When I send a GET request to "/tasks?projectId=1&done=false"
      Then the response status should be 200
      And the content type should contain "application/json"
      And the response should match JSON in any order:
        """
        [
          { "id": 1, "title": "Cut the hedge" },
          { "id": 3, "title": "Dig the pond" },
          { "id": 4, "title": "Repair the hedge cutter" }
        ]
        """

    @regression
    Scenario: The tasks within a number of hours
      When I send a GET request to "/tasks" with query parameters:
        | projectId | 1 |
        | hours_gte | 2 |
        | hours_lte | 4 |
      Then the response should have 3 items
      And the response "[0].hours" should be between 2 and 4
      And the response "[1].hours" should be between 2 and 4
      And the response "[2].hours" should be between 2 and 4

    @regression
    Scenario: Any words of a task find it
      When I send a GET request to "/tasks?q=HEDGE&projectId=1"
      Then the response should match JSON in any order:
        """
        [{ "title": "Cut the hedge" }, { "title": "Repair the hedge cutter" }]
        """

    @regression
    Scenario Outline: <what> finds nothing, and that is no error
      When I send a GET request to "/tasks?<query>"
      Then the response status should be 200
      And the response should be empty

      Examples:
        | what                    | query        |
        | A word that nobody used | q=submarine  |
        | A project without tasks | projectId=99 |

    @regression
    Scenario: A field that no task has leaves nothing out
      When I send a GET request to "/tasks?projectId=2&colour=green"
      Then the response should have 1 item

  Rule: The planner says what comes first

    @regression
    Scenario: The longest task comes first
      When I send a GET request to "/tasks?projectId=1&_sort=hours&_order=desc"
      Then the response "[0].title" should be "Dig the pond"
      And the response "[4].title" should be "Order seeds"

    @regression
    Scenario: Open before done, and each by its title
      When I send a GET request to "/tasks?projectId=1&_sort=done,title&_order=asc,asc"
      Then the response should match JSON:
        """
        [
          { "title": "Cut the hedge" },
          { "title": "Dig the pond" },
          { "title": "Repair the hedge cutter" },
          { "title": "Order seeds" },
          { "title": "Paint the bench" }
        ]
        """

  Rule: A long list comes in pages that lead to each other

    @smoke
    Scenario: The first page says how many tasks there are and where the next page is
      When I send a GET request to "/tasks?projectId=1&_page=1&_limit=2"
      Then the response should have 2 items
      And the response header "x-total-count" should be 5
      And the response header "link" should contain 'rel="next"'
      But the response header "link" should not contain 'rel="prev"'

    @regression
    Scenario: The last page holds what is left
      When I send a GET request to "/tasks?projectId=1&_page=3&_limit=2"
      Then the response should have 1 item
      And the response header "link" should contain 'rel="prev"'
      But the response header "link" should not contain 'rel="next"'

    @regression
    Scenario: There is no page behind the last one
      When I send a GET request to "/tasks?projectId=1&_page=4&_limit=2"
      Then the response status should be 200
      And the response should be empty
      And the response header "x-total-count" should be 5
