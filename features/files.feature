@story:files @owner:projects @repo:workspace-web
Feature: Files in a project
  As a member of a project
  I want to put files beside the notes
  so that everybody works with the same ones

  Background:
    Given Ada is a signed-in customer
    And Ada has a project "Website relaunch"

  Rule: A file comes back as it was

    @smoke
    Scenario: A file is uploaded and downloaded
      When Ada sends a POST request to "/api/projects/{{project.id}}/files" with parts:
        | file | file: features/files/website-sitemap.txt |
      Then the response status should be 201
      And the response should match JSON:
        """
        { "id": "#uuid", "name": "website-sitemap.txt", "type": "text/plain", "sizeBytes": 91, "uploadedBy": "{{Ada.email}}" }
        """
      And Ada remembers the response header "location" as "place"
      When Ada sends a GET request to "{{place}}"
      Then the response status should be 200
      And the content type should start with "text/plain"
      And the response body should contain:
        """
        /prices    what it costs
        """

    @regression
    Scenario: A customer uploads a file on the project's page
      Given Ada takes the API session to the browser
      When Ada opens "/projects/{{project.id}}"
      And Ada attaches the file "features/files/website-sitemap.txt" to "File"
      And Ada presses "Upload"
      Then Ada should see "File uploaded."
      And Ada should see the link "website-sitemap.txt"

    @regression
    Scenario: A deleted file is gone
      Given Ada sends a POST request to "/api/projects/{{project.id}}/files" with parts:
        | file | file: features/files/website-sitemap.txt |
      And Ada remembers the response header "location" as "place"
      When Ada sends a DELETE request to "{{place}}"
      Then the response status should be 204
      When Ada sends a GET request to "{{place}}"
      Then the response status should be 404

  Rule: A file has at most 2 MB

    @regression
    Scenario Outline: A file of <what> is answered <status>
      When Ada uploads a file of <bytes> bytes to "/api/projects/{{project.id}}/files"
      Then the response status should be <status>

      Examples:
        | what              | bytes   | status |
        | nothing           | 0       | 201    |
        | exactly 2 MB      | 2097152 | 201    |
        | one byte too many | 2097153 | 413    |

    @regression
    Scenario: Who chose no file is told so
      Given Ada takes the API session to the browser
      When Ada opens "/projects/{{project.id}}"
      And Ada presses "Upload"
      Then Ada should see the alert "Choose a file."

  Rule: A file is only ever a download

    @regression
    Scenario: A page that somebody uploaded does not run as a page of ours
      Given Ada sends a POST request to "/api/projects/{{project.id}}/files" with parts:
        | file | file: features/files/page.html |
      And Ada remembers the response header "location" as "place"
      When Ada sends a GET request to "{{place}}"
      Then the response header "content-disposition" should start with "attachment"
      And the response header "content-security-policy" should contain "sandbox"
      And the response header "x-content-type-options" should be "nosniff"

  Rule: Guests read files, members bring them

    Background:
      Given Bob is a signed-in customer
      And Ada sends a POST request to "/api/projects/{{project.id}}/files" with parts:
        | file | file: features/files/website-sitemap.txt |
      And Ada remembers the response header "location" as "place"

    @regression
    Scenario: A guest downloads a file and cannot bring one
      Given Ada has invited Bob to the project as guest
      When Bob sends a GET request to "{{place}}"
      Then the response status should be 200
      When Bob sends a POST request to "/api/projects/{{project.id}}/files" with parts:
        | file | file: features/files/website-sitemap.txt |
      Then the response status should be 403
      And the response "detail" should be "As guest of this project you may not upload or delete files."

    @regression
    Scenario: A stranger with the address gets nothing
      When Bob sends a GET request to "{{place}}"
      Then the response status should be 404
