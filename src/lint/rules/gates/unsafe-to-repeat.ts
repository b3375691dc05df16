import type { Story } from "../../../story/story.ts";
import {
  isMeasured,
  listMeasuring,
  type Measuring,
  type PlacedTag,
  tagsOf,
} from "../../measuring.ts";
import { findUnrepeatable } from "../../repeatable.ts";
import type { RuleFinding, StoryRule } from "../../rule.ts";

export const unsafeToRepeat: StoryRule = {
  id: "gates/unsafe-to-repeat",
  scope: "story",
  severity: "warning",
  summary: "a measured scenario that makes a thing which can be made only once",
  reason:
    "A gate starts its scenario dozens of times, a load gate hundreds of times a minute. The second account with the same email address is refused, so from then on the refusal is measured. It is a suspicion from the words of steps: one step makes something (POST but for signing in and searching; create, register, sign up, publish, invite, subscribe, add a new), and a step that expects nothing has a literal email address, or a literal value for a field such as user name, login, slug, SKU, ISBN, IBAN, phone. A value with `{{…}}` in it, such as `{{unique.email}}`, is not literal.",
  bad: `Feature: Accounts

  @rpm:600
  Scenario: A customer registers
    When I send a POST request to "/api/customers" with JSON:
      | email    | ada@example.com |
      | password | correct horse   |
    Then the response status should be 201
`,
  good: `Feature: Accounts

  @rpm:600
  Scenario: A customer registers
    When I send a POST request to "/api/customers" with JSON:
      | email    | {{unique.email}} |
      | password | correct horse    |
    Then the response status should be 201
`,
  *check(story, context) {
    const seen = new Set<string>();
    for (const measuring of listMeasuring(story, context)) {
      const gate = findRepeating(measuring);
      if (gate === undefined || seen.has(measuring.scenario.id)) continue;
      const finding = findFirst(story, measuring, gate);
      if (finding === undefined) continue;
      seen.add(measuring.scenario.id);
      yield finding;
    }
  },
};

/** The gate that repeats the scenario most; undefined when it is run once. */
function findRepeating(measuring: Measuring): PlacedTag | undefined {
  const [samples] = tagsOf(measuring, "samples");
  const [rpm] = tagsOf(measuring, "rpm");
  if (!isMeasured(measuring) || (samples?.value.count === 1 && rpm === undefined)) return undefined;
  const others = tagsOf(measuring, "latency", "lcp", "inp", "cls", "errors", "availability");
  return rpm ?? others[0];
}

function findFirst(
  { uri }: Story,
  { scenario }: Measuring,
  gate: PlacedTag,
): RuleFinding | undefined {
  for (const one of scenario.cases) {
    const found = findUnrepeatable(scenario, one);
    if (found === undefined) continue;
    const { creating, sign, literal, literalStep } = found;
    const isHere = creating === literalStep && creating.text.includes(literal);
    return {
      uri,
      line: creating.line,
      ...(isHere
        ? { words: literal }
        : { column: creating.textColumn, length: creating.text.length }),
      subject: scenario.id,
      message: `${gate.tag.name} repeats this scenario, and "${sign}" with "${literal}" probably works only once.`,
      wayOut:
        "Write {{unique.email}}, {{unique.id}} or {{now}} in the value, which are new in each repetition.",
      related: [
        { uri, line: gate.tag.line, message: gate.tag.name },
        ...(creating === literalStep
          ? []
          : [{ uri, line: literalStep.line, message: `"${literal}"` }]),
      ],
    };
  }
  return undefined;
}
