// Sentences as people write them, and the kinds of guarantee that are recognised in them.
import { describe, expect, test } from "vitest";
import type { GapsOptions } from "../../../src/config/gaps-options.ts";
import { kindsIn, marksOf } from "./story-with.ts";

const happy = ["happy-path"];
const unhappy = ["unhappy-path"];

function scenario(title: string, ...steps: readonly string[]): string {
  return [`Scenario: ${title}`, ...steps].join("\n");
}

describe("happy and unhappy paths", () => {
  test.each([
    [scenario("Buy", "When I pay", 'Then I should see "Thank you"'), happy],
    [scenario("Saved", "When I save", "Then I should not see any error"), happy],
    [scenario("Saved", "When I save", "Then the response status should not be 500"), happy],
    [scenario("Only done", "When I save"), []],
    [
      scenario("Refused", "When I pay", 'Then I should see the alert "Your card was declined"'),
      unhappy,
    ],
    [scenario("Lost", "When I GET /x", "Then the response status code is 404"), unhappy],
    [
      scenario("A range", "When I GET /x", "Then the status should be between 400 and 499"),
      unhappy,
    ],
    [
      scenario(
        "Gone",
        'When I send a DELETE request to "/x"',
        "And I GET /x",
        "Then the response status should be 404",
      ),
      happy,
    ],
    [`@negative\n${scenario("By tag", "When I pay", "Then I stay")}`, unhappy],
  ])("%s", (text, kinds) => {
    expect(kindsIn(text)).toEqual(kinds);
  });
});

describe("each kind, by the words that people use", () => {
  test.each([
    [
      "invalid-input",
      scenario(
        "An invalid postcode",
        "When I add it",
        "Then I should be notified that the postcode is invalid",
      ),
    ],
    [
      "invalid-input",
      scenario("Bad", "When I send it", 'Then the HTTP status code should be "422"'),
    ],
    [
      "missing-field",
      scenario(
        "Adding a product without specifying its name",
        "When I add it",
        "Then I should be notified that name is required",
      ),
    ],
    [
      "missing-field",
      scenario(
        "Blank",
        "When I send it:",
        '| name | "" |',
        "Then the response status should be 422",
      ),
    ],
    [
      "unexpected-data",
      scenario("Names", 'When I save "<script>alert(1)</script>"', "Then I should see it as text"),
    ],
    [
      "unexpected-data",
      scenario(
        "Weather",
        "Given the weather service answers with an empty body",
        "When I look",
        "Then I should see no forecast",
      ),
    ],
    ["boundary", scenario("A basket of exactly 99 things", "When I pay", "Then I am thanked")],
    [
      "signed-in",
      scenario(
        "Delete",
        "Given I am logged in as admin",
        "When I delete it",
        "Then the response status should be 204",
      ),
    ],
    [
      "not-signed-in",
      scenario(
        "Closed",
        'When I visit "/account"',
        "Then I should be redirected to the login page",
      ),
    ],
    [
      "not-signed-in",
      scenario("API", 'When I send a GET request to "/me"', "Then I should receive a 401 response"),
    ],
    [
      "wrong-role",
      scenario("Others", "When Brian shares it", 'Then the HTTP status code should be "403"'),
    ],
    [
      "wrong-role",
      scenario(
        "A member cannot delete the project",
        "When Bob tries",
        "Then the project should be there",
      ),
    ],
    ["repetition", scenario("Applying a coupon twice", "When I apply it", "Then nothing changes")],
    [
      "repetition",
      scenario("Register", "When I register", 'Then I should see "already registered"'),
    ],
    [
      "dependency-down",
      scenario(
        "Pay later",
        "Given the payment gateway does not respond",
        "When I pay",
        'Then I should see "Please try again later"',
      ),
    ],
    [
      "dependency-down",
      scenario("Bad gateway", "When I pay", "Then the response status should be 503"),
    ],
    [
      "expiry",
      scenario(
        "Cart",
        "Given a full cart",
        "When 31 minutes have passed",
        "Then the cart should be empty",
      ),
    ],
    [
      "concurrency",
      scenario("Two edit a page at the same time", "When both save", "Then one is told"),
    ],
    ["concurrency", scenario("Versions", "When I save", "Then the response status should be 412")],
    [
      "latency",
      scenario("Quick", "When I GET /x", "Then the response time should be less than 200 ms"),
    ],
    ["latency", `@latency:p95<300ms\n${scenario("Quick", "When I GET /x", "Then I see it")}`],
    ["load", `@rpm:600\n${scenario("Much", "When I GET /x", "Then I see it")}`],
    [
      "availability",
      `@availability:99.9%\n${scenario("Always", "When I GET /x", "Then I see it")}`,
    ],
    ["invariant", `@invariant\n${scenario("All", "When I GET /x", "Then I see it")}`],
    ["smoke", `@smoke\n${scenario("First", "When I GET /x", "Then I see it")}`],
    ["production-safe", `@production-safe\n${scenario("Live", "When I GET /x", "Then I see it")}`],
    ["incident", `@incident:INC-42\n${scenario("Not again", "When I GET /x", "Then I see it")}`],
  ])("%s: %s", (kind, text) => {
    expect(kindsIn(text)).toContain(kind);
  });
});

describe("what looks like a kind and is none", () => {
  test.each([
    [
      "missing-field",
      scenario(
        "A user without share permission",
        "When Brian shares it",
        "Then the status should be 403",
      ),
    ],
    [
      "invalid-input",
      scenario("Blank", "When I send it:", '| name | "" |', "Then the status should be 422"),
    ],
    [
      "not-signed-in",
      scenario(
        "Guess",
        'When I send a POST request to "/api/sessions" with JSON:',
        "| password | a guess |",
        "Then the status should be 401",
      ),
    ],
    [
      "wrong-role",
      scenario(
        "Forged",
        'Given I set the header "origin" to "https://evil.example"',
        "When I pay",
        "Then the status should be 403",
      ),
    ],
    [
      "signed-in",
      scenario(
        "Nothing of Ada",
        "Given Ada is signed in",
        "When Bob looks",
        "Then Bob should see it",
      ),
    ],
    [
      "signed-in",
      scenario(
        "Refused",
        "Given I am signed in",
        "When I delete it",
        "Then the status should be 403",
      ),
    ],
    [
      "repetition",
      scenario(
        "Later",
        "Given 5 wrong passwords",
        "When 15 minutes go by",
        "And I repeat the request",
        "Then the status should be 201",
      ),
    ],
    ["latency", `@latency:fast\n${scenario("Malformed", "When I GET /x", "Then I see it")}`],
    [
      "unhappy-path",
      scenario("Warned", "When I look", 'Then I should see the alert "Old" as a warning'),
    ],
    ["boundary", scenario("Data", "When I look", 'Then the response "total" should be 404')],
    ["unhappy-path", scenario("Data", "When I look", 'Then the response "total" should be 404')],
  ])("%s is not in: %s", (kind, text) => {
    expect(kindsIn(text)).not.toContain(kind);
  });
});

test("of two tiers only the nearest holds", () => {
  const text = `@smoke\nFeature: Shop\n@regression\n${scenario("Later", "When I pay", "Then I see it")}`;
  expect(kindsIn(text)).toEqual(happy);
});

const outline = `
  @smoke
  Scenario Outline: A password of <length> characters is answered <status>
    When I register with "<password>"
    Then the response status should be <status>

    Examples:
      | password     | length | status |
      | elevenchars  | 11     | 422    |
      | twelve chars | 12     | 201    |

    @planned @load
    Examples: later
      | password | length | status |
      | a        | 1      | 403    |
`;

describe("outlines", () => {
  test("each row is judged for itself, and marks of planned rows are planned", () => {
    expect(kindsIn(outline)).toEqual([
      "happy-path",
      "unhappy-path",
      "invalid-input",
      "boundary",
      "wrong-role (planned)",
      "load (planned)",
      "smoke",
    ]);
  });

  test("neighbours on either side of a limit are told with the row that is refused", () => {
    const table = outline.replaceAll(/ characters/g, "");
    expect(marksOf(table).find(({ kind }) => kind === "boundary")).toMatchObject({
      line: 10,
      words: "length 11 and 12",
      signal: { id: "boundary/neighbours", from: "neighbours" },
    });
  });

  test("numbers in a row with one outcome are no limit", () => {
    const rows = "| id | name |\n| 1 | Ada |\n| 2 | Bob |";
    const text = `Scenario Outline: Who\nWhen I GET /<id>\nThen I see "<name>"\nExamples:\n${rows}`;
    expect(kindsIn(text)).toEqual(happy);
  });
});

test("a planned scenario is planned in all its kinds", () => {
  const text = `@planned @smoke\n${scenario("Soon", "When I pay", "Then I am thanked")}`;
  expect(kindsIn(text)).toEqual(["happy-path (planned)", "smoke (planned)"]);
});

test("a mark says which words were found, where, and why they tell it", () => {
  const text = scenario("Closed", "When I GET /me", "Then the response status should be 401");
  const found = marksOf(text).find(({ kind }) => kind === "not-signed-in");
  expect(found).toEqual({
    kind: "not-signed-in",
    state: "present",
    scenario: { id: expect.any(String), title: "Closed", line: 2 },
    line: 4,
    signal: {
      id: "not-signed-in/status",
      from: "status",
      because: "who is not signed in is refused",
    },
    words: "401",
  });
});

test("in other languages tags, gates, statuses and data tell it, words do not", () => {
  const feature = "# language: de\nFunktionalität: Laden\n@rpm:60\nSzenario: cannot pay twice\n";
  const steps = 'Wenn ich "🐢" sende\nDann ist der Status 422';
  const story = `${feature}${steps}`;
  expect(kindsIn(story)).toEqual(["unhappy-path", "invalid-input", "unexpected-data", "load"]);
});

describe("the configuration", () => {
  const paid = scenario("BUG-12 is mended", "When I pay", "Then I am thanked");

  test("a team's own signal is recognised, in its own words, before the built-in ones", () => {
    const signals = [
      { kind: "incident", from: ["title"], pattern: "^bug-\\d+", because: "our bugs" },
    ] as const;
    expect(marksOf(paid, { signals }).at(-1)).toMatchObject({
      kind: "incident",
      words: "BUG-12",
      signal: { id: "incident/own-1", because: "our bugs" },
    });
  });

  test("signals with groups and signs beyond ASCII work beside the others", () => {
    const signals = [
      { kind: "load", from: "action", pattern: "(?<what>z)ahle\\k<what>", because: "x" },
      { kind: "latency", from: "action", pattern: "\\p{Lu}öhe", because: "x" },
    ] as const;
    const text = scenario("A", "When zahlez Höhe", "Then I am thanked");
    expect(kindsIn(text, { signals })).toEqual(["happy-path", "latency", "load"]);
  });

  test("a kind or one signal can be switched off", () => {
    expect(kindsIn(paid, { off: ["happy-path"] })).toEqual([]);
    const twice = scenario("Pay twice", "When I pay", 'Then I should see "already paid"');
    expect(marksOf(twice, { off: ["repetition/title"] }).at(-1)?.signal.id).toBe(
      "repetition/refused",
    );
  });
});

describe("steps that begin with *", () => {
  test.each([
    [["* request { name: '' }", "* method post", "* status 422"], "invalid-input"],
    [["* I send a GET request", "* the response status should be 403"], "wrong-role"],
    [["* method get", "* match response == { id: '#number' }"], "happy-path"],
  ])("%s expect something where they say so", (steps, kind) => {
    expect(kindsIn(scenario("Cats", ...steps))).toContain(kind);
  });

  test("and do something where they do not", () => {
    expect(kindsIn(scenario("Cats", "* def status = 500", "* method get"))).toEqual([]);
  });
});

test("a column named as what every object has is none that is missing", () => {
  const [mark] = marksOf(
    "Scenario Outline: A\nWhen <b>\nThen I see <constructor>\nExamples:\n| b |\n| 1 |",
  );
  expect(mark?.words).toBe("I see <constructor>");
});

test("of a very long step a mark keeps the beginning", () => {
  const [mark] = marksOf(scenario("A", "When b", `Then I see ${"x".repeat(10_000)}`));
  expect(mark?.words).toHaveLength(301);
});

describe("sentences that were judged wrong once", () => {
  test.each([
    [scenario("A card without cover is declined", "When I pay", 'Then I see "declined"'), unhappy],
    [
      scenario("The email", "When I leave out the email", 'Then I see "Please enter the email"'),
      ["unhappy-path", "missing-field"],
    ],
    [
      scenario("The email is left out", "When I save", "Then the form stays"),
      ["unhappy-path", "missing-field"],
    ],
    [
      scenario("An order without an address", "When I save", "Then the status should be 422"),
      ["unhappy-path", "missing-field"],
    ],
    [
      scenario("Coupons", "When I use 6 coupons", 'Then I see "No more than 5 coupons"'),
      ["unhappy-path", "boundary"],
    ],
    [
      scenario("Coupons", "When I use 6 coupons", 'Then I see "At most 5"'),
      ["unhappy-path", "boundary"],
    ],
    [scenario("Coupons", "When I look", "Then I see at most 5 coupons"), happy],
    [
      scenario(
        "The last one, bought by two at the same time",
        "When both pay",
        'Then one sees "Sold out"',
      ),
      ["unhappy-path", "concurrency"],
    ],
    [scenario("The maximum price filter", "When I look", "Then I see 2 books"), happy],
    [
      scenario("An expired card is declined", "When I pay", 'Then I see "declined"'),
      ["unhappy-path", "expiry"],
    ],
    [scenario("Reading the invalid books shelf", "When I look", 'Then I see "Torn books"'), happy],
    [
      scenario("An invalid coupon", "When I use it", 'Then I see "This coupon is not valid"'),
      ["unhappy-path", "invalid-input"],
    ],
    [
      scenario("An invoice is paid again", "When I pay", "Then I pay nothing"),
      [...happy, "repetition"],
    ],
    [scenario("Twice", "When I pay again", "Then I pay nothing"), [...happy, "repetition"]],
    [scenario("Back", "When I see the page again", "Then it is full"), happy],
    [
      scenario("Prices", "When the page is open", "Then a visitor sees prices"),
      [...happy, "not-signed-in"],
    ],
    [scenario("A visitor sees prices", "When x", "Then y"), [...happy, "not-signed-in"]],
    [
      scenario("A visitor", "Given the visitor is signed in", "When the visitor pays", "Then y"),
      [...happy, "signed-in"],
    ],
    [scenario("Quick", "When I search", "Then it takes less than a second"), [...happy, "latency"]],
    [scenario("Soon", "When I search", 'Then I see "Done" within 1 second'), happy],
  ])("%s", (text, kinds) => {
    expect(kindsIn(text)).toEqual(kinds);
  });

  test("an outcome in another language is no happy path by itself, a status of success is", () => {
    const german = (outcome: string) =>
      `# language: de\nFunktionalität: Laden\nSzenario: Zahlen\nWenn ich zahle\nDann ${outcome}`;
    expect(kindsIn(german('sehe ich "Abgelehnt"'))).toEqual([]);
    expect(kindsIn(german("ist der Antwortstatus 201"))).toEqual(happy);
    expect(kindsIn(german("ist der Antwortstatus 422"))).toEqual(["unhappy-path", "invalid-input"]);
  });
});

describe("a pattern of the configuration that takes too long", () => {
  const endless = "a".repeat(60);

  test.each(["pattern", "unless"])("%s is ended, and told with its place and the text", (part) => {
    const other = { pattern: "a", unless: undefined };
    const slow = { kind: "load", from: "title", because: "x", ...other, [part]: "(a+)+$" } as const;
    const fine = { kind: "smoke", from: "title", pattern: "x", because: "x" } as const;
    const text = scenario(`${endless}!`, "When I pay", "Then I am thanked");
    const { unless, ...bare } = slow;
    const signal = part === "pattern" ? bare : slow;
    expect(() => kindsIn(text, { signals: [fine, signal] } as GapsOptions)).toThrow(
      `gaps.signals[1].${part} takes too long: (a+)+$\nAfter 1000 ms`,
    );
  });

  test.each([
    ["of choices", `^${"(?:a|aa)".repeat(40)}b`, "a".repeat(60)],
    ["of repetitions one after the other", `${"a*".repeat(12)}b`, "a".repeat(90)],
    ["of what was said before", "^(a*)*\\1b", "a".repeat(60)],
  ])("%s is ended too", (_what, pattern, title) => {
    const signals = [{ kind: "load", from: "title", pattern, because: "x" }] as const;
    const text = scenario(title, "When I pay", "Then I am thanked");
    expect(() => kindsIn(text, { signals })).toThrow("gaps.signals[0].pattern takes too long");
  });

  test("what may be left out many times is compiled in time", () => {
    const pattern = `${"a?".repeat(40)}b`;
    const signals = [{ kind: "load", from: "title", pattern, because: "x" }] as const;
    const kindsOfTitle = (title: string) =>
      kindsIn(scenario(title, "When I pay", "Then I am thanked"), { signals });
    expect(kindsOfTitle("aaa")).toEqual(happy);
    expect(kindsOfTitle("aab")).toEqual([...happy, "load"]);
  });

  test("others of many repetitions are found in time", () => {
    const signals = [{ kind: "load", from: "title", pattern: "^(a+)+!", because: "x" }] as const;
    const text = scenario(`${endless}!`, "When I pay", "Then I am thanked");
    expect(kindsIn(text, { signals })).toEqual([...happy, "load"]);
  });
});
