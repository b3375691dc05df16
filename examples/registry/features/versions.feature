@story:versions @owner:packages @repo:registry
Feature: Choose a version
  As a developer
  I want several versions side by side, with names for the ones that matter
  so that I get the newest when I want it, and the one I know when I do not

  Background:
    Given Bob authenticates as "bob" with the password "three wise monkeys"
    And I remember the following values:
      | package | ruler-{{unique.number}} |
      | version | 1.0.0                   |
      | tag     | latest                  |
    And Bob sends a PUT request to "/{{package}}" with JSON from the file "files/release.json"

  Rule: "latest" is what was published last as such

    @smoke
    Scenario: A new version becomes the latest and the old one stays
      Given I remember "1.1.0" as "version"
      When Bob sends a PUT request to "/{{package}}" with JSON from the file "files/release.json"
      And a guest sends a GET request to "/{{package}}/latest"
      Then the response "version" should be "1.1.0"
      When a guest sends a GET request to "/{{package}}/1.0.0"
      Then the response "version" should be "1.0.0"

    @regression
    Scenario: A beta does not become the latest
      Given I remember the following values:
        | version | 2.0.0-beta.1 |
        | tag     | beta         |
      When Bob sends a PUT request to "/{{package}}" with JSON from the file "files/release.json"
      And a guest sends a GET request to "/-/package/{{package}}/dist-tags"
      Then the response should be exactly JSON:
        """
        { "latest": "1.0.0", "beta": "2.0.0-beta.1" }
        """
      When a guest sends a GET request to "/{{package}}/beta"
      Then the response "version" should be "2.0.0-beta.1"

    @regression
    Scenario: A version that nobody published is not found
      When a guest sends a GET request to "/{{package}}/9.9.9"
      Then the response status should be 404
      And the response "error" should be "this version doesn't exist: 9.9.9"

  Rule: A version can be given a name, and the name be taken away

    @regression
    Scenario: A name leads to its version until it is taken away
      When Bob sends a PUT request to "/-/package/{{package}}/dist-tags/stable" with JSON:
        """
        "1.0.0"
        """
      Then the response status should be 201
      When a guest sends a GET request to "/{{package}}/stable"
      Then the response "version" should be "1.0.0"
      When Bob sends a DELETE request to "/-/package/{{package}}/dist-tags/stable"
      And a guest sends a GET request to "/{{package}}/stable"
      Then the response status should be 404

    @regression
    Scenario: A name for a version that is not there is refused
      When Bob sends a PUT request to "/-/package/{{package}}/dist-tags/stable" with JSON:
        """
        "9.9.9"
        """
      Then the response status should be 404
