@story:sign-in @owner:identity @repo:workspace-web
Feature: Sign in with email and password
  As a customer
  I want to sign in with my email and password
  so that I can reach my workspace and nobody else can

  Rule: The right email and password open the workspace

    Background:
      Given a customer with email "{{unique.email}}" and password "correct horse battery"

    @smoke @latency:p95<2s
    Scenario: A known customer reaches the dashboard
      When I open "/sign-in"
      And I fill in "Email" with "{{unique.email}}"
      And I fill in "Password" with "correct horse battery"
      And I press "Sign in"
      Then I should be on "/workspace"
      And I should see the heading "Your workspace"

    @regression
    Scenario: An API client gets a token that stands for the customer
      When I send a POST request to "/api/sessions" with JSON:
        | email    | {{unique.email}}      |
        | password | correct horse battery |
      Then the response status should be 201
      And I remember the response field "token" as "token"
      When the script uses the bearer token "{{token}}"
      And the script sends a GET request to "/api/me"
      Then the response status should be 200
      And the response "email" should be "{{unique.email}}"

    @regression
    Scenario: Capitals and blanks around the email make no difference
      When I send a POST request to "/api/customers" with JSON:
        | email    | Ada.{{unique.email}}  |
        | password | correct horse battery |
      And I open "/sign-in"
      And I fill in "Email" with "  ADA.{{unique.email}} "
      And I fill in "Password" with "correct horse battery"
      And I press "Sign in"
      Then I should see the heading "Your workspace"

    @regression
    Scenario: The page that was asked for is the one reached after signing in
      When I open "/settings"
      Then I should see the heading "Sign in"
      When I fill in "Email" with "{{unique.email}}"
      And I fill in "Password" with "correct horse battery"
      And I press "Sign in"
      Then I should be on "/settings"
      And I should see "{{unique.email}}"

    @full
    Scenario Outline: A link to sign-in never leads on to <where>
      Given I do not follow redirects
      When I send a POST request to "/sign-in" with form:
        | email    | {{unique.email}}      |
        | password | correct horse battery |
        | next     | <next>                |
      Then the response status should be 303
      And the response header "location" should be "/workspace"

      Examples:
        | where                           | next                  |
        | another site                    | https://evil.example/ |
        | another site without its scheme | //evil.example/       |
        | another site behind a backslash | /\\evil.example/      |

  Rule: A wrong email and a wrong password cannot be told apart

    Background:
      Given a customer with email "{{unique.email}}" and password "correct horse battery"

    @regression
    Scenario: A guess at the password says as little as a guess at the email
      When the stranger sends a POST request to "/api/sessions" with JSON:
        | email    | {{unique.email}} |
        | password | a wrong guess    |
      Then the response status should be 401
      And the stranger remembers the response as "the answer to a wrong password"
      When the stranger sends a POST request to "/api/sessions" with JSON:
        | email    | {{unique.email:nobody}} |
        | password | a wrong guess           |
      Then the response status should be 401
      And the response should be "{{the answer to a wrong password}}"

    @smoke
    Scenario: A wrong password is refused in words that give nothing away
      When the stranger opens "/sign-in"
      And the stranger fills in "Email" with "{{unique.email}}"
      And the stranger fills in "Password" with "a wrong guess"
      And the stranger presses "Sign in"
      Then the stranger should see the alert "Email or password is wrong."
      And the "Password" field should be empty

  Rule: Without signing in there is nothing to see

    @regression
    Scenario Outline: <page> asks a visitor to sign in first
      When the visitor opens "<page>"
      Then the visitor should see the heading "Sign in"

      Examples:
        | page           |
        | /workspace     |
        | /settings      |
        | /search?q=plan |

    @regression
    Scenario: The API says that it wants a session, and of which kind
      When the visitor sends a GET request to "/api/projects"
      Then the response status should be 401
      And the response header "www-authenticate" should be "Bearer"
      And the response "type" should be "urn:workspace:problem:not-signed-in"

    @regression
    Scenario: A made-up token is worth nothing
      Given the stranger uses the bearer token "let-me-in-please"
      When the stranger sends a GET request to "/api/me"
      Then the response status should be 401

  Rule: Who forgot the password gets a new one by mail

    @regression @planned
    Scenario: A customer sets a new password with the link in the mail
      Given a customer with email "{{unique.email}}" and password "correct horse battery"
      When I open "/sign-in"
      And I follow "Forgot your password?"
      And I fill in "Email" with "{{unique.email}}"
      And I press "Send me a link"
      And I open the link in the mail to "{{unique.email}}"
      And I fill in "New password" with "a new horse altogether"
      And I press "Save password"
      Then I should see the heading "Your workspace"

    @full @planned
    Scenario: The answer to a request for a new password does not tell who is a customer
      When the stranger asks for a new password for "{{unique.email:nobody}}"
      Then the stranger should see "If this email is registered, a mail is on its way."
