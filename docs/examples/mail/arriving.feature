Feature: Expecting mails
  Each of these sentences waits (five seconds where it names no time, `timeouts.expectMs`) and takes the oldest mail that
  fits; each mail is taken once. Addresses count as the mail server was told them, so copies and hidden copies are found
  too. A title in quotes is the whole title; a pattern between slashes is looked for. Counts are of all mails since the
  scenario began. Sentences that nothing arrives wait for one second where they name no time.

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

  Scenario: Said of the address
    Then "ada@example.com" should receive a mail from "shop@example.com" with subject /confirm/i
    And "bob@example.com" should not receive any mail within 200 ms
