Feature: Scripts and the clipboard

  For what no sentence says: code that runs in the page, as its own scripts do. It may `await`. The clipboard is that of
  the browser; pages of `https://` and of localhost have one.

  Scenario: A script changes the page
    Given I am on "/settings"
    When I execute the script:
      """
      document.querySelector("h1").textContent = "Changed";
      """
    Then I should see the heading "Changed"
    When I run the JavaScript "document.title = 'Another title'"
    Then the title should be "Another title"

  Scenario: What is copied can be pasted
    Given I am on "/delivery"
    When I copy the text "ada@example.com" to the clipboard
    Then the clipboard should contain "ada@"
    When I press "Control+V" in the "Email" field
    Then the "Email" field should contain "ada@example.com"
