Feature: Signing in by role

  The first who is signed in as a role signs in for all: the session is used again by other actors and later scenarios, for
  the API and the browser, and made anew when it has ended. How it is done says `signIn` in the configuration, or code of
  your own (`defineSignIn`). "Is signed in" signs somebody in after Given and When, and asks the product after Then.

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

  Scenario: A role can be said in other words
    Given I am logged in with the role "reader"
    And Alice is logged in as a user with the "reader" role
    And Bob is logged in
    When I send a GET request to "/api/account"
    Then the response status should be 200
    And I should be logged in
    And Alice should be logged in as "reader"

  Scenario: Who signs out is nobody any more
    Given I am logged in
    When I log out
    Then I should be logged out
    And I should not be logged in
    Given Alice is signed out
    When Alice sends a GET request to "/api/account"
    Then the response status should be 401
    When Alice signs in
    Then Alice should be logged in

  Scenario: Somebody signs in with a name and a password
    Given I am logged in as "ada@example.com" with password "correct horse battery"
    Then I should be logged in
    When Alice logs in with the following credentials:
      | email    | ada@example.com       |
      | password | correct horse battery |
    And Bob signs in with email "ada@example.com" and password "correct horse battery"
    Then Alice should be logged in
    And Bob should be logged in
