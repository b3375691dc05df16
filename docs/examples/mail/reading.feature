Feature: Reading a mail
  "The mail" is the one that was expected last; before any was, the first that arrives. What it says is looked for in its
  plain part and in what its HTML says to a person; "the HTML of the mail" is the source.

  Background:
    Given a mail server
    And I send a POST request to "/api/newsletter" with JSON:
      | email     | ada@example.com |
      | name      | Ada             |
      | copy      | bob@example.com |
      | smtp.host | {{mail.host}}   |
      | smtp.port | {{mail.port}}   |
    And I should receive a mail

  Scenario: What it says
    Then the mail should contain "Dear Ada"
    And the email should not contain "password"
    And the subject of the mail should start with "Please confirm"
    And the mail subject should be "Please confirm your subscription"
    And the HTML of the mail should contain "<b>Ada</b>"
    And I should see "482913" in the email body
    And I should not see "password" in the email
    And the email header "X-Shop" should be "Bookshop"
    And the email should contain:
      """
      your code is 482913
      """

  Scenario: Who it is from, and to
    Then the mail should be from "shop@example.com"
    And the sender of the email should be "shop@example.com"
    And the mail should be sent to "ada@example.com"
    And the email should have "bob@example.com" in CC
    And the mail should have the subject "Please confirm your subscription"
    And the mail should be titled "Please confirm your subscription"
    And the reply-to address of the mail should be "help@example.com"
