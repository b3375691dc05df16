import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeAll, describe, expect, test } from "vitest";
import { WebSocketServer } from "ws";
import { type CucumberRun, runCucumber, type StepOutcome } from "./run-cucumber.ts";

/** Greets with two messages; closes on "bad", answers everything else. */
async function serve(): Promise<{ url: string; end: () => void }> {
  const server = createServer((request, response) => {
    if (request.url !== "/events") return response.writeHead(404).end("nothing here");
    response.writeHead(200, { "content-type": "text/event-stream" });
    return response.write('event: price\ndata: {"price": 7}\n\n');
  });
  const sockets = new WebSocketServer({ server });
  sockets.on("connection", (client, request) => {
    if (request.url === "/silent") return;
    if (request.url === "/flood") {
      for (let count = 1; count <= 12_000; count += 1) client.send(`${count}`);
      return;
    }
    client.send('{"type":"hello","secret":"x"}');
    client.send("second");
    client.on("message", (data) => {
      if (String(data) === "bad") client.close(1008, "not allowed");
      else client.send(`you said ${String(data)}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const end = (): void => {
    server.closeAllConnections();
    for (const client of sockets.clients) client.terminate();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, end };
}

/** One scenario for each, since the first failure ends a scenario: the last sentence is the one that fails. */
const failing: Readonly<Record<string, readonly [...sentences: string[], message: string]>> = {
  "nothing that fits": [
    'I connect to the WebSocket "/live"',
    'I should receive a message containing "price" within 200 ms',
    'expected a message that should contain "price" within 200 ms, but none came.\n2 others are there unread from ws://HOST/live:\n  "{\\"type\\":\\"hello\\",\\"secret\\":\\"x\\"}"\n  "second"\nThe last of them: expected it to contain "price", but it was "second"',
  ],
  "the connection ends before": [
    'I connect to the WebSocket "/silent"',
    'I connect to the WebSocket "/live" as "live"',
    "I ignore the messages so far",
    'I send the message "bad" to "live"',
    'I should receive a message on "live" matching /nothing/',
    "before the connection ended, but none came.",
  ],
  "a message that should not come": [
    'I connect to the WebSocket "/live"',
    "I should not receive any message within 100 ms",
    'expected no message within 100 ms, but this came:\n  "{\\"type\\":\\"hello\\",\\"secret\\":\\"x\\"}"',
  ],
  "too many": [
    'I connect to the WebSocket "/live"',
    "I should have received 2 messages",
    "I should receive 1 message",
    "expected 1 messages within 1000 ms, but it was 2.",
  ],
  "no connection": [
    "I should receive a message",
    'I have opened no WebSocket yet.\nOpen it first, for example: When I connect to the WebSocket "/live"',
  ],
  "another name": [
    'Alice connects to the WebSocket "/live" as "feed"',
    'Alice should receive a message on "food"',
    'Alice has opened no WebSocket named "food" yet. Open are: Alice\'s "feed".',
  ],
  "not an event stream": [
    'I listen to the events at "/nowhere"',
    'The event stream "/nowhere" was not opened: the server answered 404 with the body:\nnothing here',
  ],
  "an event of another name": [
    'I listen to the events at "/events"',
    'I should receive the event "stock" within 200 ms',
    '1 other is there unread from http://HOST/events:\n  event "price": "{\\"price\\": 7}"\nThe last of them: it is the event "price"',
  ],
  "it stays open": [
    'I connect to the WebSocket "/live"',
    "the connection should be closed within 50 ms",
    "expected the connection to be closed within 50 ms.\nThe connection to ws://HOST/live is open.",
  ],
  "closed in another way": [
    'I connect to the WebSocket "/live"',
    'I send the message "bad"',
    "the connection should be closed with code 1000",
    'expected the connection to be closed with code 1000 within 1000 ms.\nThe connection to ws://HOST/live was closed by the server with code 1008 and reason "not allowed".',
  ],
  "sending when it is closed": [
    'I connect to the WebSocket "/live"',
    'I send the message "bad"',
    "the connection should be closed",
    'I send the message "again"',
    "The message was not sent. The connection to ws://HOST/live was closed by the server",
  ],
  "nobody listens to the server": [
    'a WebSocket server as "feed"',
    'the server "feed" sends "x"',
    "Tell the product that address: it is remembered as {{feed.url}}.",
  ],
  "an unknown server": [
    'a WebSocket server as "feed"',
    'the server "food" sends "x"',
    'There is no WebSocket server "food". There are: "feed".\nStart it first: Given a WebSocket server as "food"',
  ],
  "too few of all": [
    'I connect to the WebSocket "/live"',
    "I should have received at least 3 messages within 100 ms",
    "expected at least 3 messages in all, but it was 2",
  ],
  "another id": [
    'I listen to the events at "/events"',
    'the event should have the id "42"',
    'expected the id of the event to be "42", but it was absent',
  ],
  "a connection that a server took": [
    'the customer tries to connect to the WebSocket "/live"',
    "the connection should fail",
    "expected the connection to be refused, but no server refused one",
  ],
  "nothing came, but the connection broke": [
    'I connect to the WebSocket "/live"',
    'I send the message "bad"',
    'I should not receive a message containing "price" within 5 seconds',
    'expected no message within 5000 ms, but that cannot be told: the connection ended before the time was over.\nThe connection to ws://HOST/live was closed by the server with code 1008 and reason "not allowed".\nIf it should end, say so before: Then the connection should be closed',
  ],
  "nothing came after the expected end": [
    'I connect to the WebSocket "/live"',
    'I send the message "bad"',
    "the connection should be closed",
    'I should not receive a message containing "price" within 5 seconds',
    'I should receive a message containing "price"',
    "before the connection ended, but none came.",
  ],
  "nothing came of what was kept of a flood": [
    'I connect to the WebSocket "/flood"',
    "I should have received at least 12000 messages within 15 seconds",
    'I should not receive a message containing "price" within 10 ms',
    "but that cannot be told: 2000 older ones were let go unread",
  ],
  "a server of the scenario that is no connection": [
    'I connect to the WebSocket "/live"',
    'I send the message "bad"',
    "the connection should be closed",
    'a WebSocket server as "feed"',
    "the WebSocket should stay open within 50 ms",
    "expected the connection to stay open.\nThe connection to ws://HOST/live was closed by the server",
  ],
  "an address of the scenario": [
    'the base URL is "http://127.0.0.1:1"',
    'I connect to the WebSocket "/live"',
    "The WebSocket ws://127.0.0.1:1/live could not be opened",
  ],
  "a path of a message": [
    'I connect to the WebSocket "/live"',
    'the message field "type" should be "bye"',
    'expected its "type" to be "bye", but it was "hello"\nIt is: {"type":"hello","secret":"x"}',
  ],
};

let outcomes: ReadonlyMap<string, StepOutcome>;

beforeAll(async () => {
  const { url, end } = await serve();
  const scenarios = Object.entries(failing).map(([name, texts]) => {
    const steps = texts.slice(0, -1).map((text) => `    * ${text}`);
    return `  Scenario: ${name}\n${steps.join("\n")}`;
  });
  const timeouts = {
    stepMs: 20_000,
    requestMs: 5_000,
    expectMs: 1_000,
    navigationMs: 1,
    preflightMs: 1,
  };
  const settings = { environment: { baseUrl: url }, timeouts: { ...timeouts, expectMs: 1_000 } };
  const run = await runCucumber(`Feature: Streams\n${scenarios.join("\n")}\n`, {
    pack: "index",
    settings,
  });
  end();
  outcomes = lastOfEach(run, url);
});

/** The last step of each scenario, the address of the server left out. */
function lastOfEach({ steps }: CucumberRun, url: string): ReadonlyMap<string, StepOutcome> {
  let at = 0;
  return new Map(
    Object.entries(failing).map(([name, texts]) => {
      at += texts.length - 1;
      const step = steps[at - 1] as StepOutcome;
      return [name, { ...step, message: step.message.replaceAll(new URL(url).host, "HOST") }];
    }),
  );
}

describe("a failure says what is there", () => {
  test.each(Object.entries(failing))("%s", (name, texts) => {
    const { status, message } = outcomes.get(name) ?? { status: "", message: "" };
    expect(status + message).toContain("FAILED");
    expect(message).toContain(texts.at(-1));
  });
});

test("common wordings are understood, each in one way", async () => {
  const feature = `Feature: Wordings\n  Scenario: All\n${wordings.map((one) => `    * ${one}`).join("\n")}\n`;
  const { steps } = await runCucumber(feature, { pack: "index", dryRun: true });
  const misunderstood = steps
    .filter(({ definitions }) => definitions.length !== 1)
    .map(({ text, definitions }) => `${text} → ${definitions.join(" | ")}`);
  expect(misunderstood).toEqual([]);
  expect(steps).toHaveLength(wordings.length);
});

const wordings = `
I connect to the WebSocket "/live"
I connect to WebSocket "/live"
I connect to the websocket at "/live"
I open a WebSocket connection to "/live"
I open a websocket to "/live"
Alice connects to the WebSocket "/live" as "feed"
I am connected to the WebSocket "/live"
I connect to the WebSocket server at "ws://localhost:8080/live"
I send the message "ping"
I send a message "ping"
I send "ping" over the WebSocket
I send "ping" to the WebSocket
I send the text "ping" over the WebSocket
I send a WebSocket message "ping"
I send the following message:
I send the following JSON message:
I send a message with:
I send a JSON message:
I should receive a message
I should receive a message within 5 seconds
I should receive the message "pong"
I should receive a message "pong" within 2 seconds
I should receive a message containing "price"
I should receive a message that contains "price"
I should receive a message matching /pri.e/
I should receive a message matching JSON:
I should receive a message with JSON:
I should receive a JSON message:
I should receive the following message:
I should receive a WebSocket message containing "x" within 5 seconds
I should get a message containing "price"
I receive a message
I receive the message "pong"
I receive a message containing "pong" within 5 seconds
I wait for a message
I wait for a message containing "pong"
I should not receive any message
I should not receive any messages within 2 seconds
I should not receive a message within 2 seconds
I should not receive a message containing "secret"
I should receive no messages
I should receive 3 messages
I should receive 3 messages within 5 seconds
I should have received 3 messages
I should receive at least 2 messages
the last message should be "pong"
the last message should contain "pong"
the last message should equal "pong"
the message should contain "pong"
the message should match JSON:
the message field "type" should be "price"
the received message should contain "pong"
the last received message should contain "pong"
I remember the message field "id" as "id"
I store the last message as "m"
I save the message as "m"
I close the WebSocket
I close the connection
I close the WebSocket connection
I disconnect
I disconnect from the WebSocket
the connection should be closed
the WebSocket should be closed
the WebSocket connection should be closed with code 1008
the connection should be closed within 5 seconds
the server should close the connection
the connection should be open
the WebSocket connection should be established
the WebSocket should be connected
the connection should be refused
the connection should be rejected with status 401
the WebSocket handshake should be refused with status 401
I listen to the events at "/events"
I listen to server-sent events at "/events"
I listen to the event stream "/events"
I listen for events at "/events"
I subscribe to the event stream at "/events"
I subscribe to events at "/events"
I subscribe to "/events"
I connect to the event stream "/events"
I open the event stream "/events"
I should receive the event "price"
I should receive an event "price"
I should receive an event
I should receive the "price" event
I should receive a "price" event within 5 seconds
I should receive an event named "price"
I should receive the event "price" within 5 seconds
I should receive an event with data "x"
I should receive the event "price" with data containing "x"
I should receive the event "price" with data:
I should receive an event of type "price"
I should not receive the event "price"
I should not receive any events
I should receive 3 events
the event data should contain "x"
the data of the event should contain "x"
the last event should be "price"
the event should contain "x"
I stop listening
a WebSocket server as "feed"
a WebSocket server is running as "feed"
a WebSocket server "feed"
a WebSocket server named "feed"
the server "feed" sends "x"
the server "feed" sends the message "x"
the server "feed" sends:
the server "feed" should receive a message containing "x"
the customer tries to connect to the WebSocket "/live"
I open a WebSocket connection to "/chat" with the token "{{token}}"
the WebSocket connection should fail
I send the following message over the WebSocket:
I send the JSON message to the WebSocket:
I send the JSON message "{}" to the WebSocket
I send the file "messages/subscribe.json" to the WebSocket
I should receive a WebSocket message:
I should receive a WebSocket message matching:
I should receive a WebSocket message with "type" equal to "update"
I should receive a JSON message over the WebSocket with "type" equal to "update"
I should receive a message on the WebSocket containing "welcome"
I should receive a message with the following fields:
I wait up to 10 seconds for a WebSocket message with "type" equal to "done"
I should receive 3 WebSocket messages
I should receive at least 2 WebSocket messages within 10 seconds
I should receive 3 server-sent events
I should receive at least 2 events from the stream within 10 seconds
the last WebSocket message should contain "welcome"
the last WebSocket message should be "pong"
the WebSocket message property "type" should be "order.created"
the WebSocket message field "type" should be "update"
the "type" field of the last message should be "update"
I save the last WebSocket message as "message"
I save the WebSocket message property "id" as "messageId"
I save the field "id" of the WebSocket message as "messageId"
the last server-sent event should contain "done"
the last event data should be:
the last event should have the id "42"
the id of the last event should be "42"
I unsubscribe from the event stream
I unsubscribe
I close the event stream
`
  .trim()
  .split("\n");
