@story:permissions @owner:identity @repo:registry @risk:leak
Feature: Read and publish only what is yours to
  As the owner of a registry
  I want everybody to use what is public and only its members to see what is the team's
  so that we can share without giving everything away

  Background:
    Given Ada authenticates as "ada" with the password "correct horse battery"
    And Grace authenticates as "grace" with the password "staple of the day"
    And Bob authenticates as "bob" with the password "three wise monkeys"

  Rule: Guests read and do not publish

    @smoke
    Scenario: A guest who publishes is asked to sign in, and nothing is published
      Given I remember the following values:
        | package | ruler-{{unique.number}} |
        | version | 1.0.0                   |
        | tag     | latest                  |
      When a guest sends a PUT request to "/{{package}}" with JSON from the file "files/release.json"
      Then the response status should be 401
      And the response "error" should be "authorization required to publish package {{package}}"
      When a guest sends a GET request to "/{{package}}"
      Then the response status should be 404

    @regression
    Scenario: With a wrong password nothing is published
      Given I remember the following values:
        | package | ruler-{{unique.number}} |
        | version | 1.0.0                   |
        | tag     | latest                  |
      And the impostor authenticates as "ada" with the password "incorrect horse"
      When the impostor sends a PUT request to "/{{package}}" with JSON from the file "files/release.json"
      Then the response status should be 401

  Rule: Only its members see what is the team's

    Background:
      Given I remember the following values:
        | package | @team/plan-{{unique.number}} |
        | version | 1.0.0                        |
        | tag     | latest                       |
      And Ada sends a PUT request to "/{{package}}" with JSON from the file "files/release.json"

    @smoke
    Scenario: A member of the team reads it
      When Grace sends a GET request to "/{{package}}"
      Then the response status should be 200
      And the response "name" should be "{{package}}"

    @regression
    Scenario: Strangers and guests do not
      When Bob sends a GET request to "/{{package}}"
      And a guest sends a GET request to "/{{package}}"
      Then Bob's response status should be 403
      But the response status should be 401
      When a guest sends a GET request to "/-/v1/search?text={{package}}"
      Then the response "objects" should be empty

    @regression
    Scenario: A member who may read may not publish
      Given I remember "1.1.0" as "version"
      When Grace sends a PUT request to "/{{package}}" with JSON from the file "files/release.json"
      Then the response status should be 403
      And the response "error" should be "user grace is not allowed to publish package {{package}}"

    @regression
    Scenario: A guest's page says that one must sign in
      When the guest opens "/-/web/detail/{{package}}"
      Then the guest should see the heading "Sorry, you need credentials access to see this page."
      And the guest should not see "How to measure"

    @regression
    Scenario: A member who signs in finds it on the pages
      Given Grace is on the homepage
      And Grace presses the "Login" button
      And Grace fills in "Username" with "grace"
      And Grace fills in "Password" with "staple of the day"
      And Grace presses the "Login" button in the dialog
      And Grace waits for the dialog to disappear
      Then Grace should see the link "{{package}}"
      When Grace follows "{{package}}"
      Then Grace should see the heading "How to measure"

  Rule: Who may publish need not be allowed to take away

    Background:
      Given I remember the following values:
        | package | ruler-{{unique.number}} |
        | version | 1.0.0                   |
        | tag     | latest                  |
      And Bob sends a PUT request to "/{{package}}" with JSON from the file "files/release.json"
      And Bob sends a GET request to "/{{package}}"
      And I remember the response field "_rev" as "revision"

    @regression
    Scenario: Bob cannot take away even his own package
      When Bob sends a DELETE request to "/{{package}}/-rev/{{revision}}"
      Then the response status should be 403
      When a guest sends a GET request to "/{{package}}"
      Then the response status should be 200
