Feature: Remembering a part of a mail
  Codes and links that are needed later, on a page or in a request. Of a pattern with a group in brackets, the group is
  remembered. "The code", and no word about what it looks like, is the only number of four to eight digits.

  Scenario: The code of the mail is used
    Given a mail server
    When I send a POST request to "/api/newsletter" with JSON:
      | email     | ada@example.com |
      | smtp.host | {{mail.host}}   |
      | smtp.port | {{mail.port}}   |
    Then I should receive a mail
    When I remember the code matching /\d{6}/ in the mail as "code"
    And I remember the 6-digit code in the mail as "same"
    And I save the code from the mail as "again"
    And I remember the link "Confirm" in the mail as "link"
    And I remember the subject of the mail as "subject"
    Then {{code}} should be "482913"
    And {{same}} should be "{{code}}"
    And {{again}} should be "{{code}}"
    And {{link}} should contain "code={{code}}"
    And {{subject}} should contain "confirm"
