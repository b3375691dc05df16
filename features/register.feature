@story:register @owner:identity @repo:workspace-web
Feature: Register with email and password
  As a visitor
  I want to register with my email and a password
  so that I have a workspace of my own within a minute

  Rule: An email and a password of at least 12 characters are all it takes

    @smoke
    Scenario: A visitor creates an account and is welcomed to an empty workspace
      When I open "/register"
      And I fill in "Email" with "{{unique.email}}"
      And I fill in "Password" with "correct horse battery"
      And I press "Create account"
      Then I should be on "/workspace"
      And I should see the heading "Your workspace"
      And I should see "Welcome to your workspace."
      And I should see the heading "No projects yet"

    @regression
    Scenario: An API client registers a customer
      When I send a POST request to "/api/customers" with JSON:
        | email    | {{unique.email}}      |
        | password | correct horse battery |
        | name     | Ada Lovelace          |
      Then the response status should be 201
      And the response header "location" should be "/api/me"
      And the response should match JSON:
        """
        {
          "id": "#uuid",
          "email": "{{unique.email}}",
          "name": "Ada Lovelace",
          "secondFactor": false,
          "createdAt": "#datetime"
        }
        """

    @smoke
    Scenario: A short password is refused, and the field says why
      When I open "/register"
      And I fill in "Email" with "{{unique.email}}"
      And I fill in "Password" with "too short"
      And I press "Create account"
      Then I should see the alert "There is a problem"
      And I should see "Use at least 12 characters."
      And the "Email" field should have value "{{unique.email}}"
      And the "Password" field should be empty

    @regression
    Scenario Outline: A password of <length> characters is answered <status>
      When I send a POST request to "/api/customers" with JSON:
        | email    | {{unique.email}} |
        | password | <password>       |
      Then the response status should be <status>

      Examples: too short
        | password    | length | status |
        | ab          | 2      | 422    |
        | elevenchars | 11     | 422    |

      Examples: long enough
        | password                                  | length | status |
        | twelve chars                              | 12     | 201    |
        | a sentence that only its writer remembers | 41     | 201    |
        | żółw, 亀 and 🐢                           | 13     | 201    |

    @regression
    Scenario Outline: "<email>" is not taken for an email
      When I send a POST request to "/api/customers" with JSON:
        | email    | <email>               |
        | password | correct horse battery |
      Then the response status should be 422
      And the response "errors[0].field" should be "email"
      And the response "errors[0].message" should be "Enter an email address such as name@example.com."

      Examples:
        | email        |
        | ada          |
        | ada@         |
        | @example.com |

    @regression
    Scenario: Everything that is wrong is said at once
      When I send a POST request to "/api/customers" with JSON:
        | email    | nobody |
        | password | short  |
        | colour   | blue   |
      Then the response status should be 422
      And the response "detail" should be "3 values are not right."
      And the response should match JSON in any order:
        """
        {
          "errors": [
            { "field": "email", "message": "Enter an email address such as name@example.com." },
            { "field": "password", "message": "Use at least 12 characters." },
            { "field": "colour", "message": "This field is not known." }
          ]
        }
        """

  Rule: An email belongs to one customer

    Background:
      Given a customer with email "{{unique.email}}" and password "correct horse battery"

    @regression
    Scenario: An email that is taken cannot be registered again
      When I send a POST request to "/api/customers" with JSON:
        | email    | {{unique.email}}         |
        | password | another horse altogether |
      Then the response status should be 409
      And the response "type" should be "urn:workspace:problem:conflict"
      And the response "errors[0].message" should be "This email is already registered."

    @regression
    Scenario: The visitor is told that the email is registered already
      When I open "/register"
      And I fill in "Email" with "{{unique.email}}"
      And I fill in "Password" with "another horse altogether"
      And I press "Create account"
      Then I should see the alert "This email is already registered."

    @full
    Scenario: Who tried to take an email over has not changed its password
      Given the visitor sends a POST request to "/api/customers" with JSON:
        | email    | {{unique.email}}         |
        | password | another horse altogether |
      When I send a POST request to "/api/sessions" with JSON:
        | email    | {{unique.email}}      |
        | password | correct horse battery |
      Then the response status should be 201

  Rule: An email counts only once its owner confirmed it

    @regression @planned
    Scenario: A new customer confirms the email by the link in the mail
      Given a customer with email "{{unique.email}}" and password "correct horse battery"
      When I open the link in the mail to "{{unique.email}}"
      Then I should see "Your email is confirmed."
