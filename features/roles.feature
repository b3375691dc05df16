@story:roles @owner:projects @repo:workspace-web @risk:data-leak
Feature: Roles in a project
  As the owner of a project
  I want to say who may read it, who may work on it and who may decide about it
  so that I can let people in without letting go

  Background:
    Given Ada is a signed-in customer
    And Bob is a signed-in customer
    And Ada has a project "Website relaunch"

  Rule: For anybody else a project does not exist

    @smoke
    Scenario: A stranger cannot tell a project of others from one that never was
      When Bob sends a GET request to "/api/projects/{{project.id}}"
      Then the response status should be 404
      And Bob remembers the response as "the answer to a project of others"
      When Bob sends a GET request to "/api/projects/{{unique.id}}"
      Then the response status should be 404
      And the response should be "{{the answer to a project of others}}"

    @regression
    Scenario: A stranger does not see it among the projects
      When Bob sends a GET request to "/api/projects"
      Then the response "items" should be empty

    @regression
    Scenario: A stranger with the address finds no page
      Given Bob takes the API session to the browser
      When Bob opens "/projects/{{project.id}}"
      Then Bob should see the heading "Page not found"
      And Bob should not see "Website relaunch"

  Rule: Guests read, members work, owners decide

    @smoke
    Scenario: A guest reads the project and cannot change it
      Given Ada has invited Bob to the project as guest
      When Bob sends a GET request to "/api/projects/{{project.id}}"
      Then the response status should be 200
      And the response "role" should be "guest"
      When Bob sends a PATCH request to "/api/projects/{{project.id}}" with JSON:
        | name | Taken over |
      Then the response status should be 403
      And the response "detail" should be "As guest of this project you may not change it."
      When Ada sends a GET request to "/api/projects/{{project.id}}"
      Then the response "name" should be "Website relaunch"

    @regression
    Scenario Outline: To <action> as <role> is answered <status>
      Given Ada has invited Bob to the project as <role>
      When Bob sends a <method> request to "/api/projects/{{project.id}}<part>" with JSON:
        """
        <body>
        """
      Then the response status should be <status>

      Examples: a guest may read
        | role  | action            | method | part         | body                                             | status |
        | guest | change the name   | PATCH  |              | {"name": "Relaunch"}                             | 403    |
        | guest | add a note        | POST   | /notes       | {"title": "Kick-off"}                            | 403    |
        | guest | invite somebody   | POST   | /members     | {"email": "{{unique.email}}", "role": "guest"}   | 403    |
        | guest | share the project | POST   | /share-links | {}                                               | 403    |

      Examples: a member may work on it
        | role   | action            | method | part         | body                                           | status |
        | member | change the name   | PATCH  |              | {"name": "Relaunch"}                           | 200    |
        | member | add a note        | POST   | /notes       | {"title": "Kick-off"}                          | 201    |
        | member | invite somebody   | POST   | /members     | {"email": "{{unique.email}}", "role": "guest"} | 403    |
        | member | share the project | POST   | /share-links | {}                                             | 403    |

      Examples: an owner may decide about it
        | role  | action            | method | part         | body                                            | status |
        | owner | invite somebody   | POST   | /members     | {"email": "{{unique.email}}", "role": "member"} | 201    |
        | owner | share the project | POST   | /share-links | {}                                              | 201    |

    @regression
    Scenario Outline: A <role> cannot delete the project
      Given Ada has invited Bob to the project as <role>
      When Bob sends a DELETE request to "/api/projects/{{project.id}}"
      Then the response status should be 403
      When Ada sends a GET request to "/api/projects/{{project.id}}"
      Then the response status should be 200

      Examples:
        | role   |
        | guest  |
        | member |

    @regression
    Scenario: A guest's page offers nothing that a guest may not do
      Given Ada has invited Bob to the project as guest
      And Bob takes the API session to the browser
      When Bob opens "/projects/{{project.id}}"
      Then Bob should see the heading "Website relaunch"
      And Bob should see "You are a guest"
      And Bob should not see the button "Add note"
      And Bob should not see the button "Save changes"
      And Bob should not see the button "Invite"
      And Bob should not see the button "Delete project"

    @regression
    Scenario: A member's page is for working, not for deciding
      Given Ada has invited Bob to the project as member
      And Bob takes the API session to the browser
      When Bob opens "/projects/{{project.id}}"
      Then Bob should see the button "Add note"
      And Bob should see the button "Save changes"
      And Bob should not see the button "Invite"
      And Bob should not see the button "Delete project"

  Rule: Owners let people in and out

    @regression
    Scenario: An owner invites somebody on the project's page
      Given Ada takes the API session to the browser
      When Ada opens "/projects/{{project.id}}"
      And Ada fills in "Email" with "{{Bob.email}}"
      And Ada selects "Guest" from "Role"
      And Ada presses "Invite"
      Then Ada should see "Invitation saved."
      And Ada should see "{{Bob.email}}"
      When Bob sends a GET request to "/api/projects/{{project.id}}"
      Then the response "role" should be "guest"

    @regression
    Scenario: An invitation waits for somebody who has not registered yet
      Given Ada sends a POST request to "/api/projects/{{project.id}}/members" with JSON:
        | email | {{unique.email:newcomer}} |
        | role  | member                    |
      And the newcomer sends a POST request to "/api/customers" with JSON:
        | email    | {{unique.email:newcomer}} |
        | password | correct horse battery     |
      And the newcomer sends a POST request to "/api/sessions" with JSON:
        | email    | {{unique.email:newcomer}} |
        | password | correct horse battery     |
      When the newcomer sends a GET request to "/api/projects"
      Then the response "items[0].name" should be "Website relaunch"
      And the response "items[0].role" should be "member"

    @full
    Scenario: Nobody is invited twice
      Given Ada has invited Bob to the project as guest
      When Ada sends a POST request to "/api/projects/{{project.id}}/members" with JSON:
        | email | {{Bob.email}} |
        | role  | owner         |
      Then the response status should be 409
      And the response "errors[0].message" should be "This person is already a member."

    @regression
    Scenario: Who was removed is a stranger again
      Given Ada has invited Bob to the project as member
      When Ada sends a DELETE request to "/api/projects/{{project.id}}/members/{{membership.id}}"
      Then the response status should be 204
      When Bob sends a GET request to "/api/projects/{{project.id}}"
      Then the response status should be 404

    @regression
    Scenario: Anybody may leave
      Given Ada has invited Bob to the project as guest
      And Bob takes the API session to the browser
      When Bob opens "/projects/{{project.id}}"
      And Bob presses "Leave project"
      Then Bob should be on "/workspace"
      And Bob should see the heading "No projects yet"

    @regression
    Scenario: A guest who became a member may work at once
      Given Ada has invited Bob to the project as guest
      When Ada sends a PATCH request to "/api/projects/{{project.id}}/members/{{membership.id}}" with JSON:
        | role | member |
      And Bob sends a POST request to "/api/projects/{{project.id}}/notes" with JSON:
        | title | Kick-off |
      Then the response status should be 201

  Rule: A project always keeps an owner

    Background:
      Given Ada sends a GET request to "/api/projects/{{project.id}}/members"
      And Ada remembers the response field "items[0].id" as "own membership"

    @regression
    Scenario: The last owner cannot leave
      When Ada sends a DELETE request to "/api/projects/{{project.id}}/members/{{own membership}}"
      Then the response status should be 409
      And the response "detail" should be "A project needs at least one owner."

    @regression
    Scenario: The last owner cannot step down
      When Ada sends a PATCH request to "/api/projects/{{project.id}}/members/{{own membership}}" with JSON:
        | role | member |
      Then the response status should be 409

    @full
    Scenario: An owner who has handed over may leave
      Given Ada has invited Bob to the project as owner
      When Ada sends a DELETE request to "/api/projects/{{project.id}}/members/{{own membership}}"
      Then the response status should be 204
      When Ada sends a GET request to "/api/projects/{{project.id}}"
      Then the response status should be 404
