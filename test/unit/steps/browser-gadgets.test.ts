import { afterAll, beforeAll, expect, test } from "vitest";
import { defaultBrowser, defaultTimeouts } from "../../../src/config/settings.ts";
import { type PageServer, servePages } from "../drivers/browser-fixture.ts";
import { runCucumber } from "./run-cucumber.ts";

let pages: PageServer;

beforeAll(async () => {
  pages = await servePages();
  pages.show(
    "/",
    `<h1>Home</h1><button onclick="confirm('Sure?')">Delete</button><button onclick="alert('Hi')">Greet</button>
     <a href=/list.csv>Get</a><button onclick="setTimeout(() => fetch('/late'), 0)">Call</button>
     <p>Error 7</p><table><tr><th>Book</th></tr><tr><td>Emma</td></tr></table><table><tr><th>Shelf</th></tr></table>
     <ul aria-label="Nothing" style="height: 9px"></ul><p style="margin-top: 3000px">Below</p>
     <script>localStorage.setItem("theme", "dark"); document.cookie = "lang=de"; console.error("broken"); fetch("/gone")</script>`,
  );
  pages.show("/list.csv", (_, response) => {
    response.writeHead(200, { "content-disposition": "attachment; filename=list.csv" });
    response.end("a,b\n");
  });
});
afterAll(() => pages.close());

/** Steps that fail, and what each must say. */
const failing: readonly (readonly [steps: string, says: string | RegExp])[] = [
  [`I press "Delete"\nI should see "Gone"`, `Meanwhile a confirm that no step expected appeared`],
  [`I accept the alert`, "No dialog of the browser is open on"],
  [`I press "Delete"\nthe confirmation should say "Really?"`, `but it says "Sure?"`],
  [`I press "Delete"\nI should see a prompt`, `expected a prompt, but it was the confirm "Sure?"`],
  [`I press "Greet"\nno dialog should have appeared`, `there came:\n  alert "Hi"`],
  [`I press "Greet"\nthe browser alert should not exist`, `there came:\n  alert "Hi"`],
  [`I press "Delete" and answer the confirmation with "x"`, `The confirm "Sure?" takes no text`],
  [`a new tab should open`, "No new tab or window opened"],
  [`I should have 2 tabs open`, `1. "Page /"`],
  [`I switch to the second tab`, "There is no second tab to switch to"],
  [`I switch to the iframe "Pay"`, `There is no frame "Pay"`],
  [`I should have downloaded "x.csv"`, `No file "x.csv" was downloaded`],
  [
    `I click "Get"\nthe downloaded file should contain "z"`,
    /The downloaded file "list.csv": expected its text to contain "z"/,
  ],
  [`I click "Get"\nthe size of the downloaded file should be 5`, "to be 5, but it was 4"],
  [`I click "Get"\na file should be downloaded\nno file should be downloaded`, `"list.csv"`],
  [
    `I click "Get"\na file should be downloaded\nI click "Greet" and wait for the download`,
    "No file was",
  ],
  [`I click "Get"\nno file should be downloaded`, `"list.csv"`],
  [`I press "Call"\nthe page should not have requested "/late"`, "but it did"],
  [`I should not see text matching "/error \\\\d/i"`, "expected nothing that matches /error \\d/i"],
  [`I should see text matching "("`, `"(" is no pattern`],
  [`the table should not have 1 row`, `not`],
  [`the list "Nothing" should be sorted in ascending order`, "there is nothing to be ordered"],
  [`I open "file:///etc/hostname"`, `"file:///etc/hostname" cannot be opened`],
  [`I open "FILE:/etc/hostname"`, `not by "file:"`],
  [`the console should not contain any errors`, "broken"],
  [`the console should have no errors`, "broken"],
  [`I drag "Home" to "Nowhere"`, `"Nowhere"`],
  [`I should see "Below" in the window`, "is outside of the window, below it"],
  [`I should not see "Home" in the viewport`, "is within the window"],
  [`the local storage item "theme" should be "light"`, `expected "theme" to be "light"`],
  [`the browser cookie "lang" should be "en"`, `expected the cookie "lang" to be "en"`],
  [`I should have the browser cookie "x"`, `there is no cookie "x"`],
  [`I should not have the browser cookie "lang"`, `there still is a cookie "lang"`],
  [`I am on a phone`, "must be chosen before its first page is opened"],
  [`the browser's clock is "noon"`, `"noon" is no moment`],
  [`there should be no errors in the console`, "broken"],
  [`no request should have failed`, `GET ${"{url}"}/gone: 404 Not Found`],
  [`the page should have requested "/gon"`, "The latest requests:\n  GET /\n  GET /gone"],
  [`the page should not have requested "/gone"`, "but it did"],
  [`the page should have sent a POST request to "/gone"`, "has not requested POST /gone"],
  [`the console should be empty`, "broken"],
];

/** Everything is absent while there is no page. */
const blind = [
  `I should not see "Home"`,
  `there should be no buttons`,
  `the "Delete" button should not exist`,
  `I should not be on "/home"`,
  `there should be no console errors`,
  `no request should have failed`,
  `the page should not have requested "/gone"`,
  `no file should be downloaded`,
  `no dialog should have appeared`,
];

test("failures of phrases about what surrounds a page say what is there", async () => {
  // What must be done before something fails may take its time on a busy machine.
  const quick = failing.filter(([steps]) => !steps.includes("\n"));
  const slow = failing.filter(([steps]) => steps.includes("\n"));
  const early = `
  Scenario: Unknown device
    Given I use an "iPhone 99"
    When I open "/"
  Scenario: Storage without a page
    Given I set the local storage item "x" to "y"
  Scenario: No address for a cookie, no language too late
    Given I have a browser cookie "a" with value "b"
    And I open "/"
    And I use the language "de-DE"
${blind.map((step, at) => `  Scenario: No page ${at}\n    Then ${step}\n`).join("")}`;
  const [quickly, slowly] = await Promise.all([
    messagesOf(featureOf(quick) + early, 400),
    messagesOf(featureOf(slow), 3_000),
  ]);
  expectAll(quickly, [
    ...quick.map(([, says]) => says),
    `There is no device "iPhone 99" in Playwright's list. Did you mean "iPhone`,
    "about:blank keeps nothing in local storage: open a page of the product first.",
    "must be chosen before its first page is opened",
    ...blind.map(() => "No page is open yet in the browser of I"),
  ]);
  expectAll(
    slowly,
    slow.map(([, says]) => says),
  );
}, 120_000);

function featureOf(cases: typeof failing): string {
  const scenarios = cases.map(([steps], at) => {
    const lines = steps.split("\n").map((step) => `    * ${step}\n`);
    return `  Scenario: ${at}\n    Given I am on "/"\n${lines.join("")}`;
  });
  return `Feature: Surroundings\n${scenarios.join("")}`;
}

/** Of the steps that failed. */
async function messagesOf(feature: string, expectMs: number): Promise<readonly string[]> {
  const { steps } = await runCucumber(feature, {
    pack: "browser",
    settings: {
      environment: { baseUrl: pages.url },
      browser: { ...defaultBrowser, trace: "off", screenshot: "off" },
      timeouts: { ...defaultTimeouts, expectMs },
    },
  });
  return steps.filter(({ status }) => status === "FAILED").map(({ message }) => message);
}

function expectAll(messages: readonly string[], expected: readonly (string | RegExp)[]): void {
  for (const [at, says] of expected.entries()) {
    const message = messages[at] ?? "";
    if (typeof says === "string") expect(message).toContain(says.replace("{url}", pages.url));
    else expect(message).toMatch(says);
    // What the page is not like is nobody's bug: no stack.
    expect(message).not.toMatch(/\n\s+at /);
  }
  expect(messages).toHaveLength(expected.length);
}
