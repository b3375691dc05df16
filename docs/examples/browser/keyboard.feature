Feature: The keyboard

  Keys go to what has the focus, as they do for a person; to fill in a field, name it instead.

  Scenario: Keys are pressed one by one, together and held
    Given I am on "/reading"
    When I press Tab 2 times
    And I type "Emma"
    Then the "Search" field should be "Emma"
    When I press the keys Ctrl+A
    And I press Backspace
    Then the "Search" field should be empty
    When I press the Home key 2 times
    And I press ArrowDown twice
    And I press the shortcut "Shift+End"
    Then I should see "ArrowDown ArrowDown Shift End" in the text "Tab"

  Scenario: A key is held while something is clicked
    Given I am on "/reading"
    When I hold Shift and click "Like"
    Then I should see "Liked in secret"
    Given I reload the page
    When I click "Like" while holding Shift
    Then I should see "Liked in secret"
    Given I reload the page
    When I hold down Shift
    And I click "Like"
    And I release Shift
    Then I should see "Liked in secret"
    When I hold down the Ctrl key
    And I release the Ctrl key
    And I press the keys "Shift+Tab"
    Then I should see "Control Shift Tab"

  Scenario: A key is pressed several times
    Given I am on "/sign-in"
    When I press "Tab" twice
    And I press "Tab" 2 times
    Then I should see "Sign in"

  Scenario: Text is typed where the focus is, and a key follows
    Given I am on "/delivery"
    When I focus on "Email"
    And I type "nobody" and press Tab
    Then I should see "no address"
    When I hold the "Shift" key
    And I release "Shift"
    Then I should see "no address"
