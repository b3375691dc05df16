@story:sessions @owner:identity @repo:workspace-web
Feature: Stay signed in, and sign out
  As a customer
  I want a session that lasts as long as I mean it to
  so that I am not asked for my password all day, and nobody finds my workspace open

  Rule: Signing out ends the session everywhere it is known

    Background:
      Given Ada is a signed-in customer

    @smoke
    Scenario: A customer signs out and the workspace is closed
      Given Ada takes the API session to the browser
      When Ada opens "/workspace"
      And Ada presses "Sign out"
      Then Ada should see "You are signed out."
      When Ada opens "/workspace"
      Then Ada should see the heading "Sign in"

    @regression
    Scenario: A copied token is worth nothing after signing out
      Given Ada sends a GET request to "/api/sessions/current"
      And Ada remembers the response field "token" as "token"
      When Ada sends a DELETE request to "/api/sessions/current"
      Then the response status should be 204
      When the thief uses the bearer token "{{token}}"
      And the thief sends a GET request to "/api/me"
      Then the response status should be 401

    @regression
    Scenario: Signing out on the laptop leaves the phone signed in
      Given the phone sends a POST request to "/api/sessions" with JSON:
        | email    | {{Ada.email}}    |
        | password | {{Ada.password}} |
      When Ada sends a DELETE request to "/api/sessions/current"
      And the phone sends a GET request to "/api/me"
      Then the response status should be 200
      And the response "email" should be "{{Ada.email}}"

    @regression
    Scenario: Signing out on the page signs out of the API as well
      Given Ada takes the API session to the browser
      When Ada opens "/workspace"
      And Ada presses "Sign out"
      Then Ada should see "You are signed out."
      When Ada sends a GET request to "/api/me"
      Then the response status should be 401

  Rule: A session ends after 8 hours

    Background:
      Given Ada is a signed-in customer

    @regression @alone
    Scenario: A session lasts a working day and no longer
      When 7 hours go by
      And Ada sends a GET request to "/api/me"
      Then the response status should be 200
      When 1 hour goes by
      And Ada repeats the request
      Then the response status should be 401

    @regression @alone
    Scenario: The page says that the session has ended, and goes on where the customer was
      Given Ada takes the API session to the browser
      And Ada opens "/workspace"
      When 8 hours go by
      And Ada opens "/settings"
      Then Ada should see "Your session has ended. Sign in again."
      When Ada fills in "Email" with "{{Ada.email}}"
      And Ada fills in "Password" with "{{Ada.password}}"
      And Ada presses "Sign in"
      Then Ada should be on "/settings"

  Rule: "Remember me" keeps the session for 30 days

    Background:
      Given a customer with email "{{unique.email}}" and password "correct horse battery"

    @regression
    Scenario: The cookie of a remembered session outlives the browser
      When I send a POST request to "/api/sessions" with JSON:
        | email      | {{unique.email}}      |
        | password   | correct horse battery |
        | rememberMe | true                  |
      Then the response header "set-cookie" should contain "Max-Age=2592000"

    @regression
    Scenario: Without it the cookie goes when the browser is closed
      When I send a POST request to "/api/sessions" with JSON:
        | email    | {{unique.email}}      |
        | password | correct horse battery |
      Then the response header "set-cookie" should contain "workspace_session="
      And the response header "set-cookie" should not contain "Max-Age"
      And the response header "set-cookie" should not contain "Expires"

    @regression
    Scenario: No script and no other site gets hold of the cookie
      When I send a POST request to "/api/sessions" with JSON:
        | email    | {{unique.email}}      |
        | password | correct horse battery |
      Then the response header "set-cookie" should contain "HttpOnly"
      And the response header "set-cookie" should contain "SameSite=Lax"

    @regression @alone
    Scenario: A remembered customer is still signed in four weeks later
      Given I send a POST request to "/api/sessions" with JSON:
        | email      | {{unique.email}}      |
        | password   | correct horse battery |
        | rememberMe | true                  |
      When 28 days go by
      And I send a GET request to "/api/me"
      Then the response status should be 200
      When 2 days go by
      And I repeat the request
      Then the response status should be 401

    @regression @alone
    Scenario: Who ticks "Remember me" finds the workspace open the next day
      Given I open "/sign-in"
      And I fill in "Email" with "{{unique.email}}"
      And I fill in "Password" with "correct horse battery"
      And I check "Remember me"
      And I press "Sign in"
      And I should see the heading "Your workspace"
      When 24 hours go by
      And I open "/workspace"
      Then I should see the heading "Your workspace"
