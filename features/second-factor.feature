@story:second-factor @owner:identity @repo:workspace-web @risk:account-takeover
Feature: A second factor for signing in
  As a customer
  I want to be asked for a code from my phone when I sign in
  so that a stolen password alone is worth nothing

  Background:
    Given Ada is a signed-in customer

  Rule: The second factor is on once a code has proved it

    @regression
    Scenario: A customer turns the second factor on in the settings
      Given Ada takes the API session to the browser
      When Ada opens "/settings"
      And Ada presses "Set up second factor"
      And Ada types the key on the page into the authenticator app
      And Ada reads the code for "{{key}}" from the authenticator app as "code"
      And Ada fills in "Code" with "{{code}}"
      And Ada presses "Turn on second factor"
      Then Ada should see "Second factor is on."
      And Ada should see the button "Turn off second factor"

    @regression
    Scenario: An offer that no code has proved changes nothing
      Given Ada sends a POST request to "/api/me/second-factor"
      When Ada sends a PUT request to "/api/me/second-factor" with JSON:
        | code | "000000" |
      Then the response status should be 422
      And the response "errors[0].field" should be "code"
      When Ada sends a GET request to "/api/me"
      Then the response "secondFactor" should be false

    @full
    Scenario: It cannot be set up anew while it is on
      Given Ada has turned on the second factor
      When Ada sends a POST request to "/api/me/second-factor"
      Then the response status should be 409
      And the response "detail" should be "The second factor is already on."

  Rule: With the second factor on, the password alone lets nobody in

    Background:
      Given Ada has turned on the second factor

    @smoke
    Scenario: A stolen password without the code is refused
      When the thief sends a POST request to "/api/sessions" with JSON:
        | email    | {{Ada.email}}    |
        | password | {{Ada.password}} |
      Then the response status should be 401
      And the response "type" should be "urn:workspace:problem:second-factor-required"
      And the thief should not have a cookie "workspace_session"

    @regression
    Scenario: The customer signs in with password and code
      When Ada opens "/sign-in"
      And Ada fills in "Email" with "{{Ada.email}}"
      And Ada fills in "Password" with "{{Ada.password}}"
      And Ada presses "Sign in"
      Then Ada should see the heading "Enter your code"
      When Ada reads the code for "{{key}}" from the authenticator app as "code"
      And Ada fills in "Code" with "{{code}}"
      And Ada presses "Verify"
      Then Ada should see the heading "Your workspace"

    @regression
    Scenario: Half a sign-in does not open the workspace
      When the thief opens "/sign-in"
      And the thief fills in "Email" with "{{Ada.email}}"
      And the thief fills in "Password" with "{{Ada.password}}"
      And the thief presses "Sign in"
      Then the thief should see the heading "Enter your code"
      When the thief opens "/workspace"
      Then the thief should see the heading "Sign in"

    @regression
    Scenario: Each code is good for one sign-in
      Given Ada reads the code for "{{key}}" from the authenticator app as "code"
      When Ada sends a POST request to "/api/sessions" with JSON:
        | email    | {{Ada.email}}    |
        | password | {{Ada.password}} |
        | code     | "{{code}}"       |
      Then the response status should be 201
      When the thief sends a POST request to "/api/sessions" with JSON:
        | email    | {{Ada.email}}    |
        | password | {{Ada.password}} |
        | code     | "{{code}}"       |
      Then the response status should be 401
      And the response "type" should be "urn:workspace:problem:wrong-code"

    @regression
    Scenario: Five wrong codes lock the account
      Given the thief sends a POST request to "/api/sessions" with JSON:
        | email    | {{Ada.email}}    |
        | password | {{Ada.password}} |
        | code     | "000000"         |
      And the thief repeats the request
      And the thief repeats the request
      And the thief repeats the request
      And the thief repeats the request
      When the thief repeats the request
      Then the response status should be 423

  Rule: Only the password turns the second factor off

    Background:
      Given Ada has turned on the second factor

    @regression
    Scenario: A session left open is not enough to turn it off
      When Ada sends a DELETE request to "/api/me/second-factor" with JSON:
        | password | a wrong guess |
      Then the response status should be 422
      And the response "errors[0].message" should be "This is not your password."
      When Ada sends a GET request to "/api/me"
      Then the response "secondFactor" should be true

    @regression
    Scenario: The customer turns it off with the password
      When Ada sends a DELETE request to "/api/me/second-factor" with JSON:
        | password | {{Ada.password}} |
      Then the response status should be 204
      When Ada sends a POST request to "/api/sessions" with JSON:
        | email    | {{Ada.email}}    |
        | password | {{Ada.password}} |
      Then the response status should be 201
