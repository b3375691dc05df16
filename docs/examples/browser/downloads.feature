Feature: Downloaded files

  A step waits until the file is there, whole. Files stay in a temporary folder until the scenario ends; attach one to
  the report to keep it. A download that takes longer than `timeouts.navigationMs` is cancelled.

  Background:
    Given I am on "/exports"

  Scenario: A file with the right content is handed out
    When I click "Price list"
    Then a file should be downloaded
    And I should have downloaded the file "prices.csv"
    And the file "prices.csv" should be downloaded
    And the downloaded file should contain "Emma,7.00"
    And the name of the downloaded file should end with ".csv"
    And the size of the downloaded file should be greater than 20
    When I remember the text of the downloaded file as "prices"
    And I attach the downloaded file to the report

  Scenario: A file is fetched in one step
    When I download the file "books.json" by clicking "Books as JSON"
    Then the downloaded file "books.json" should match "\"books\": \\d"

  Scenario: Nothing is handed out before somebody asks
    Then no file should be downloaded

  Scenario: A click that brings a file
    Given I am on "/exports"
    When I download "Price list"
    Then the downloaded file should be named "prices.csv"
    When I click "Books as JSON" and wait for the download
    Then the downloaded file should be named "books.json"

  Scenario: Whatever the file is called
    Given I am on "/exports"
    When I download the file by clicking "Price list"
    Then the downloaded file should be named "prices.csv"
    When I download the file "Price list"
    Then the downloaded file should be named "prices.csv"
