import { expect, test } from "vitest";
import { bodyOf, serve } from "../drivers/api-server.ts";
import { makeBatch } from "./batch.ts";
import { runCucumber, type StepOutcome } from "./run-cucumber.ts";

/**
 * Answers with what it was sent, so that sentences about requests can be judged by sentences about responses.
 * What lies below /poll says how often it was asked for.
 */
async function startEcho(): Promise<string> {
  const asked = new Map<string, number>();
  return await serve(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    if (url.pathname === "/moved") return void response.writeHead(302, { location: "/echo" }).end();
    if (url.pathname === "/text")
      return void response.setHeader("content-type", "text/plain").end("plain words");
    if (url.pathname === "/broken")
      return void response.setHeader("content-type", "application/json").end("{oops");
    if (url.pathname === "/bytes")
      return void response.end(Buffer.from([0xff, 0xfe, Number(url.searchParams.get("last"))]));
    if (url.pathname === "/xml")
      return void response.setHeader("content-type", "application/xml").end("<a><b>1</b></a>");
    if (url.pathname === "/csv")
      return void response.setHeader("content-type", "text/csv").end("id,name\n1,Ada\n");
    if (url.pathname === "/lists")
      return void response
        .setHeader("content-type", "application/json")
        .end('[{"id":1,"price":4},{"id":2}]');
    if (url.pathname === "/errors")
      return void response.end(JSON.stringify({ errors: [{ message: "no such book" }] }));
    if (url.pathname === "/sign-in") response.setHeader("set-cookie", "sid=abc; Path=/");
    const polled = (asked.get(url.pathname) ?? 0) + (url.pathname.startsWith("/poll") ? 1 : 0);
    asked.set(url.pathname, polled);
    response.statusCode = Number(url.searchParams.get("status") ?? 200);
    response.setHeader("content-type", "application/json");
    response.setHeader("x-kind", "echo");
    response.end(
      JSON.stringify({
        method: request.method,
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        headers: request.headers,
        body: await bodyOf(request),
        polled,
        items: [{ id: 2 }, { id: 1 }],
        empty: [],
        prices: ["150"],
        pair: [{ id: "Emma" }, { id: "X" }],
        nothing: null,
      }),
    );
  });
}

const addToBatch = makeBatch(async (feature) => {
  const settings = { environment: { baseUrl: await startEcho() } };
  return await runCucumber(feature, { pack: "api", settings }, { "a.md": "# Hello" });
});

function problems(steps: readonly StepOutcome[]): string[] {
  return steps
    .filter(({ status }) => status !== "PASSED")
    .map(({ text, status, message }) => `${text}: ${status} ${message}`);
}

const sending = addToBatch(
  `    When I send a GET request to "/echo"
    Then the response "method" should be "GET"
    When the customer sends a "DELETE" request to "/echo"
    Then the response property "method" should be "DELETE"
    When I PUT "/echo"
    Then the JSON field "method" should be "PUT"
    When Alice requests "/echo"
    Then the response path "$.method" should be "GET"
    When I request "/echo" using HTTP POST
    Then the response field "method" should equal "POST"
    When I send a POST request to "/echo" with JSON:
      """
      { "a": [1, "{{unique.id}}"] }
      """
    Then the response "body" should start with "{\\"a\\":[1,"
    When I send a POST request to "/echo" with JSON:
      | name         | Ada     |
      | age          | 36      |
      | address.city | London  |
      | code         | "007"   |
      | tags         | ["a"]   |
    Then the response "body" should be '{"name":"Ada","age":36,"address":{"city":"London"},"code":"007","tags":["a"]}'
    When I send a POST request to "/echo" with the following body:
      """
      just text
      """
    Then the response "body" should be "just text"
    When I send a POST request to "/echo" with body:
      | a | true |
    Then the response "body" should be '{"a":true}'
    When I send a POST request to "/echo" with body '{"b":null}'
    Then the response "body" should be '{"b":null}'
    When I send a POST request to "/echo" with the text:
      """
      {broken
      """
    Then the response "body" should be "{broken"
    When I send a POST request to "/echo" with form data:
      | user | ada & co |
    Then the response "body" should be "user=ada+%26+co"
    When I send a POST request to "/echo" with the following parts:
      | title | Mine       |
      | file  | file: a.md |
    Then the response "body" should contain "# Hello"
    When I send a PUT request to "/echo" with the file "a.md"
    Then the response "headers.content-type" should be "text/markdown"
    When I send a GET request to "/echo" with headers:
      | x-a | 1 |
    Then the response "headers.x-a" should be "1"
    When I send a GET request to "/echo" with query parameters:
      | q | a b |
    Then the response "query.q" should be "a b"
    When I repeat the request
    Then the response "path" should be "/echo"`,
);

test("what is sent, in every way a sentence can say it", async () => {
  const steps = await sending();
  expect(problems(steps)).toEqual([]);
});

const preparing = addToBatch(
  `    Given I set the header "X-Stays" to "1"
    And I set the header "X-Once" to "2" for the next request
    And the request header "X-Too" is "3"
    And the "X-Also" request header is "4"
    And the following query parameters are set:
      | limit | 10 |
    And I set the query parameter "sort" to "name"
    When I send a GET request to "/echo"
    Then the response should have the following values:
      | headers.x-stays | "1"                   |
      | headers.x-once  | "2"                   |
      | headers.x-too   | should be "3"         |
      | headers.x-also  | should not be empty   |
      | query.limit     | should contain "1"    |
      | query.sort      | name                  |
    When I remove the header "X-Stays"
    And I send a GET request to "/echo"
    Then the response path "headers.x-stays" should not exist
    And the response path "headers.x-once" should not exist
    Given the request body is:
      """
      { "later": true }
      """
    When I send a POST request to "/echo"
    Then the response "body" should be '{"later":true}'
    Given I attach the file "a.md" to the request as "upload"
    When I send a POST request to "/echo"
    Then the response "body" should contain 'name="upload"'
    Given I set the following headers:
      | x-table | yes |
    And I use the bearer token "t-1"
    When I send a GET request to "/echo"
    Then the response "headers.authorization" should be "Bearer t-1"
    And the response "headers.x-table" should be "yes"
    Given I authenticate as "ada" with password "pw"
    When I send a GET request to "/echo"
    Then the response "headers.authorization" should start with "Basic "
    Given I use the authorization scheme "Token" with "xyz"
    When I send a GET request to "/echo"
    Then the response "headers.authorization" should be "Token xyz"
    Given I use no credentials
    When I send a GET request to "/echo"
    Then the response path "headers.authorization" should not exist
    When Alice sends a POST request to "/sign-in"
    Then Alice should have the cookie "sid"
    And the cookie "sid" of Alice should be "abc"
    And I should not have a cookie "sid"
    Given I do not follow redirects
    When I send a GET request to "/moved"
    Then the response status should be 302
    And I follow redirects
    When I send a GET request to "/moved"
    Then the response status should be 200`,
);

test("what is prepared before it is sent, and who one is", async () => {
  const steps = await preparing();
  expect(problems(steps)).toEqual([]);
});

const answering = addToBatch(
  `    When I send a GET request to "/echo?status=201"
    Then the response status should be 201
    And the HTTP response status code is 201 Created
    And the status code should be "201"
    And the response code should be between 200 and 299
    And I should receive a 201
    And the customer should not have a cookie "x"
    And the request should succeed
    And the response header "X-Kind" should be "echo"
    And the "x-kind" response header should match "^ec"
    And the header "x-none" should not exist
    And the content type should contain "json"
    And the response should be valid JSON
    And the response body should contain "echo"
    And the response body should contain:
      """
      "path":"/echo"
      """
    And the response "items" should have 2 items
    And the response path "items[0].id" should be greater than 1
    And the response value "nothing" should be null
    And the response should match JSON:
      """
      { "items": [{ "id": "#number" }, { "id": 1 }], "nothing": null }
      """
    And the response body should contain the following JSON in any order:
      """
      { "items": [{ "id": 1 }, { "id": 2 }] }
      """
    When I remember the response path "items[1].id" as "second"
    And I save the value of the field "method" as "method"
    And I store the response header "x-kind" as "kind"
    And I remember the response "path" as "path"
    And I remember the whole response as "all"
    And I send a GET request to "/{{kind}}?status=404&n={{second}}&m={{method}}&p={{all.path}}{{path}}"
    Then the request should fail
    And the response "query.p" should be "/echo/echo"
    And the response "query" should be an object`,
);

test("what was answered, by status, header, path, text and whole JSON", async () => {
  const steps = await answering();
  expect(problems(steps)).toEqual([]);
});

/** Sentences that must fail, with their tables and texts, and what the failure must say. */
const failures: readonly (readonly [step: string, parts: readonly string[]])[] = [
  [
    "the response status should be 200",
    [
      "expected the response status to be 200, but it was 500",
      "GET URL/echo?status=500 answered 500 with the body:",
      '"path":"/echo"',
    ],
  ],
  ["the response code should be 422", ["expected the response status to be 422, but it was 500"]],
  ["I should receive a 404", ["expected a 404 response, but it was 500"]],
  ["the request should succeed", ["expected the request to succeed, but its status is 500"]],
  ['the response header "x-kind" should be "other"', ['the header "x-kind"', '"echo"']],
  ['the response "itms" should exist', ['"itms" of the response', "items"]],
  [
    'the response should match JSON:\n      """\n      { "items": [{ "id": 3 }, { "id": "#uuid" }], "more": 1 }\n      """',
    ["$.items[0].id", "$.items[1].id", "$.more"],
  ],
  [
    'the response should equal JSON:\n      """\n      { "items": [} \n      """',
    ["line 1, column 13", "^"],
  ],
  [
    'the response should have the following values:\n      | items[0].id | 3 |\n      | method | should be "PUT" |',
    ['"items[0].id" of the response', '"method" of the response'],
  ],
  [
    "the response should have values:\n      | items |",
    ["This table has 1 column, but the step wants 2:"],
  ],
  [
    'I remember the response path "none.at.all" as "x"',
    ['There is nothing to remember at "none.at.all".'],
  ],
  [
    'I remember the response header "x-none" as "x"',
    ['The response has no header "x-none" to remember.'],
  ],
  ['I should have the cookie "sid"', ['I have no cookie "sid"; the cookies are: none']],
  ["Alice's response status should be 200", ["Alice has sent no request yet"]],
  [
    'I send a POST request to "/echo" with the file "../outside.txt"',
    ["The file ../outside.txt lies outside the project"],
  ],
  [
    'I send a POST request to "/echo" with the file "/etc/hostname"',
    ["The file /etc/hostname lies outside the project"],
  ],
  ["the request should fail with 404 Found", ['404 is not called "Found": 404 is "Not Found"']],
  [
    "the response should be successful",
    ["expected the request to be successful, but its status is 500"],
  ],
  [
    "the response should not be a server error",
    ["not to be a server error, but its status is 500"],
  ],
  [
    "the response time should be less than 0 ms",
    ["expected the response in less than 0 ms, but URL/echo?status=500 took"],
  ],
  [
    'the response should have the header "x-none"',
    ['expected the header "x-none" to exist, but there is none'],
  ],
  [
    "the response should have the following headers:\n      | x-kind | other |\n      | x-none | 1 |",
    ['the header "x-kind"', 'the header "x-none" to be 1, but there is none'],
  ],
  [
    "the response should not have the following headers:\n      | x-kind | echo |",
    ['expected the header "x-kind" not to be "echo"'],
  ],
  [
    "the response headers should not contain:\n      | x-kind | echo |",
    ['expected the header "x-kind" not to be "echo"'],
  ],
  [
    'the response "items" should not contain an item with:\n      | id | should be grater than 5 |',
    ["StoryError", "not a check:", "should be greater than 5"],
  ],
  [
    'the response "items" should not contain an item with:\n      | idd | 2 |',
    ['no item of "items" of the response has "idd" at all'],
  ],
  [
    "the response should have values:\n      | method | present |\n      | path | must be empty |",
    ['"method" of the response to be "present"', '"path" of the response to be empty'],
  ],
  [
    'at least one item in "empty" should have the fields:\n      | id |',
    ["there is no item to look at: the list is empty"],
  ],
  [
    'every item in "empty" should not have the fields:\n      | id |',
    ["there is no item to look at: the list is empty"],
  ],
  ['no item in "items" should have the fields:\n      | id | 2 |', ["expected [0].id not to be 2"]],
  ['no item in "items" should have the fields:\n      | idd | 2 |', ['has "idd" at all']],
  [
    'no item in "items" should have "idd" equal to 2',
    [
      'no item of "items" of the response has "idd" at all',
      'there are: id. Did you mean "id"?',
      'no item in "items" of the response should have the field "idd"',
    ],
  ],
  ['every item in "items" should not have "idd" equal to 2', ['has "idd" at all']],
  [
    'the response should not match JSON:\n      """\n      { "method": "#strng" }\n      """',
    ["StoryError", "#strng"],
  ],
  [
    'the response "items" should not contain an item with:\n      | id | #strng |',
    ["StoryError", "#strng"],
  ],
  ['the response should not have "methd" equal to "POST"', ['$ has no "methd"', "should not have"]],
  ['the response should not have the node "methd" with value "POST"', ["there is none"]],
  [
    'the response "items" should not contain an item with:\n      """\n      { "idd": 2 }\n      """',
    ['has "idd" at all', "there are: id"],
  ],
  ['the response "items" should not have an item whose "idd" is 2', ["there are: id"]],
  ["the response body should have length 3", ["but it had 11 keys"]],
  ['the response "items" should have length 3', ["but it had 2 items"]],
  ['the response "method" should have length 5', ["but it had 3 characters"]],
  ["the response took more than 1 hour", ["expected the response after more than 3600000 ms"]],
  ['the response "empty" should be sorted by "id"', ["the list is empty"]],
  ['the response "items" should be sorted by "idd"', ["these have none: [0], [1]"]],
  ['every "id" in the response "empty" should be unique', ["the list is empty"]],
  ['every "idd" in the response "items" should be unique', ["these have none: [0], [1]"]],
  ['the response "items" should not have an item whose "idd" is 2', ['has "idd" at all']],
  [
    'no item in "pair" should have the fields:\n      | id | should be greater than 5 |',
    ["[0].id", '"Emma"'],
  ],
  ['no item in "prices" should be greater than 100', ['"150"']],
  ["the GraphQL response should have no errors", ['it has no "data"', '"path":"/echo"']],
  [
    'the response should not comply with the OpenAPI document in the file "other.yaml"',
    ["StoryError", "other.yaml cannot tell: no operation is GET /echo"],
  ],
  [
    'the response should comply with the OpenAPI document in the file "dangling.yaml"',
    ["StoryError", 'its $ref "#/components/none"', "leads nowhere"],
  ],
  [
    'I send a GET request to "/poll" until the response path "$[" should be 1 within 5 seconds',
    ["StoryError", "This is not a JSONPath"],
  ],
  ["the response should be cacheable", ["it has no cache-control and nothing says for how long"]],
  ['the response should redirect to "/x"', ["expected a redirect to /x, but it leads nowhere"]],
  ["I follow the redirect", ["There is no redirect to follow: URL/echo?status=500 answered 500"]],
  ["I repeat the request with its ETag", ["answered without an ETag"]],
  [
    'the response should set the cookie "sid"',
    ['the response sets no cookie "sid"; it sets: none'],
  ],
  [
    "the response should have the fields:\n      | itms |\n      | none.at |",
    ['"itms" of the response', 'Did you mean "items"?', '"none.at" of the response'],
  ],
  ['the response should have the field "itms"', ['expected the response to have the field "itms"']],
  ['every "id" in the response should be 1', ['There is nothing at "id".']],
  [
    'each item\'s "id" in the response "items" should be 1',
    ['expected [0].id of "items" of the response to be 1, but it was 2'],
  ],
  [
    'the response "items" should contain an item with:\n      | id | 7 |',
    ['expected "items" of the response to contain an item with id: 7', '[{"id":2},{"id":1}]'],
  ],
  [
    'the response "items" should be a list of:\n      | id |\n      | 2 |\n      | 3 |',
    ["[1].id to be 3, but it was 1"],
  ],
  ['the response "items" should be sorted by "id"', ["[0] is 2 and [1] is 1"]],
  [
    'the response "items[0].id" should be sorted ascending',
    ["to be a list, but it was a number: 2"],
  ],
  [
    'the response should match the schema:\n      """\n      { "required": ["a"], "properties": { "path": { "type": "number" } } }\n      """',
    ["it breaks it in 2 places", "must have required property 'a'", "$.path  must be number"],
  ],
  ['the response should match the schema in file "../x.json"', ["outside the project"]],
  ['the response should match the JSON in file "none.json"', ["There is no file none.json"]],
  ['the response should comply with the OpenAPI document at "/text"', ["/text: "]],
  [
    'the response should comply with the OpenAPI document at "/x?status=404"',
    ["There is no OpenAPI document at /x?status=404"],
  ],
  ['the XML element "//a" should be "1"', ["This is not XML"]],
  ['the CSV column "x" should contain "y"', ["This is not CSV"]],
  ["line 9 of the response should be 1", ["it has 1 lines"]],
  ["the GraphQL response should have errors", ["expected GraphQL errors, but there are none"]],
  [
    'I wait until a GET request to "/x" returns 404 within 40 seconds',
    ["This step may wait for 40000 ms, but a step ends after 30000 ms"],
  ],
];

test("a failure says what was expected, what there was, and what to do", async () => {
  const url = await startEcho();
  const scenarios = failures.map(([step], index) => `  Scenario: ${index}\n    * ${step}\n`);
  const background = '  Background:\n    When I send a GET request to "/echo?status=500"\n';
  const { steps } = await runCucumber(
    `Feature: API\n${background}${scenarios.join("")}`,
    {
      pack: "api",
      settings: {
        environment: { baseUrl: url },
      },
    },
    {
      "other.yaml": "openapi: 3.1.0\npaths: { /x: { get: {} } }",
      "dangling.yaml":
        'openapi: 3.1.0\npaths: { /echo: { get: { responses: { 500: { $ref: "#/components/none" } } } } }',
    },
  );
  const failed = steps.filter((_, index) => index % 2 === 1);
  expect(steps.filter(({ status }, index) => index % 2 === 0 && status !== "PASSED")).toEqual([]);
  expect(failed.filter(({ status }) => status !== "FAILED")).toEqual([]);
  const untold = failures.flatMap(([step, parts], index) => {
    const message = failed[index]?.message.replaceAll(url, "URL") ?? "";
    return parts.filter((part) => !message.includes(part)).map((part) => [step, part, message]);
  });
  expect(untold).toEqual([]);
  // The code in which a mistake was noticed is no news to who wrote the sentence.
  expect(failed.filter(({ message }) => /^\s+at /m.test(message))).toEqual([]);
}, 120_000);

const denied = addToBatch(`    When I send a GET request to "/lists"
    Then the response body should have length 2
    And the response should have length 2
    And no item in the response should have "price" equal to 5
    And every item should not have "price" equal to 5
    And no item in the response should have the field "prize"
    And the response should not contain an item with:
      """
      { "price": 5 }
      """
    And the response should not contain an item with:
      """
      { "id": 3, "gone": "#notpresent" }
      """
    And the response should not contain an item with:
      | id   | 3              |
      | gone | should not exist |
    When I send a GET request to "/text"
    Then the response body should have length 11
    And response took less than 20 seconds
    And the response time should not exceed 20 seconds
    And the request should not take longer than 20 seconds
    And the API should respond within 20 seconds`);

test("what has no value that is denied passes where some have it, and where its absence is said", async () => {
  expect(problems(await denied())).toEqual([]);
});

const polling = addToBatch(
  `    When I send a GET request to "/poll" until the response path "polled" should be at least 3 within 5 seconds
    Then the response "polled" should be 3
    When I send a GET request to "/poll" until the status is 200
    And I send a GET request to "/poll" until the response field "polled" should be greater than 4
    And I send a GET request to "/poll" until the status should be 404 within 150 ms`,
);

test("polling goes on until the answer is right, and says so when it never is", async () => {
  const steps = await polling();
  const [last] = problems(steps);
  expect(problems(steps)).toHaveLength(1);
  expect(last).toContain("expected the response status to be 404, but it was 200\n(asked ");
});

const reading = addToBatch(
  `    When I send a GET request to "/text"
    Then the response should contain "words"
    And the response should be "plain words"
    When I remember the response as "said"
    And I send a GET request to "/broken"
    Then the response "a" should be 1`,
);

test("JSON that is none, and text, are told apart", async () => {
  const steps = await reading();
  expect(problems(steps)[0]).toContain("is not JSON (application/json). It begins:\n{oops");
});

const comparing = addToBatch(
  `    When I send a GET request to "/bytes?last=129"
    And I save the response to the file "other.bin"
    And I send a GET request to "/bytes?last=128"
    And I save the response to the file "same.bin"
    Then the response should be equal to the file "same.bin"
    And the response should not be equal to the file "other.bin"
    And the response should be equal to the file "other.bin"`,
);

test("bytes that are no text are compared as bytes", async () => {
  const steps = await comparing();
  expect(problems(steps)).toEqual([
    expect.stringContaining(
      "expected the response to equal other.bin byte by byte, but byte 3 is 0x80 and not 0x81",
    ),
  ]);
});

const repeating = addToBatch(
  `    When I send a POST request to "/poll/once"
    Then within 1 second the response status should be 200`,
);

test("what may do its work twice is not asked again unasked", async () => {
  const steps = await repeating();
  const [problem = ""] = problems(steps);
  expect(problem).toContain("the last request was POST, which may do its work twice");
  expect(problem).toContain("I repeat the request until");
});

const bounding = addToBatch(
  `    When I poll "/poll/more" every 50 ms until "polled" is 3
    Then the response "polled" should be 3
    And within 5 seconds the response field "polled" should be 5
    When I retry up to 2 times until "polled" is 99`,
);

test("a time and a number of requests bound what is asked again", async () => {
  const steps = await bounding();
  const [problem = "", ...others] = problems(steps);
  expect(others).toEqual([]);
  expect(problem).toContain('expected "polled" of the response to be 99, but it was 7');
  expect(problem).toContain("asked 2 times");
});

const listing = addToBatch(
  `    When I send a GET request to "/echo"
    Then every item in "items" should have the property "id"
    And at least one item in "items" should have "id" equal to 2
    And no item in "items" should have a field "password"
    And no item in "items" should have the fields:
      | id | 7 |
    And the response "items" should not have an item whose "id" is 7
    And the response "items" should not have an item whose "password" should exist
    And the response "pair" should contain the rows:
      | id      |
      | #string |
      | Emma    |
    And none of the items in "items" should have "id" equal to 2`,
);

test("every, some and none of a list", async () => {
  const steps = await listing();
  const [problem = "", ...others] = problems(steps);
  expect(others).toEqual([]);
  expect(problem).toContain("expected no item of");
  expect(problem).toContain("but [0] is");
});
