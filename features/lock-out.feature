@story:lock-out @owner:identity @repo:workspace-web @risk:account-takeover
Feature: Lock out who guesses passwords
  As a customer
  I want an account that is locked when somebody keeps guessing its password
  so that a weak moment of mine is not enough to get in

  Background:
    Given a customer with email "{{unique.email}}" and password "correct horse battery"

  Rule: Five wrong passwords lock the account for 15 minutes

    @smoke
    Scenario: After five wrong passwords the right one does not help either
      Given the stranger has tried 5 wrong passwords for "{{unique.email}}"
      When I send a POST request to "/api/sessions" with JSON:
        | email    | {{unique.email}}      |
        | password | correct horse battery |
      Then the response status should be 423
      And the response "type" should be "urn:workspace:problem:locked"
      And the response header "retry-after" should be between 890 and 900

    @regression
    Scenario: The fifth wrong password is answered like the first
      Given the stranger has tried 4 wrong passwords for "{{unique.email}}"
      When the stranger sends a POST request to "/api/sessions" with JSON:
        | email    | {{unique.email}} |
        | password | a fifth guess    |
      Then the response status should be 401
      And the response "type" should be "urn:workspace:problem:wrong-credentials"

    @regression
    Scenario: The customer is told how long to wait
      Given the stranger has tried 5 wrong passwords for "{{unique.email}}"
      When I open "/sign-in"
      And I fill in "Email" with "{{unique.email}}"
      And I fill in "Password" with "correct horse battery"
      And I press "Sign in"
      Then I should see the alert "Too many wrong passwords. Try again in 15 minutes."

    @regression @alone
    Scenario: A quarter of an hour later the customer gets in again
      Given the stranger has tried 5 wrong passwords for "{{unique.email}}"
      When 14 minutes go by
      And I send a POST request to "/api/sessions" with JSON:
        | email    | {{unique.email}}      |
        | password | correct horse battery |
      Then the response status should be 423
      When 1 minute goes by
      And I repeat the request
      Then the response status should be 201

  Rule: A lock stops guessing, and never a customer for longer than that

    @regression
    Scenario: Signing in makes up for the mistakes before
      Given the stranger has tried 4 wrong passwords for "{{unique.email}}"
      And I send a POST request to "/api/sessions" with JSON:
        | email    | {{unique.email}}      |
        | password | correct horse battery |
      And the stranger has tried 4 wrong passwords for "{{unique.email}}"
      When I repeat the request
      Then the response status should be 201

    @full @alone
    Scenario: Who keeps guessing while it is locked does not make the lock longer
      Given the stranger has tried 5 wrong passwords for "{{unique.email}}"
      When 10 minutes go by
      And the stranger has tried 5 wrong passwords for "{{unique.email}}"
      And 5 minutes go by
      And I send a POST request to "/api/sessions" with JSON:
        | email    | {{unique.email}}      |
        | password | correct horse battery |
      Then the response status should be 201

    @regression
    Scenario: A session that is open already goes on
      Given Ada is a signed-in customer
      And the stranger has tried 5 wrong passwords for "{{Ada.email}}"
      When Ada sends a GET request to "/api/me"
      Then the response status should be 200

  Rule: A lock does not tell who is a customer

    @regression
    Scenario: An email that nobody registered is locked just the same
      Given the stranger has tried 5 wrong passwords for "{{unique.email:nobody}}"
      When the stranger sends a POST request to "/api/sessions" with JSON:
        | email    | {{unique.email:nobody}} |
        | password | a sixth guess           |
      Then the response status should be 423

    @full
    Scenario: One customer's lock is nobody else's
      Given the stranger has tried 5 wrong passwords for "{{unique.email:neighbour}}"
      When I send a POST request to "/api/sessions" with JSON:
        | email    | {{unique.email}}      |
        | password | correct horse battery |
      Then the response status should be 201
