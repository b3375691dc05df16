@story:search @owner:projects @repo:workspace-web
Feature: Search projects, notes and files
  As a customer
  I want to find a thing by a word that I remember of it
  so that I need not know where I put it

  Background:
    Given Ada is a signed-in customer
    And Ada has a project "Website relaunch"
    And Ada has added a note "Prices on the website" to the project

  Rule: A word finds projects, then notes, then files

    @smoke @latency:p95<1s
    Scenario: A customer finds a note by a word in its title
      Given Ada takes the API session to the browser
      When Ada opens "/search?q=prices"
      Then Ada should see "1 result for “prices”"
      And Ada should see the link "Prices on the website"

    @regression
    Scenario: Hits come in order of what they are
      Given Ada sends a POST request to "/api/projects/{{project.id}}/files" with parts:
        | file | file: features/files/website-sitemap.txt |
      When Ada sends a GET request to "/api/search?q=website"
      Then the response should match JSON:
        """
        {
          "items": [
            { "kind": "project", "title": "Website relaunch" },
            { "kind": "note", "title": "Prices on the website" },
            { "kind": "file", "title": "website-sitemap.txt" }
          ]
        }
        """

    @smoke @latency:p95<500ms @rpm:600 @errors:<1%
    Scenario: Ten searches a second are answered at once
      When Ada sends a GET request to "/api/search?q=prices"
      Then the response status should be 200
      And the response "items" should have 1 item

    @regression
    Scenario: Results change while the customer types
      Given Ada takes the API session to the browser
      When Ada opens "/search?q=prices"
      And Ada fills in "Search" with "relaunch"
      Then Ada should see "1 result for “relaunch”"
      And Ada should see the link "Website relaunch"
      And Ada should not see the link "Prices on the website"

    @regression
    Scenario Outline: A search for <words> finds <what>
      When Ada sends a GET request to "/api/search" with query:
        | q | <words> |
      Then the response status should be 200
      And the response "items" should have <count> items

      Examples: upper and lower case are the same
        | words    | what        | count |
        | relaunch | the project | 1     |
        | RELAUNCH | the project | 1     |

      Examples: signs that a database would take for patterns are only signs
        | words    | what    | count |
        | re%aunch | nothing | 0     |
        | rel_unch | nothing | 0     |
        | ' OR 1=1 | nothing | 0     |

    @regression
    Scenario: Where there is nothing, the page says so
      Given Ada takes the API session to the browser
      When Ada opens "/search?q=unicorns"
      Then Ada should see "Nothing found for “unicorns”."

    @regression
    Scenario: A search without a word is refused
      When Ada sends a GET request to "/api/search?q="
      Then the response status should be 422
      And the response "errors[0].message" should be "Enter 1 to 100 characters to search for."

  Rule: Nobody finds what they may not read

    Background:
      Given Bob is a signed-in customer

    @regression
    Scenario: A stranger finds nothing of it
      When Bob sends a GET request to "/api/search?q=website"
      Then the response status should be 200
      And the response "items" should be empty

    @regression
    Scenario: A guest finds what is in the project
      Given Ada has invited Bob to the project as guest
      When Bob sends a GET request to "/api/search?q=website"
      Then the response "items" should have 2 items
