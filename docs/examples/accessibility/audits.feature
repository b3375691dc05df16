Feature: Judging a page

  [axe](https://github.com/dequelabs/axe-core) judges the page as it is shown: install it with
  `npm install --save-dev @axe-core/playwright`. A failure lists every violation with its rule, whom it hurts and where.
  What axe cannot judge, nobody has judged: a page that passes is not yet accessible.

  Scenario: A page without violations
    Given I am on "/sign-in"
    Then the page should be accessible
    And the page should have no accessibility violations
    And the page should be accessible according to WCAG 2.1 AA
    And the main content should be accessible
    And the page should have no serious or critical violations

  Scenario: What is known and accepted for now
    Given I am on "/about"
    Then the page should be accessible ignoring the rule "color-contrast"
    And the page should have no critical accessibility violations
    And the page should be accessible ignoring the rules:
      | color-contrast |
      | region         |

  Scenario: The same demand in other words
    Given I am on "/sign-in"
    Then the page should meet WCAG 2.1 AA
    And there should be no accessibility issues
    And there should be no accessibility violations within the main part
    And the page should be accessible within the form
    And the page should pass the accessibility check
    And all form fields should have labels
    And the color contrast should be sufficient
    When I check the accessibility of the page
    And I check the page for accessibility violations
    And I run an accessibility check

  Scenario: A part can be left out
    Given I am on "/about"
    Then the page should be accessible except "section[aria-label]"
