Feature: XML, CSV and HTML
  XML is looked at by XPath (1.0): one node is its text, several are a list; a name without a prefix fits any namespace,
  and prefixes are those that the document declares. CSV has a first line with the names of its columns; commas,
  semicolons and tabs separate.

  Scenario: XML
    When I send a GET request to "/api/books.xml"
    Then the response should be XML
    And the XML element "/shop/book[2]/title" should be "Emma"
    And the XML element "//book/title" should contain "The Odyssey"
    And the XPath "count(//book)" should be 3
    And the XPath "//m:price" should have 3 items
    And the XML attribute "id" of the element "//book[1]" should be 1
    And the XML should have 3 elements "//book"

  Scenario: CSV
    When I send a GET request to "/api/books.csv"
    Then the response should be CSV
    And the CSV should have 3 rows
    And the CSV should have 3 columns
    And the CSV should have the columns:
      | title |
      | price |
    And the CSV column "title" should contain "Emma"
    And every value in the CSV column "price" should be greater than 5
    And the CSV cell "title" in row 2 should be "Emma"
    And the "title" in row 1 of the CSV should be "Middlemarch"
    And the CSV should contain the rows:
      | title | price |
      | Emma  | 7     |
    And the CSV should be the following rows:
      | id | title       |
      | 1  | Middlemarch |
      | 2  | Emma        |
      | 3  | The Odyssey |

  Scenario: HTML
    When I send a GET request to "/"
    Then the response should be HTML
    And the HTML title should be "Books · Bookshop"
