Feature: Catching the product's mails
  A mail server of the run takes whatever the product sends, and delivers nothing. Its address is remembered as
  `{{mail.host}}`, `{{mail.port}}` and `{{mail.address}}`; `mail.port` of the [configuration](configuration.md#mail) makes
  it the same in every run, for products that are configured beforehand. It speaks plain SMTP, takes any sign-in, and
  refuses mails over 25 MB. A scenario sees what arrived since its own `Given a mail server`. Where several actors get
  mails, or scenarios run side by side with one port, say whose address is whose.

  Scenario: Whose mail it is
    Given a mail server
    And Ada's email address is "ada@example.com"
    And my email address is "me@example.com"
    And Bob has the email address "bob@example.com"
    When I send a POST request to "/api/newsletter" with JSON:
      | email     | ada@example.com |
      | smtp.host | {{mail.host}}   |
      | smtp.port | {{mail.port}}   |
    Then Ada should receive an email
    And Bob should not receive any mail within 200 ms
