Feature: Frames

  What stands in a frame is looked for there only: `in the frame "Card"` says so for one thing, switching to the frame
  for all steps that follow, until one switches back or opens another page. A frame is named by its title, its label,
  its name, or a part of its address. A failure says which frame was looked into.

  Scenario: One thing in a frame
    Given I am on "/payment"
    When I fill in "Number" in the frame "Card" with "4242 4242"
    And I press "Pay" in the iframe "Card"
    Then I should see "Paid with 4242" in the frame "Card"
    And I should not see "Paid with 4242"

  Scenario: Several steps in a frame
    Given I am on "/payment"
    When I switch to the frame "Card"
    And I fill in "Number" with "4000 0005"
    And I press "Pay"
    Then I should see "Paid with 0005"
    When I switch back to the page
    Then I should see "Your order is safe."
    When I switch to the "Card" iframe
    And I switch to the main frame
    And I switch to the iframe
    And I switch to the parent frame
    And I switch to the first frame
    Then I should see the heading "Card"
    When I exit the frame
    Then I should see the heading "Payment"
