Feature: Files

  A file that a scenario makes lies in a folder of its own and is gone with it. Other phrases name it like a file of the
  project: for uploads, bodies and checks. Files outside the project are refused, and files of the project are only read.

  Scenario: A scenario makes files for itself
    Given a file "letter.txt" with the content:
      """
      Dear Ada
      """
    And a file "lines.txt" with:
      """
      one
      two
      """
    And a file "note.txt" containing "See you soon"
    And an empty file "nothing.txt"
    And a file "big.bin" of 5 MB
    And a CSV file "books.csv" with:
      | title | price |
      | Emma  | 7.00  |
    And a CSV file "semi.csv" with the following rows:
      | name | "Ada, the first" |
    And a JSON file "empty.json" with the content:
      """
      {}
      """
    And a JSON file "book.json" with:
      """
      { "title": "Emma" }
      """
    Then the file "letter.txt" should exist
    And the file "letter.txt" should be "Dear Ada"
    And the file "note.txt" should contain "soon"
    And the file "nothing.txt" should be empty
    And the size of the file "big.bin" should be 5242880
    And the file "books.csv" should contain "Emma,7.00"
    And the file "semi.csv" should start with 'name,"""Ada'
    When I remember the JSON from the file "book.json" as "book"
    And I remember the content of the file "letter.txt" as "letter"
    Then {{book.title}} should be "Emma"
    And {{letter}} should start with "Dear"
    When I delete the file "letter.txt"
    Then the file "letter.txt" should not exist

  Scenario: What was made can be sent
    Given a file "cover.txt" with the content:
      """
      A cover
      """
    When I send a POST request to "/api/covers" with parts:
      | title | Emma            |
      | cover | file: cover.txt |
    Then the response "fileName" should be "cover.txt"

  Scenario: Files of the project are read
    Then the file "files/note.txt" should contain "A note"

  Scenario: Files are written, added to, and read as values
    When I write "first" to the file "log.txt"
    And I append "second" to the file "log.txt"
    Then the file "log.txt" should have 2 lines
    And the file "log.txt" should contain:
      """
      second
      """
    And the file "log.txt" should be:
      """
      first
      second
      """
    When I remember the file "log.txt" in base64 as "encoded"
    Then {{encoded}} should be "Zmlyc3QKc2Vjb25kCg=="
    Given a JSON file "user.json" with:
      """
      { "name": "Ada" }
      """
    When I load the variables from the file "user.json"
    Then {{name}} should be "Ada"
