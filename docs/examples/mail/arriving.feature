Feature: Expecting mails
  Each of these sentences waits (five seconds where it names no time, `timeouts.expectMs`) and takes the oldest mail that
  fits; each mail is taken once. Addresses count as the mail server was told them, so copies and hidden copies are found
  too. A title in quotes is the whole title; a pattern between slashes is looked for. Counts are of all mails since the
  scenario began, or since the inbox was cleared. To open a mail is to say which one "the mail" is: it may have been
  expected before. Sentences that nothing arrives wait for one second where they name no time.

  Background:
    Given a mail server
    And I send a POST request to "/api/newsletter" with JSON:
      | email     | ada@example.com |
      | name      | Ada             |
      | smtp.host | {{mail.host}}   |
      | smtp.port | {{mail.port}}   |

  Scenario: A mail arrives
    Then Ada receives a mail titled "Please confirm your subscription"
    And Ada should have received 1 mail

  Scenario: By its address
    Then I should receive an email at "ada@example.com" with the subject "Please confirm your subscription" within 10 seconds
    And I should not receive another mail within 200 ms

  Scenario: Said of the mail
    Then a mail to "ada@example.com" should arrive within 5 seconds
    And no mail should be sent to "bob@example.com" within 200 ms
    And 1 email should be sent to "ada@example.com"

  Scenario: Counted
    Then Ada should receive 1 mail
    And Ada should have 1 mail titled "Please confirm your subscription"
    And there should be 1 mail
    And 1 mail should arrive within 5 seconds
    And "ada@example.com" should receive 1 mail
    And the inbox of "ada@example.com" should contain 1 mail

  Scenario: The inbox
    Then the inbox of "ada@example.com" should contain a mail with the subject "Please confirm your subscription"
    And the inbox of "bob@example.com" should be empty within 200 ms
    When I clear the inbox
    Then the inbox should be empty within 200 ms

  Scenario: One of several mails is opened
    When I open the email with the subject "Please confirm your subscription"
    Then the mail should contain "482913"
    When "ada@example.com" opens the latest email
    Then the mail should contain "482913"

  Scenario: Said of the address
    Then "ada@example.com" should receive a mail from "shop@example.com" with subject /confirm/i
    And "bob@example.com" should not receive any mail within 200 ms
