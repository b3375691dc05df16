// A pattern of a feature that would need longer than the universe lasts, in every place where a sentence takes one.
import { expect, test } from "vitest";
import { defaultTimeouts } from "../../../src/config/settings.ts";
import type { Mail } from "../../../src/journey/mail-port.ts";
import { findInMail } from "../../../steps/mail/the-mail.ts";
import { serve } from "../drivers/api-server.ts";
import { runCucumber } from "./run-cucumber.ts";

const victim = `${"a".repeat(64)}!`;

const sentences = [
  "{{word}} should match /^(a+)+$/",
  'the response "word" should not match "^(a+)+$"',
  "the response body should match /(a+)+$/i",
  'the header "x-word" should match /^(a+)+$/',
  'the response should match JSON:\n      """\n      { "word": "#regex ^(a+)+$" }\n      """',
  'the response should contain JSON in any order:\n      """\n      { "words": ["#regex ^(a+)+$"] }\n      """',
  'the response should not match JSON:\n      """\n      { "word": "##regex ^(a+)+$" }\n      """',
  "the response should have values:\n      | word | #regex ^(a+)+$ |",
  "the response should have values:\n      | word | should match /^(a+)+$/ |",
  'the response should match:\n      """\n      "(a+)+\\$\n      """',
  'the response should match the JSON schema:\n      """\n      { "properties": { "word": { "pattern": "^(a+)+$" } } }\n      """',
  "the response \"$.words[?match(@, '(a+)+')]\" should exist",
  'no item in "words" should match /^(a+)+$/',
  'I remember the part of {{word}} matching /^(a+)+$/ as "part"',
  'I should see text matching "(a+)+$"',
  'I should not see text matching "(a+)+$"',
  "the heading should match /^(a+)+$/",
];

test("it is stopped, and the failure says so", async () => {
  const url = await serve((request, response) => {
    if (request.url === "/page")
      return void response.setHeader("content-type", "text/html").end(`<h1>${victim}</h1>`);
    response.writeHead(200, { "content-type": "application/json", "x-word": victim });
    response.end(JSON.stringify({ word: victim, words: [victim] }));
  });
  const scenarios = sentences.map((sentence, index) => `  Scenario: ${index}\n    * ${sentence}\n`);
  const background = `  Background:
    * I send a GET request to "/words"
    * I remember "${victim}" as "word"
    * I am on "/page"
`;
  const { steps } = await runCucumber(`Feature: Patterns\n${background}${scenarios.join("")}`, {
    pack: "index",
    settings: {
      environment: { baseUrl: url },
      timeouts: { ...defaultTimeouts, expectMs: 300 },
    },
  });
  const told = steps.filter((_, index) => index % 4 === 3);
  expect(told.map(({ text }) => text)).toHaveLength(sentences.length);
  const untold = told.filter(
    ({ status, message }) => status !== "FAILED" || !/(?:was|were) stopped/.test(message),
  );
  expect(untold.map(({ text, status, message }) => [text, status, message])).toEqual([]);
}, 90_000);

test("in a mail as well", () => {
  const mail: Partial<Mail> = { text: victim, htmlText: undefined, subject: "" };
  expect(() => findInMail(mail as Mail, "/^(a+)+$/")).toThrow("took more than 1000 ms");
});
