Feature: Window, device, network and place

  What is said of "the browser" or "the network" holds for everybody in the scenario, what is said of somebody for their
  browser only. Device, language and time zone are chosen before the first page is opened; all else can change in
  between. A name of a device is one of Playwright's ("iPhone 13", "Pixel 7").

  Scenario: The window has a size
    Given the window is 800x600
    And I am on "/settings"
    Then I should see "800 wide"
    When I resize the window to 375 x 667
    Then I should see "Small window"
    When I use a 1024 by 768 screen
    Then I should see "1024 wide"

  Scenario: A phone is small and touched
    Given I am on a phone
    When I open "/settings"
    Then I should see "Small window"
    And I should see "By touch"

  Scenario: Devices have names
    Given I use a tablet
    And Alice is on a "Pixel 7"
    And Bob uses an "iPhone 13"
    When Alice opens "/settings"
    And Bob opens "/settings"
    Then Alice should see "By touch"
    And Bob should see "Small window"

  Scenario: Language and time zone are those of the user
    Given the browser language is "de-DE"
    And the browser's time zone is "Europe/Berlin"
    And Alice uses the language "fr-FR"
    And Alice is in the time zone "America/New_York"
    When I open "/settings"
    Then I should see "de-DE"
    And I should see "Europe/Berlin"
    When Alice opens "/settings"
    Then Alice should see "America/New_York"

  Scenario: Everybody's browser is the same device
    Given the browser is on a "Pixel 7"
    When Alice opens "/settings"
    Then Alice should see "By touch"

  Scenario: Preferences of the user are respected
    Given I prefer dark mode
    And I prefer reduced motion
    When I open "/settings"
    Then I should see "Dark"
    And I should see "Calm"
    When I use the light theme
    Then I should see "Light"
    When I view the page as printed
    Then I should see "On paper"
    When I look at the page on the screen
    Then I should see "On a screen"

  Scenario: The network goes and comes back
    Given I am on "/settings"
    When I go offline
    And I press "Look"
    Then I should see "You are offline"
    When I am back online
    And I press "Look"
    Then I should see "There are books"

  Scenario: A slow network is only slow
    Given the network is slow
    And Alice is on a slow connection
    When I open "/settings"
    Then I should see the heading "Settings"

  Scenario: A page is allowed what the user allows
    Given I allow notifications
    And my location is 52.52, 13.40
    When I open "/settings"
    Then I should see "Notified" in the list "About you"
    When I press "Find a shop"
    Then I should see "Near 52.52"
    Given I am at 48.1, 11.6
    When I press "Find a shop"
    Then I should see "Near 48.1"
    Given I deny access to my location
    When I press "Find a shop"
    Then I should see "Nowhere"

  Scenario: What is mine is set before the first page
    Given I set my timezone to "Europe/Berlin"
    And I set the language to "fr-FR"
    And I maximize the window
    When I open "/settings"
    Then I should see "Europe/Berlin"
    And I should see "fr-FR"
    And I should see "1920 wide"

  Scenario: A place in words
    Given I set my geolocation to latitude 48.85 and longitude 2.35
    When I open "/settings"
    And I press "Find a shop"
    Then I should see "Near 48.85"

  Scenario: The connection is lost, and comes back
    Given I am on "/settings"
    When I lose the network connection
    Then I should see the heading "Settings"
    Given the browser is back online
    And the browser goes offline
    And I regain the connection
    Then I should see the heading "Settings"
