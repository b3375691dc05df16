@story:projects @owner:projects @repo:workspace-web
Feature: Keep projects
  As a customer
  I want to keep my projects with their notes in one place
  so that I find what I know about them where I left it

  Background:
    Given Ada is a signed-in customer

  Rule: What was saved is there

    @smoke
    Scenario: A new project is on the dashboard
      Given Ada takes the API session to the browser
      When Ada opens "/workspace"
      And Ada fills in "Project name" with "Website relaunch"
      And Ada fills in "Description" with "New pages before the autumn fair"
      And Ada presses "Create project"
      Then Ada should see the heading "Website relaunch"
      And Ada should see "Project created."
      When Ada opens "/workspace"
      Then Ada should see the link "Website relaunch"
      And Ada should see "New pages before the autumn fair"

    @regression
    Scenario: A project that the API created can be read where it says
      When Ada sends a POST request to "/api/projects" with JSON:
        | name        | Website relaunch |
        | description | New pages        |
      Then the response status should be 201
      And Ada remembers the response header "location" as "place"
      When Ada sends a GET request to "{{place}}"
      Then the response status should be 200
      And the response should be JSON:
        """
        {
          "id": "#uuid",
          "name": "Website relaunch",
          "description": "New pages",
          "status": "active",
          "role": "owner",
          "createdAt": "#datetime",
          "updatedAt": "#datetime"
        }
        """

    @regression
    Scenario: A change is there when the project is opened again
      Given Ada has a project "Website relaunch"
      And Ada takes the API session to the browser
      When Ada opens "/projects/{{project.id}}"
      And Ada fills in "Project name" with "Website relaunch 2"
      And Ada selects "Paused" from "Status"
      And Ada presses "Save changes"
      Then Ada should see "Changes saved."
      And Ada should see the heading "Website relaunch 2"
      When Ada sends a GET request to "/api/projects/{{project.id}}"
      Then the response should match JSON:
        """
        { "name": "Website relaunch 2", "status": "paused", "description": "" }
        """

    @regression
    Scenario: A change of one field leaves the others alone
      Given Ada has a project "Website relaunch"
      When Ada sends a PATCH request to "/api/projects/{{project.id}}" with JSON:
        | status | done |
      And Ada sends a GET request to "/api/projects/{{project.id}}"
      Then the response "name" should be "Website relaunch"
      And the response "status" should be "done"

    @regression
    Scenario: The newest project comes first
      Given Ada has a project "Garden"
      And Ada has a project "Attic"
      When Ada sends a GET request to "/api/projects"
      Then the response "items" should have 2 items
      And the response "items[0].name" should be "Attic"
      And the response "items[1].name" should be "Garden"

    @regression
    Scenario: A note is on the page without loading it again
      Given Ada has a project "Website relaunch"
      And Ada takes the API session to the browser
      When Ada opens "/projects/{{project.id}}"
      And Ada fills in "Title" with "Kick-off"
      And Ada fills in "Text" with "The checkout comes first."
      And Ada presses "Add note"
      Then Ada should see "Note added."
      And Ada should see the heading "Kick-off"
      And Ada should see "The checkout comes first."

  Rule: A project has a name of at most 80 characters

    @regression
    Scenario Outline: A project cannot be called <what>
      When Ada sends a POST request to "/api/projects" with JSON:
        """
        { "name": "<name>" }
        """
      Then the response status should be 422
      And the response "errors[0].message" should be "Enter a name of at most 80 characters."
      When Ada sends a GET request to "/api/projects"
      Then the response "items" should be empty

      Examples:
        | what          | name                                                                              |
        | nothing       |                                                                                   |
        | blanks only   | \u0020\u0020                                                                      |
        | 81 characters | 123456789 123456789 123456789 123456789 123456789 123456789 123456789 123456789 1 |

    @regression
    Scenario: A form without a name comes back with what was written
      Given Ada takes the API session to the browser
      When Ada opens "/workspace"
      And Ada fills in "Description" with "New pages before the autumn fair"
      And Ada presses "Create project"
      Then Ada should see the alert "Enter a name of at most 80 characters."
      And the "Description" field should have value "New pages before the autumn fair"

  Rule: Names are text, whatever is in them

    @regression
    Scenario: Markup in a name is shown and not obeyed
      Given Ada has a project "<img src=x onerror=alert(1)> & sons"
      And Ada takes the API session to the browser
      When Ada opens "/projects/{{project.id}}"
      Then Ada should see the heading "<img src=x onerror=alert(1)> & sons"

    @full
    Scenario: Emoji and right-to-left writing come back as they were
      Given Ada has a project "عمارة 🏗️ Łódź"
      When Ada sends a GET request to "/api/projects/{{project.id}}"
      Then the response "name" should be "عمارة 🏗️ Łódź"

  Rule: Nobody overwrites a change that they have not seen

    @regression
    Scenario: The second of two changes to the same version is refused
      Given Ada has a project "Website relaunch"
      And Ada sends a GET request to "/api/projects/{{project.id}}"
      And Ada remembers the response header "etag" as "version"
      And Ada sets the header "if-match" to "{{version}}"
      When Ada sends a PATCH request to "/api/projects/{{project.id}}" with JSON:
        | name | The first change |
      Then the response status should be 200
      When Ada sends a PATCH request to "/api/projects/{{project.id}}" with JSON:
        | name | The second change |
      Then the response status should be 412
      And the response "type" should be "urn:workspace:problem:changed-meanwhile"
      When Ada sends a GET request to "/api/projects/{{project.id}}"
      Then the response "name" should be "The first change"

  Rule: Deleting is meant, and it is for good

    Background:
      Given Ada has a project "Website relaunch"
      And Ada has added a note "Kick-off" to the project
      And Ada takes the API session to the browser

    @regression
    Scenario: A project is not deleted by a slip
      When Ada opens "/projects/{{project.id}}"
      And Ada presses "Delete project"
      Then Ada should see the alert "Tick the box to delete the project."
      When Ada sends a GET request to "/api/projects/{{project.id}}"
      Then the response status should be 200

    @regression
    Scenario: A deleted project is gone with its notes
      When Ada opens "/projects/{{project.id}}"
      And Ada checks "Delete this project with its notes and files"
      And Ada presses "Delete project"
      Then Ada should be on "/workspace"
      And Ada should see "Project deleted."
      And Ada should see the heading "No projects yet"
      When Ada sends a GET request to "/api/projects/{{project.id}}/notes/{{note.id}}"
      Then the response status should be 404
