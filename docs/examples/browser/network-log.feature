Feature: Requests and console

  What pages request and log is kept for each actor. When a browser step fails, the report shows failed requests and
  console errors by itself; these phrases are for scenarios that are about them.

  Scenario: A page works without errors
    Given I am on "/settings"
    When I press "Look"
    Then the page should have requested "/api/books"
    And the page should have sent a GET request to "/api/books"
    And the page should not have requested "/api/orders"
    And there should be no errors in the console
    And there should be no JavaScript errors
    And the console should have no errors
    And the console should not have any errors
    And the browser console should contain "Settings are shown"
    And no request should have failed

  Scenario: Requests come and go
    Given I am on "/settings"
    When I press "Look"
    And I wait for the request to "/api/books" to finish
    Then there should be no failed requests

  Scenario: What a page asked for
    Given I am on "/settings"
    When I press "Look"
    Then a request to "/api/books" should have been sent
    And I should see no JavaScript errors
