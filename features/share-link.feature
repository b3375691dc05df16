@story:share-link @owner:projects @repo:workspace-web @risk:data-leak
Feature: Share a project by link
  As the owner of a project
  I want to give somebody a link to read it, and take the link back
  so that people without an account can follow along

  Background:
    Given Ada is a signed-in customer
    And Ada has a project "Website relaunch"
    And Ada has added a note "Kick-off" to the project

  Rule: Whoever has the link may read, and only read

    @smoke
    Scenario: A guest without an account reads the project
      Given Ada has shared the project
      When the guest opens "/s/{{link.token}}"
      Then the guest should see the heading "Website relaunch"
      And the guest should see the heading "Kick-off"
      And the guest should see "This project is shared with you. You can read it."
      And the guest should not see the button "Add note"

    @regression
    Scenario: An owner makes the link on the project's page
      Given Ada takes the API session to the browser
      When Ada opens "/projects/{{project.id}}"
      Then Ada should see "Only members can see this project."
      When Ada presses "Create share link"
      Then Ada should see "Share link created."
      When Ada sends a GET request to "/api/projects/{{project.id}}/share-links"
      And Ada remembers the response field "items[0].url" as "address"
      Then the "Share link" field should have value "{{address}}"
      When the guest opens "{{address}}"
      Then the guest should see the heading "Website relaunch"

    @regression
    Scenario: The API tells no names of members
      Given Ada has shared the project
      When the guest sends a GET request to "/api/shared/{{link.token}}"
      Then the response status should be 200
      And the response should match JSON:
        """
        {
          "name": "Website relaunch",
          "notes": [{ "title": "Kick-off" }],
          "files": [],
          "members": "#notpresent"
        }
        """

    @regression
    Scenario: The link is no key to the project itself
      Given Ada has shared the project
      And the guest opens "/s/{{link.token}}"
      When the guest opens "/projects/{{project.id}}"
      Then the guest should see the heading "Sign in"

    @regression
    Scenario: Files can be had through the link as well
      Given Ada sends a POST request to "/api/projects/{{project.id}}/files" with parts:
        | file | file: features/files/website-sitemap.txt |
      And Ada remembers the response field "id" as "file"
      And Ada has shared the project
      When the guest sends a GET request to "/s/{{link.token}}/files/{{file}}"
      Then the response status should be 200
      And the response should contain "Sitemap of the relaunch"

  Rule: A link that was taken back opens nothing

    Background:
      Given Ada has shared the project

    @regression
    Scenario: A guest with a revoked link finds nothing
      Given Ada sends a DELETE request to "/api/projects/{{project.id}}/share-links/{{link.id}}"
      When the guest sends a GET request to "/api/shared/{{link.token}}"
      Then the response status should be 404
      And the response body should not contain "Website relaunch"

    @regression
    Scenario: An owner revokes the link on the project's page
      Given Ada takes the API session to the browser
      When Ada opens "/projects/{{project.id}}"
      And Ada presses "Revoke link"
      Then Ada should see "Share link revoked."
      When the guest opens "/s/{{link.token}}"
      Then the guest should see the heading "Page not found"

    @regression
    Scenario: The other links go on
      Given Ada remembers "{{link.token}}" as "first token"
      And Ada has shared the project
      When Ada sends a DELETE request to "/api/projects/{{project.id}}/share-links/{{link.id}}"
      And the guest sends a GET request to "/api/shared/{{first token}}"
      Then the response status should be 200

    @full
    Scenario: A deleted project is gone for whoever has the link
      When Ada sends a DELETE request to "/api/projects/{{project.id}}"
      And the guest sends a GET request to "/api/shared/{{link.token}}"
      Then the response status should be 404

    @full
    Scenario: A made-up link opens nothing
      When the guest opens "/s/let-me-in-please"
      Then the guest should see the heading "Page not found"
