Feature: Parts of texts

  A part is found by a pattern between slashes, or by the text before or behind it. When there is none, the step fails
  and shows the whole text.

  Scenario: Parts of texts are taken out
    Given I remember "Your code is AB-1234. Thank you!" as "message"
    When I remember the part of {{message}} matching /[A-Z]{2}-\d+/ as "code"
    And I remember the text of {{message}} after "code is " as "rest"
    And I remember the part of {{message}} before " code" as "start"
    Then {{code}} should be "AB-1234"
    And {{rest}} should start with "AB-1234"
    And {{start}} should be "Your"
