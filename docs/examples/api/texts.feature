Feature: Plain text
  Lines are counted from 1; a line break at the end begins no line. The size is that of the body, unpacked, in bytes.

  Scenario: Lines and size
    When I send a GET request to "/api/motto"
    Then the response text should start with "Read"
    And the response should have 2 lines
    And line 2 of the response should be "Write less."
    And the response size should be between 20 and 30
