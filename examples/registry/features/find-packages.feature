@story:find-packages @owner:packages @repo:registry
Feature: Find a package
  As a developer
  I want to find a package and read what it is for
  so that I need not make it again

  Background:
    Given Bob authenticates as "bob" with the password "three wise monkeys"
    And I remember the following values:
      # The list is in the order of names.
      | package | a-{{unique.number}}-ruler |
      | version | 1.0.0                     |
      | tag     | latest                    |
    And Bob sends a PUT request to "/{{package}}" with JSON from the file "files/release.json"

  Rule: A package is found by its name

    @smoke
    Scenario: The search answers with what is known of it
      When I send a GET request to "/-/v1/search?text={{package}}"
      Then the response "total" should be 1
      And the response should match JSON:
        """
        {
          "objects": [
            { "package": { "name": "{{package}}", "description": "A ruler by the name of {{package}}", "keywords": ["measure"] } }
          ]
        }
        """

    @regression
    Scenario: What nobody published is not found
      When I send a GET request to "/-/v1/search?text=submarine"
      Then the response "total" should be 0
      And the response "objects" should be empty

    @regression
    Scenario: The search box suggests it and leads to its page
      Given I am on the homepage
      When I fill in "Search Packages" with "{{package}}"
      And I press the option "{{package}}"
      Then I should be on "/-/web/detail/{{package}}"
      And I should see the heading "How to measure"

    @regression
    Scenario: The search box says so when there is nothing
      Given I am on the homepage
      When I fill in "Search Packages" with "submarine"
      Then I should see "No results found"

  Rule: The pages say what one has to know

    @smoke
    Scenario: The first page lists it and leads to its page
      Given I am on the homepage
      Then the page title should be "Our registry"
      And I should see "A ruler by the name of {{package}}"
      When I follow "{{package}}"
      Then I should be on "/-/web/detail/{{package}}"

    @smoke
    Scenario: Its page says what it is, how it is used, and how to get it
      When I open "/-/web/detail/{{package}}"
      Then I should see the heading "How to measure"
      And I should see "A ruler by the name of {{package}}"
      And I should see "Latest v1.0.0"
      And I should see "npm install {{package}}@1.0.0"
      And I should see "MIT"

    @regression
    Scenario: The versions and what it needs are one press away
      Given I remember "1.1.0" as "version"
      And Bob sends a PUT request to "/{{package}}" with JSON from the file "files/release.json"
      When I open "/-/web/detail/{{package}}"
      And I press the tab "Versions"
      Then I should see the heading "Version History (2)"
      And I should see the link "1.0.0"
      And I should see the link "1.1.0"
      When I press the tab "Dependencies"
      Then I should see "pencil"

    @regression
    Scenario: The page of a package that is not there says so and leads home
      When I open "/-/web/detail/submarine"
      Then I should see the heading "Sorry, we couldn't find it..."
      When I press "Go to the home page"
      Then I should be on the homepage
