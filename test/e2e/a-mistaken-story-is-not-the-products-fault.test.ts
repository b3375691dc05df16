// What a story gets wrong itself leaves it unproven; what the product does wrong refutes it. Both make cucumber fail.
import { expect, test } from "vitest";
import { startBookshop } from "../bookshop/shop.ts";
import { configFor, startProduct } from "./product.ts";
import { makeProject, type Project } from "./project.ts";

const mistakes: readonly (readonly [name: string, steps: string, reason: string])[] = [
  [
    "a variable that is not set",
    'Given I remember "{{env.NOT_SET_ANYWHERE}}" as "x"',
    "{{env.NOT_SET_ANYWHERE}}: the environment variable NOT_SET_ANYWHERE is not set.",
  ],
  ["an unknown name", 'Then {{order}} should be "x"', 'Nothing is remembered as "order"'],
  [
    "JSON that is none",
    'When I send a POST request to "/api/orders" with JSON:\n      """\n      { "book": }\n      """',
    "This is not JSON, line 1, column 11",
  ],
  [
    "a table of another shape",
    "Given the following values:\n      | a |",
    "This table has 1 column",
  ],
  [
    "an impossible limit",
    'Given I remember 5 as "n"\n    Then {{n}} should be greater than "many"',
    "not a check",
  ],
  [
    "a file that is not there",
    'When I send a PUT request to "/api/covers/1" with file "nowhere.txt"',
    "There is no file nowhere.txt",
  ],
  [
    "a file outside the project",
    'When I send a PUT request to "/api/covers/1" with file "/etc/hostname"',
    "The file /etc/hostname lies outside the project",
  ],
  ["no request yet", "Then the response status should be 200", "I have sent no request yet"],
  ["a wait beyond the deadline", "When I wait 2 minutes", "Waiting 120000 ms takes longer"],
  [
    "an unknown role",
    "Given I am signed in as a pirate",
    'Nobody knows how to sign in as "pirate"',
  ],
];

test("mistakes of a story are unproven with the reason, and cucumber fails all the same", async () => {
  const url = await startBookshop();
  const scenarios = mistakes.map(([name, steps]) => `  Scenario: ${name}\n    ${steps}\n`);
  const project = makeProject({
    "cucumber.js": configFor(url),
    "features/a.feature": `Feature: Mistakes\n${scenarios.join("\n")}`,
  });
  const { code, stdout } = await project.cucumber();
  expect(code).toBe(1);
  expect(stdout).toContain(`${mistakes.length} scenarios (${mistakes.length} failed)`);
  const found = listJudgements(project);
  for (const [name, , reason] of mistakes) {
    expect(found.get(name)).toMatchObject({
      verdict: "unproven",
      reason: {
        kind: "story-mistaken",
        text: expect.stringContaining(`the story is mistaken: ${reason}`),
      },
    });
  }
  expect(project.read("reports/truth.md")).toContain("the story is mistaken");
});

test("a product that leaves out what it owes, or dies midway, is refuted", async () => {
  const url = await startProduct((request, response) => {
    if (request.url === "/die") request.socket.destroy();
    else response.setHeader("content-type", "application/json").end('{"total": 3}');
  });
  const project = makeProject({
    "cucumber.js": configFor(url),
    "features/a.feature": `Feature: Product
  Scenario: It dies midway
    When I send a GET request to "/order"
    And I send a GET request to "/die"
  Scenario: It leaves the id out
    When I send a GET request to "/order"
    And I remember the response as "order"
    And I send a GET request to "/orders/{{order.id}}"
  Scenario: It answers words where a number is due
    When I send a GET request to "/order"
    Then the response "total" should be less than 3
`,
  });
  const { code } = await project.cucumber();
  expect(code).toBe(1);
  const found = [...listJudgements(project).values()];
  expect(found).toHaveLength(3);
  expect(found.map(({ verdict }) => verdict)).toEqual(["refuted", "refuted", "refuted"]);
});

interface Judgement {
  readonly verdict: string;
  readonly reason?: { readonly kind: string; readonly text: string };
}

interface Truth {
  readonly stories: readonly {
    readonly scenarios: readonly {
      readonly title: string;
      readonly cases: readonly { readonly guarantees: readonly Judgement[] }[];
    }[];
  }[];
}

/** The judgement of each scenario's behaviour, by its name. */
function listJudgements(project: Project): ReadonlyMap<string, Judgement> {
  const truth: Truth = JSON.parse(project.read("reports/truth.json"));
  return new Map(
    truth.stories
      .flatMap(({ scenarios }) => scenarios)
      .flatMap(
        ({ title, cases: [one] }) => one?.guarantees.map((each) => [title, each] as const) ?? [],
      ),
  );
}
