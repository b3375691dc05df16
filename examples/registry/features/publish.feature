@story:publish @owner:packages @repo:registry
Feature: Publish a package
  As a developer
  I want to publish what I made under a name and a version
  so that others get exactly that when they ask for it

  Background:
    Given Bob authenticates as "bob" with the password "three wise monkeys"
    And I remember the following values:
      | package | ruler-{{unique.number}} |
      | version | 1.0.0                   |
      | tag     | latest                  |

  Rule: What was published can be had by everybody

    @smoke
    Scenario: A published package is there with all that was said about it
      When Bob sends a PUT request to "/{{package}}" with JSON from the file "files/release.json"
      Then the response status should be 201
      And the response "ok" should be "created new package"
      When a guest sends a GET request to "/{{package}}"
      Then the response status should be 200
      And the response should match JSON:
        """
        {
          "name": "{{package}}",
          "dist-tags": { "latest": "1.0.0" },
          "versions": {
            "1.0.0": {
              "description": "A ruler by the name of {{package}}",
              "license": "MIT",
              "dependencies": { "pencil": "^2.0.0" },
              "dist": { "tarball": "#regex ^http://.+-1\\.0\\.0\\.tgz$" }
            }
          },
          "time": { "1.0.0": "#datetime" }
        }
        """

    @smoke
    Scenario: The file is byte for byte the one that was published
      Given Bob sends a PUT request to "/{{package}}" with JSON from the file "files/release.json"
      And a guest sends a GET request to "/{{package}}/1.0.0"
      And I remember the response field "dist.tarball" as "tarball"
      When a guest sends a GET request to "{{tarball}}"
      Then the response status should be 200
      And the content type should contain "octet-stream"
      And the response body should be the file "files/ruler.tgz"

  Rule: A version is published once and never changes

    @smoke
    Scenario: The same version a second time is a conflict
      Given Bob sends a PUT request to "/{{package}}" with JSON from the file "files/release.json"
      When Bob sends a PUT request to "/{{package}}" with JSON from the file "files/release.json"
      Then the response status should be 409
      And the response "error" should be "this package is already present"

    @regression
    Scenario: A file of a version that nobody published is not found
      Given Bob sends a PUT request to "/{{package}}" with JSON from the file "files/release.json"
      When a guest sends a GET request to "/{{package}}/-/{{package}}-9.9.9.tgz"
      Then the response status should be 404

  Rule: What is no package is not taken

    @regression
    Scenario: Broken JSON is refused, and nothing is published
      Given Bob sets the header "content-type" to "application/json"
      When Bob sends a PUT request to "/{{package}}" with text:
        """
        { "name": "{{package}}", "versions": {
        """
      Then the response status should be 400
      When a guest sends a GET request to "/{{package}}"
      Then the response status should be 404

    @regression
    Scenario: A name with a space is refused
      When Bob sends a PUT request to "/folding%20ruler" with JSON from the file "files/release.json"
      Then the response status should be 400
      And the response "error" should be "invalid package"

    @regression
    Scenario: A file that is not the one that was promised is refused
      When Bob sends a PUT request to "/{{package}}" with JSON:
        """
        {
          "name": "{{package}}",
          "dist-tags": { "latest": "1.0.0" },
          "versions": {
            "1.0.0": {
              "name": "{{package}}",
              "version": "1.0.0",
              "dist": {
                "tarball": "http://localhost/{{package}}/-/{{package}}-1.0.0.tgz",
                "shasum": "0000000000000000000000000000000000000000"
              }
            }
          },
          "_attachments": { "{{package}}-1.0.0.tgz": { "data": "aGVsbG8=", "length": 5 } }
        }
        """
      Then the response status should be 400
      And the response "error" should contain "shasum"
