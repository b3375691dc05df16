Feature: Dragging, holding and long presses

  Dragging is done with the mouse, so it works with HTML's own drag and drop and with pages that follow the pointer.

  Scenario: A book goes to another shelf
    Given I am on "/shelves"
    When I drag the item "Emma" to the list "Read"
    Then I should see "Emma" in the list "Read"

  Scenario: The same in other words
    Given I am on "/shelves"
    When I drag "Emma" and drop it onto the list "Read"
    And I drag and drop "Emma" onto "Middlemarch"
    Then I should see "Emma" in the list "Read"

  Scenario: A long press is not a click
    Given I am on "/reading"
    When I press and hold "Like"
    Then I should see "Liked for ever"
    When I long-press the button "Like"
    And I long press "Like"
    And I press and hold "Like" for 600 ms
    And I move the mouse away
    Then I should see "Liked for ever"
