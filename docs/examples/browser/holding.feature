Feature: What a table, a list or a form holds

  A table below the sentence shows it: rows with their headings for a table, one item each line for a list, field and
  value for a form. `contain` asks for these among others, `be` for these and no others.

  Scenario: A table contains rows
    Given I am on "/stock"
    Then the table "Stock" should contain:
      | Title | Author      |
      | Emma  | Jane Austen |

  Scenario: A list is what the sentence shows
    Given I am on "/stock"
    Then the list "Shelves" should be:
      | Epics  |
      | Novels |
      | Poems  |
    And the list "Shelves" should contain:
      | Poems |

  Scenario: A form holds values
    Given I am on "/delivery"
    Then the form "Delivery" should contain:
      | Speed | Normal |
    And the fields should have these values:
      | Speed | Normal |
    And the following fields should have the values:
      | Speed | Normal |
