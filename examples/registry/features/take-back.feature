@story:take-back @owner:packages @repo:registry
Feature: Take back what should not be used any more
  As the keeper of a registry
  I want to warn of a version, and to remove one if I must
  so that nobody builds on what is known to be broken

  Background:
    Given Ada authenticates as "ada" with the password "correct horse battery"
    And I remember the following values:
      | package | ruler-{{unique.number}} |
      | version | 1.0.0                   |
      | tag     | latest                  |
    And Ada sends a PUT request to "/{{package}}" with JSON from the file "files/release.json"
    And I remember "1.1.0" as "version"
    And Ada sends a PUT request to "/{{package}}" with JSON from the file "files/release.json"

  Rule: A deprecated version warns and can still be had

    Background:
      Given Ada sends a PUT request to "/{{package}}" with JSON:
        """
        {
          "name": "{{package}}",
          "versions": {
            "1.0.0": { "name": "{{package}}", "version": "1.0.0", "deprecated": "Measures inches. Use 1.1.0." },
            "1.1.0": { "name": "{{package}}", "version": "1.1.0" }
          }
        }
        """

    @smoke
    Scenario: The warning comes with the version that it is about
      When a guest sends a GET request to "/{{package}}/1.0.0"
      Then the response status should be 200
      And the response "deprecated" should be "Measures inches. Use 1.1.0."
      When a guest sends a GET request to "/{{package}}/1.1.0"
      Then the response "deprecated" should not exist

    @regression
    Scenario: The page of the version shows the warning
      When the guest opens "/-/web/detail/{{package}}/v/1.0.0"
      Then the guest should see the alert "Measures inches. Use 1.1.0."
      When the guest opens "/-/web/detail/{{package}}"
      Then the guest should see the heading "How to measure"
      And the guest should not see "Measures inches."

    @regression
    Scenario: The warning can be taken back
      When Ada sends a PUT request to "/{{package}}" with JSON:
        """
        {
          "name": "{{package}}",
          "versions": {
            "1.0.0": { "name": "{{package}}", "version": "1.0.0", "deprecated": "" },
            "1.1.0": { "name": "{{package}}", "version": "1.1.0" }
          }
        }
        """
      And a guest sends a GET request to "/{{package}}/1.0.0"
      Then the response "deprecated" should not exist

  Rule: What was removed is gone

    @smoke
    Scenario: A removed package is not found any more
      Given Ada sends a GET request to "/{{package}}"
      And I remember the response field "_rev" as "revision"
      When Ada sends a DELETE request to "/{{package}}/-rev/{{revision}}"
      Then the response status should be 201
      And the response "ok" should be "package removed"
      When a guest sends a GET request to "/{{package}}"
      Then the response status should be 404
      When a guest sends a GET request to "/{{package}}/-/{{package}}-1.0.0.tgz"
      Then the response status should be 404

    @regression
    Scenario: To remove one version leaves the other
      Given Ada sends a GET request to "/{{package}}?write=true"
      And I remember the response field "_rev" as "revision"
      And I remember the response field "versions" as "versions"
      When Ada sends a PUT request to "/{{package}}/-rev/{{revision}}" with JSON:
        """
        {
          "name": "{{package}}",
          "dist-tags": { "latest": "1.0.0" },
          "versions": { "1.0.0": {{versions["1.0.0"]}} }
        }
        """
      And Ada sends a DELETE request to "/{{package}}/-/{{package}}-1.1.0.tgz/-rev/{{revision}}"
      And a guest sends a GET request to "/{{package}}/1.1.0"
      Then the response status should be 404
      When a guest sends a GET request to "/{{package}}/latest"
      Then the response "version" should be "1.0.0"
