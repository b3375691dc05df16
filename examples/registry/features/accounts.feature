@story:accounts @owner:identity @repo:registry
Feature: Have an account
  As a developer
  I want an account of my own at the registry
  so that my name stands on what I publish, and nobody else's does

  Rule: Who makes an account is signed in with it

    @smoke
    Scenario: A newcomer gets a token, and the registry knows whose it is
      When I send a PUT request to "/-/user/org.couchdb.user:newcomer-{{unique.number}}" with JSON:
        | name     | newcomer-{{unique.number}} |
        | password | a password of my own       |
        | email    | {{unique.email}}           |
      Then the response status should be 201
      And the response "ok" should be "user 'newcomer-{{unique.number}}' created"
      Given I remember the response field "token" as "token"
      And I use the bearer token "{{token}}"
      When I send a GET request to "/-/whoami"
      Then the response "username" should be "newcomer-{{unique.number}}"

    @regression
    Scenario Outline: A name that is taken stays with its owner, <whatever>
      When I send a PUT request to "/-/user/org.couchdb.user:ada" with JSON:
        | name     | ada        |
        | password | <password> |
      Then the response status should be <status>
      And the response "token" should not exist

      Examples:
        | whatever                    | password              | status |
        | whoever knows the password  | correct horse battery | 409    |
        | whoever makes up another one | mine, all mine       | 401    |

    @regression
    Scenario: A password of one letter is refused
      When I send a PUT request to "/-/user/org.couchdb.user:newcomer-{{unique.number}}" with JSON:
        | name     | newcomer-{{unique.number}} |
        | password | x                          |
      Then the response status should be 400
      And the response "error" should contain "password"

  Rule: Only the right password signs in

    @smoke
    Scenario: The right password is answered with a token
      When I send a POST request to "/-/verdaccio/sec/login" with JSON:
        | username | ada                   |
        | password | correct horse battery |
      Then the response status should be 200
      And the response should match JSON:
        """
        { "username": "ada", "token": "#string" }
        """

    @regression
    Scenario Outline: <who> is not told what was wrong
      When I send a POST request to "/-/verdaccio/sec/login" with JSON:
        | username | <name>     |
        | password | <password> |
      Then the response status should be 401
      And the response should be exactly JSON:
        """
        { "error": "bad username/password, access denied" }
        """

      Examples:
        | who                          | name   | password              |
        | Who has the wrong password   | ada    | incorrect horse       |
        | Who has somebody else's      | bob    | correct horse battery |
        | Who has no account           | nobody | correct horse battery |

    @regression
    Scenario: A token that was made up is nobody's
      Given I use the bearer token "bm9ib2R5IGdhdmUgbWUgdGhpcw=="
      When I send a GET request to "/-/whoami"
      Then the response status should be 200
      And the response "username" should not exist
