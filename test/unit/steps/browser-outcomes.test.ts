// Sentences must prove what they say: each of these is run against pages where it holds, or where it does not.
import { afterAll, beforeAll, expect, test } from "vitest";
import { defaultBrowser, defaultTimeouts } from "../../../src/config/settings.ts";
import { type PageServer, servePages } from "../drivers/browser-fixture.ts";
import { runCucumber } from "./run-cucumber.ts";

let pages: PageServer;
let elsewhere: PageServer;

beforeAll(async () => {
  [pages, elsewhere] = await Promise.all([servePages(), servePages()]);
  pages.show(
    "/",
    `<h1>Home</h1>
     <table aria-label=Books><tr><th>Title<th>Note<th>Price<th>Shelf</tr>
       <tr><td>B<td><td>1<td>x</tr><tr><td>A<td><td>2<td>y</tr></table>
     <table aria-label=People><tr><td>Name<td>Age</tr><tr><td>Bo<td>1</tr><tr><td>Al<td>2</tr></table>
     <div role=table aria-label=Towns>
       <div role=row><span role=columnheader>Town</span><span role=columnheader>Zip</span></div>
       <div role=row><span role=cell>Z</span><span role=cell>1</span></div>
       <div role=row><span role=cell>A</span><span role=cell>2</span></div></div>
     <table aria-label=Stock><tr><th>Shelf<th>Lone</tr><tr><td>9<td>x</tr></table>
     <table aria-label=Void><tr><th>Nobody</tr></table>
     <form aria-label=Account><label>Email <input name=email required></label>
       <label>Age <input type=number min=3 value=1></label></form>
     <form aria-label=Search><label>Words <input name=q></label></form>
     <label><input type=radio name=way>Post</label><label><input type=radio name=way checked>Phone</label>
     <label>Page <select><option>Start<option selected>Orders</select></label>
     <iframe title=Payment src=/inner></iframe><button onclick="alert('Hi')">Greet</button>
     <p id=late></p><p id=early>Soon gone</p>
     <script>setTimeout(() => { late.textContent = "Loaded"; early.remove() }, 700)</script>`,
  );
  pages.show("/x", "<h1>X</h1>");
  pages.show(
    "/heavy",
    "<h1>Heavy</h1><script>const end = Date.now() + 80; while (Date.now() < end);</script>",
  );
  pages.show("/inner", "<h2>Inner</h2><button>Pay</button>");
  pages.show(
    "/busy",
    `<script>setTimeout(() => { const end = Date.now() + 2200; while (Date.now() < end); }, 100)</script>`,
  );
  const keep = `<script>localStorage.setItem("token", "t"); sessionStorage.setItem("token", "t")</script>`;
  pages.show("/keep", keep);
  elsewhere.show("/keep", keep);
});
afterAll(() => Promise.all([pages.close(), elsewhere.close()]));

async function run(scenarios: readonly string[], expectMs: number) {
  const feature = scenarios.map(
    (steps, at) => `  Scenario: ${at}\n    Given I am on "/"\n${steps.replace(/^/gm, "    ")}\n`,
  );
  return await runCucumber(`Feature: Outcomes\n${feature.join("")}`, {
    pack: "index",
    settings: {
      environment: { baseUrl: pages.url },
      browser: { ...defaultBrowser, trace: "off", screenshot: "off" },
      timeouts: { ...defaultTimeouts, expectMs },
    },
  });
}

test("a sentence waits as long as it says", async () => {
  const patient = [
    'I see "Loaded" within 9 seconds',
    'I should see "Home" and "Loaded" within 9 seconds',
    'the page should contain "Loaded" within 9 seconds',
    'the text of "css=#late" should be "Loaded" within 9 seconds',
    'the element "#late" should be "Loaded" within 9 seconds',
    'the element "#late" is visible within 9 seconds',
    'there should be 1 "Loaded" texts within 9 seconds',
    'the title should be "Page /" within 9 seconds',
    'I should be on "/" within 9 seconds',
    'the URL should be "/" within 9 seconds',
    'the page shows "Loaded" within 9 seconds',
    'I should see text matching "Load(ed)" within 9 secs',
    'I should see "Loaded" exactly once within 9 s',
    'I should see "Loaded" below "Home" within 9 s',
    "I should be on the home page within 9 s",
    'within 9 seconds the page should contain "Loaded"',
    'within 9 seconds, the page should show "Loaded"',
    'within 9 seconds "Loaded" should appear',
    'within 9 seconds the element "#late" should be visible',
    "the page should load within 9 seconds",
    'I should not see "Soon gone" within 9 seconds',
    'within 9 seconds I should no longer see "Soon gone"',
    'within 9 seconds "Soon gone" should disappear',
  ];
  const { steps } = await run(
    patient.map((step) => `Then ${step}`),
    100,
  );
  expect(steps.filter(({ status }) => status !== "PASSED")).toEqual([]);
}, 120_000);

test("what holds is proven", async () => {
  const holding = [
    `Then the "Price" column should be sorted
And the "Age" column should be sorted in ascending order
And the "Zip" column should be sorted
And the "Lone" column should be sorted
And the table "People" should be sorted by "Age"
And the column "Name" should be:
  | Bo |
  | Al |
And the table "People" should have the rows:
  | Age | Name |
  | 2   | Al   |
And the column "Shelf" of the table "Books" should contain "x"
And the first "Shelf" column should have 2 values
And the "Shelf" column in the "Stock" table should be greater than 8
And the column "Note" should be empty`,
    `Then the form "Search" should be valid
And the "Account" form should be invalid
And "Phone" is selected
And "Post" should not be selected
And the option "Orders" is selected
And option "Orders" is selected
And "Orders" should be selected
And the option "Start" should not be selected
And "Orders" is selected in "Page"
And I should see the option "Start"`,
    `When I open "/x"
Then I am on "/x"
And I have visited "/x"
When I am on "/"
Then I am on the homepage`,
    `When I press "Greet"`,
    `When I open "/keep"
And I open "${elsewhere.url}/keep"
And I sign out
And I open "/x"
Then the local storage should not have the item "token"
When I open "${elsewhere.url}/nothing"
Then the local storage should not have the item "token"
And the session storage should not have the item "token"`,
  ];
  const { steps, logs } = await run(holding, 10_000);
  expect(steps.filter(({ status }) => status !== "PASSED")).toEqual([]);
  expect(logs.join("\n")).toContain(
    `In the browser of I:\n  an alert that no step expected appeared and was dismissed: "Hi"`,
  );
}, 120_000);

const failing: readonly (readonly [steps: string, ...says: readonly string[]])[] = [
  ['the "Title" column should be sorted', '"B" (1.) comes before "A" (2.)'],
  ['the "Name" column should be sorted', '"Bo" (1.) comes before "Al" (2.)'],
  ['the "Town" column should be sorted', '"Z" (1.) comes before "A" (2.)'],
  ['the "Note" column should be sorted', "there is nothing in the 1. place"],
  ['the "Nobody" column should be sorted', "there is nothing to be ordered"],
  [
    'the "Nope" column should be sorted',
    'there is no column "Nope"; the columns are "Title", "Note"',
  ],
  ['the "Shelf" column should be sorted', '2 tables have a column "Shelf"; say which'],
  ['the third "Shelf" column should be sorted', 'only 2 tables have a column "Shelf"'],
  ['the table "People" should be sorted by "Nope"', 'the columns are "Name", "Age"'],
  ['the table "Books" should be sorted', "Say which: the table should be sorted by"],
  ['the column "Title" should not contain "B"', "expected the 1. cell not to contain"],
  ['the column "Title" should contain "C"', 'they are "B", "A"'],
  ['the column "Nobody" should be greater than 1', "it has no cells"],
  ['the column "Nope" should be:\n  | B |', 'there is no column "Nope"'],
  ['the form "Account" should be valid', '"Email" (', '"Age" ('],
  ["the heading should be valid", "StoryError: Only fields and what holds fields", "it is a <h1>"],
  ["the heading should not be checked", "StoryError: Only checkboxes"],
  ['"Post" should be selected', "expected it to be selected, but it is not"],
  ['the option "Start" is selected', "expected it to be selected, but it is not"],
  ['I should not see the option "Start"', 'There still is an option "Start"'],
  ['I am on "/x"', 'expected to be on "/x", but the page is'],
  ['I should see "Home"\nAnd I am on the "/x" page', 'expected to be on "/x"'],
  [
    "I am not authorized",
    "StoryError: This sentence brings about",
    "response status should be 401",
  ],
  ['I am logged in as user "a" with password "b"', "StoryError: This sentence brings about"],
  ["I am logged in", "Nobody knows how to ask whether I am signed in"],
  ["I am logged out", "Nobody knows how to ask whether I am signed in"],
  ["the network is slow", "StoryError: This sentence brings about"],
  [
    'I have a browser cookie "a" with value "b"',
    'expected the cookie "a" to be "b", but it is missing',
  ],
  ['the local storage item "a" is set to "b"', 'expected "a" to be "b", but it was missing'],
  ['I should see "Nothing" within 1 second', "waited 1 s"],
  ['within 200 ms I should not see "Home"', "(waited 0.2 s)"],
  ['within 200 ms the page should contain "Nothing"', "(waited 0.2 s)"],
  ['within 200 ms "Home" should disappear', "(waited 0.2 s)"],
  ['within 200 ms the heading "Home" should be hidden', "(waited 0.2 s)"],
  [
    'I should see "Home"\nWhen I open "/heavy"\nThen the page should load in less than 50 ms',
    "expected the page to load within 50 ms, but",
    "/heavy took",
    "@lcp:p75<2.5s",
  ],
];

const inFrame: typeof failing = [
  ["the table should be visible", "There is no table"],
  ['the page should contain "Home"', "the page on", 'but it was "Inner Pay"'],
  ['I should see the "Greet" button', 'The buttons in that place: "Pay".'],
];

test("what does not hold is refuted, and what can prove nothing is told so", async () => {
  const { steps } = await run(
    [
      ...failing.map(([step]) => `Then ${step}`),
      ...inFrame.map(([step]) => `When I switch to the iframe "Payment"\nThen ${step}`),
      'When I open "/busy"\nThen I should see "Nothing"',
    ],
    300,
  );
  const messages = steps.flatMap(({ status, message }) => (status === "FAILED" ? [message] : []));
  const inside = ['An earlier step switched to the frame "Payment"', '"I switch back to the page"'];
  const expected = [
    ...failing.map(([, ...says]) => says),
    ...inFrame.map(([, ...says]) => [...says, ...inside]),
    ["What was looked for on", "the page or this machine is busy"],
  ];
  for (const [at, says] of expected.entries()) {
    for (const words of says) expect(messages[at]).toContain(words);
  }
  expect(messages).toHaveLength(expected.length);
  expect(messages.join("\n")).not.toContain("css=");
}, 120_000);
