import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { makeBatch } from "./batch.ts";
import { runCucumber, type StepOutcome } from "./run-cucumber.ts";

// Cucumber gets the environment of this process, which is this file's alone.
process.env["SECRET_WORD"] = "xyzzy-plugh";

const addToBatch = makeBatch((feature) => runCucumber(feature, { pack: "data" }));

const open = (outcomes: readonly StepOutcome[]) =>
  outcomes.filter(({ status }) => status !== "PASSED");

const remembering = addToBatch(`
    Given I remember "ada@example.com" as "email"
    And Alice stores 42 as "answer"
    And the customer saves {{answer}} as "copy"
    And I keep "{{answer}}!" as "loud"
    And I remember the following values:
      | name   | Ada          |
      | age    | 36           |
      | price  | 1.10         |
      | member | true         |
      | who    | {{name}} {{age}} |
      | same   | {{answer}}   |
    And the following values:
      | city | London |
    And I remember the text as "letter":
      """
      Dear {{name}},
      bye
      """
    And I remember the JSON as "user":
      """
      { "email": "{{email}}", "age": {{age}}, "tags": ["a", "b"] }
      """
    And I generate a unique email as "first"
    And I make up a new unique email as "second"
    And I generate a unique number as "number"
    Then {{email}} should be "ada@example.com"
    And "{{answer}}" should be greater than 41
    And {{copy}} should equal {{answer}}
    And {{loud}} is "42!"
    And {{price}} should be "1.10"
    And {{who}} should be "Ada 36"
    And {{user}} should equal {{user}}
    And {{user.tags}} should have 2 items
    And {{user.age}} should be 36
    And {{letter}} should contain "Dear Ada"
    And {{first}} should be an email
    And {{first}} should not be "{{second}}"
    And {{unique.email}} should be "{{unique.email}}"
    And {{number}} should be an integer
    And {{today + 1 day}} should be after "{{today}}"
    And the remembered "city" should be "London"
    And the remembered value "user.email" should end with "@example.com"
    And the remembered "nothing" should not exist
    And "city" should be remembered
    And "nothing" should not be remembered`);

test("what is remembered can be used and checked", async () => {
  const outcomes = await remembering();
  expect(open(outcomes)).toEqual([]);
  expect(outcomes.filter(({ definitions }) => definitions.length !== 1)).toEqual([]);
  expect(outcomes).toHaveLength(31);
});

const mistakes = [
  [
    "a check that does not hold",
    'Then "{{word}}" should be "y"',
    'expected {{word}} to be "y", but it was "x"',
  ],
  [
    "an unknown name",
    "Then {{wrod}} should exist",
    'Nothing is remembered as "wrod". Known are: word. Did you mean {{word}}?',
  ],
  [
    "an unknown name without braces",
    'Then the remembered "wrod" should be "x"',
    'Nothing is remembered as "wrod"',
  ],
  ["a check with a slip", 'Then {{word}} should be than "x"', "not a check:\n  should be than"],
  ["a name that is taken", 'Given I remember "x" as "now"', "has a meaning already"],
  ["an unknown kind", 'Given I generate a unique thing as "t"', 'Nothing unique is called "thing"'],
  [
    "a table of another shape",
    "Given the following values:\n      | a | b | c |",
    "This table has 3 columns, but the step wants a name and a value in each row:",
  ],
  [
    "wrong JSON",
    'Given I remember the JSON as "j":\n      """\n      {"a": }\n      """',
    "This is not JSON, line 1, column 7:",
  ],
  [
    "a number too long to keep",
    'Given I remember 9007199254740993 as "n"',
    "more digits than a number can keep",
  ],
  ["a random thing nobody knows", 'When I generate a random emial as "e"', 'Did you mean "email"?'],
  [
    "bounds the wrong way round",
    'When I generate a random number between 9 and 1 as "n"',
    "no number between 9 and 1",
  ],
  [
    "a text made of nothing known",
    'When I generate a random text of 3 apples as "t"',
    "not of apples",
  ],
  [
    "no number in a text",
    'When I remember the first number in {{word}} as "n"',
    'There is no number in "x".',
  ],
  [
    "what is not there in a text",
    'When I remember the part of {{word}} after "y" as "n"',
    'There is no "y" in "x".',
  ],
  ["calculating with words", 'When I remember {{word}} plus 1 as "n"', "is not a number"],
  ["a division by nothing", 'When I remember 1 divided by 0 as "n"', "has no result"],
  ["a size of nothing known", 'Given a file "x" of 3 apples', "is no size of a file"],
  ["a file of the project to delete", 'When I delete the file "a.feature"', "are not deleted"],
  ["a format nobody knows", 'When I remember today in the format "DD" as "d"', '"DD" is no part'],
  ["a kind nobody defined", "Then {{word}} should be a valid German IBAN", "defineCheck("],
  ["what should not be there", 'Then "word" should not be remembered', 'but it was "x"'],
  ["what should be there", 'Then "other" should be remembered', 'Nothing is remembered as "other"'],
] as const;

const mistaking = mistakes.map(([, step]) =>
  addToBatch(`    Given I remember "x" as "word"\n    ${step}`),
);

test("each mistake fails with a way out", async () => {
  const outcomes = (await Promise.all(mistaking.map((ask) => ask()))).flat();
  const failures = outcomes.filter(({ text }) => text !== 'I remember "x" as "word"');
  for (const [at, [name, , message]] of mistakes.entries()) {
    expect(failures[at], name).toMatchObject({
      status: "FAILED",
      message: expect.stringContaining(message),
    });
  }
});

const hiding = addToBatch('    Then {{env.SECRET_WORD}} should be "something else"');

test("what comes out of the environment is shown nowhere", async () => {
  const outcomes = await hiding();
  expect(outcomes[0]).toMatchObject({ status: "FAILED" });
  expect(outcomes[0]?.message).toContain("[redacted]");
  expect(JSON.stringify(outcomes)).not.toContain("xyzzy-plugh");
});

const page = readFileSync("docs/checks.md", "utf8");
const examples = [...page.matchAll(/```gherkin\n(.*?)```/gs)].map(([, steps = ""]) =>
  addToBatch(steps),
);

test("the examples of docs/checks.md are true", async () => {
  const outcomes = (await Promise.all(examples.map((ask) => ask()))).flat();
  expect(examples.length).toBeGreaterThan(1);
  expect(outcomes.length).toBeGreaterThan(10);
  expect(open(outcomes)).toEqual([]);
});

test("no phrase of this pack is another's as well", async () => {
  const sentences = [
    ..."remember stores save keeps"
      .split(" ")
      .flatMap((verb) => [
        `I ${verb} "x" as "name"`,
        `Alice ${verb} 'x' as 'name'`,
        `the customer ${verb} 5 as "name"`,
        `I ${verb} {{unique.id}} as "name"`,
        `I ${verb} null as "name"`,
        `I ${verb} the following values:`,
        `I ${verb} the following:`,
        `I ${verb} the text as "name":`,
        `I ${verb} the following text as "name":`,
        `I ${verb} the JSON as "name":`,
        `I ${verb} the following JSON as "name":`,
      ]),
    "the following values:",
    'I generate a unique email as "name"',
    'Alice makes up an unique id as "name"',
    'I make a new unique number as "name"',
    ..."should be 5|should not be empty|is null|has 3 items|exists|should be a uuid|contains 'x'"
      .split("|")
      .flatMap((check) => [
        `{{name}} ${check}`,
        `"{{name}}" ${check}`,
        `'{{name.first}}' ${check}`,
        `the remembered "name" ${check}`,
        `the remembered value "name" ${check}`,
      ]),
    '"name" should be remembered',
    '"name" should not be remembered',
    '"{{name}}" should be remembered',
  ];
  const steps = sentences.map((sentence) => `    * ${sentence}`).join("\n");
  const feature = `Feature: Data\n  Scenario: One\n${steps}\n`;
  const { steps: outcomes } = await runCucumber(feature, { pack: "index", dryRun: true });
  expect(outcomes).toHaveLength(sentences.length);
  expect(outcomes.filter(({ definitions }) => definitions.length !== 1)).toEqual([]);
});
