Feature: Following the links of a mail
  A link is named by what it says, by a part of that, or by a part of its address; without a name, the mail must have only
  one. It opens in the actor's browser.

  Background:
    Given a mail server
    And I send a POST request to "/api/newsletter" with JSON:
      | email     | ada@example.com |
      | smtp.host | {{mail.host}}   |
      | smtp.port | {{mail.port}}   |
    And I should receive a mail

  Scenario: The subscription is confirmed
    Then the mail should have a link
    And the mail should have a link "Confirm"
    And the mail should not have a link to "/unsubscribe"
    When I follow the first link in the mail
    And I follow the link "Confirm" in the mail
    Then I should see "You will hear from us"
