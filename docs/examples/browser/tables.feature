Feature: Tables

  The first row of the step's table names columns: as many as matter, in any order. A cell is a text, a check
  ("should end with "€""), or a placeholder such as `#number`. A table without a name will do where the page has one.
  A single cell is a thing like any other: "the cell in the column "Price" of the row "Emma"", or shorter
  "the "Price" of the row "Emma"". What is demanded of a column holds for each of its cells; "contain" for one of them. A
  column that is not there, or that two tables have, fails; a column without cells is in no order, one of one cell is.

  Scenario: Some rows of a table, and some of its columns
    Given I am on "/stock"
    Then the table "Stock" should contain the rows:
      | Price   | Title       |
      | 7.00 €  | Emma        |
      | #string | Middlemarch |
    And the table should not contain the row:
      | Title         |
      | War and Peace |
    And I should see the row:
      | Title | Author      | Price               |
      | Emma  | Jane Austen | should end with "€" |
    And I should see a table with:
      | Title       |
      | The Odyssey |
    And I should see the table "Stock" like:
      | Author |
      | Homer  |

  Scenario: Exactly these rows, and their order
    Given I am on "/stock"
    Then the table should have exactly the rows:
      | Title       | Copies  |
      | Emma        | #number |
      | Middlemarch | 3       |
      | The Odyssey | 3       |
    And the table should have exactly the rows in any order:
      | Title       |
      | The Odyssey |
      | Emma        |
      | Middlemarch |
    And the table should have the following rows in this order:
      | Title       |
      | Emma        |
      | The Odyssey |
    And the table should be sorted by "Title"
    And the table should be sorted by "Title" in ascending order
    When I follow "Sort by price"
    Then the table should be sorted by "Price" ascending

  Scenario: How large a table is
    Given I am on "/stock"
    Then the table should have 3 rows
    And the table "Stock" should have 5 columns
    And the table should have the columns "Title", "Price"

  Scenario: A single cell and a single row
    Given I am on "/stock"
    Then the cell in the column "Price" of the row "Emma" should be "7.00 €"
    And the "Author" of the row "Emma" should contain "Austen"
    And the second row in the table "Stock" should contain "Emma"
    And the text of the row "Emma" should contain "7.00 €"
    When I click "Edit" in the column "Change" of the row "Emma"
    Then I should be on "/books/1"

  Scenario: A column
    Given I am on "/stock"
    Then the "Title" column should be sorted
    And the column "Title" should be:
      | Emma        |
      | Middlemarch |
      | The Odyssey |
    And the column "Copies" of the table "Stock" should be greater than 0
    And the "Author" column should contain "Homer"
    And the "Author" column should not contain "Tolkien"

  Scenario: Columns and single rows
    Given I am on "/stock"
    Then the table "Stock" should have the columns:
      | Title  |
      | Author |
    And the table "Stock" should contain a row with "Emma"
    And row 2 of the table "Stock" should contain "Emma"
    And the table "Stock" should have these rows within 5 seconds:
      | Title |
      | Emma  |

  Scenario: One cell
    Given I am on "/stock"
    Then the cell in row 2 and column "Title" should be "Emma"
    And the values of the column "Title" should be:
      | Emma        |
      | Middlemarch |
      | The Odyssey |
