Feature: Signing in by role

  The first who is signed in as a role signs in for all: the session is used again by other actors and later scenarios, for
  the API and the browser, and made anew when it has ended. How it is done says `signIn` in the configuration, or code of
  your own (`defineSignIn`).

  Scenario: Who is signed in as a role is signed in everywhere
    Given Alice is signed in as a reader
    When Alice sends a GET request to "/api/account"
    Then the response "email" should be "ada@example.com"
    When Alice opens "/account"
    Then Alice should see "ada@example.com"

  Scenario: Others use the same session
    Given the editor is logged in as "reader"
    When the editor sends a GET request to "/api/account"
    Then the response status should be 200
    When a guest sends a GET request to "/api/account"
    Then the response status should be 401

  Scenario: Signing in is something that happens, too
    When I log in as a reader
    And I send a GET request to "/api/account"
    Then the response status should be 200
