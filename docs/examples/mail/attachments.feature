Feature: The attachments of a mail
  Attachments are named by their file name; their content is looked at as text.

  Scenario: The list of books comes along
    Given a mail server
    When I send a POST request to "/api/newsletter" with JSON:
      | email     | ada@example.com |
      | smtp.host | {{mail.host}}   |
      | smtp.port | {{mail.port}}   |
    Then I should receive a mail
    And the mail should have an attachment "books.txt"
    And the mail should have 1 attachment
    And the mail should not have an attachment "bill.pdf"
    And the attachment "books.txt" of the mail should contain "Middlemarch"
