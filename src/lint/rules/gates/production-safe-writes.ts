import { listMeasuring, tagsOf } from "../../measuring.ts";
import { findWritingMethod } from "../../repeatable.ts";
import type { StoryRule } from "../../rule.ts";

export const productionSafeWrites: StoryRule = {
  id: "gates/production-safe-writes",
  scope: "story",
  severity: "error",
  summary: "a @production-safe scenario that sends POST, PUT, PATCH or DELETE",
  reason:
    "@production-safe promises that nothing changes that a customer can see, so the scenario may run against production. A request with such a method usually changes something. Left alone are requests whose step names signing in or out, a session, a token, a search, a query or GraphQL, and a POST whose address says that it only asks: preview, validate, check, verify, calculate, quote, estimate, simulate. Steps that expect something send nothing.",
  bad: `Feature: Orders

  @production-safe
  Scenario: An order is made
    When I send a POST request to "/api/orders"
    Then the response status should be 201
`,
  good: `Feature: Orders

  @production-safe
  Scenario: Orders are listed
    When I send a GET request to "/api/orders"
    Then the response status should be 200
`,
  *check(story, context) {
    const seen = new Set<number>();
    for (const measuring of listMeasuring(story, context)) {
      const [safe] = tagsOf(measuring, "production-safe");
      if (safe === undefined) continue;
      for (const step of measuring.scenario.steps) {
        const method = findWritingMethod(step);
        if (method === undefined || isLabel(step.text, method) || seen.has(step.line)) continue;
        seen.add(step.line);
        yield {
          uri: story.uri,
          line: step.line,
          column: step.textColumn + step.text.indexOf(method),
          length: method.length,
          subject: measuring.scenario.id,
          message: `${safe.tag.name} promises that nothing changes, and this step sends ${method}.`,
          wayOut: "Take @production-safe away, or ask with GET.",
          related: [{ uri: story.uri, line: safe.tag.line, message: safe.tag.name }],
        };
      }
    }
  },
};

const gesture =
  /\b(?:press|click|tap|follow|fill|type|enter|select|choose|check)(?:e?s|ed|ing)?\b/i;

/** `I press "DELETE"` touches what is called so, and sends what nobody can tell. */
function isLabel(text: string, method: string): boolean {
  const before = text.slice(0, text.indexOf(method));
  return gesture.test(before) && before.split('"').length % 2 === 0;
}
