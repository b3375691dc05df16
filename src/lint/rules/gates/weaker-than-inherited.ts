import {
  listMeasuring,
  makeOncePerPair,
  nameLevel,
  type PlacedTag,
  placeOfTag,
} from "../../measuring.ts";
import type { StoryRule } from "../../rule.ts";

export const weakerThanInherited: StoryRule = {
  id: "gates/weaker-than-inherited",
  scope: "story",
  severity: "warning",
  summary: "a gate that takes the place of a stricter inherited one",
  reason:
    "A nearer gate replaces the inherited one, so the promise that the feature makes for all its scenarios silently does not hold for this one. If that is meant, say so where the next reader looks: in a suppression with its reason.",
  bad: `@latency:p95<300ms
Feature: Search

  @latency:p95<2s
  Scenario: Everything is searched for
    When I search for "*"
    Then I should see "3000 results"
`,
  good: `@latency:p95<300ms
Feature: Search

  @latency:p95<200ms
  Scenario: Everything is searched for
    When I search for "*"
    Then I should see "3000 results"
`,
  *check(story, context) {
    const isNew = makeOncePerPair();
    for (const { scenario, replaced } of listMeasuring(story, context)) {
      for (const { nearer, farther } of replaced) {
        if (!isWeaker(nearer, farther) || !isNew(nearer, farther)) continue;
        yield {
          uri: story.uri,
          ...placeOfTag(nearer),
          ...(nearer.tag.level === "rule" ? {} : { subject: scenario.id }),
          message: `${nearer.tag.name} weakens ${farther.tag.name}, which ${nameLevel(farther)} promises.`,
          wayOut: `Keep ${farther.tag.name}, or say in a suppression why less is enough here.`,
          related: [{ uri: story.uri, line: farther.tag.line, message: farther.tag.name }],
        };
      }
    }
  },
};

/** Whether something may pass the nearer gate that the farther one refuses. Both bound the same thing. */
function isWeaker({ value: nearer }: PlacedTag, { value: farther }: PlacedTag): boolean {
  if ("bound" in nearer && "bound" in farther) return nearer.bound.limit > farther.bound.limit;
  if (nearer.kind === "rpm" && farther.kind === "rpm") return nearer.perMinute < farther.perMinute;
  if (nearer.kind !== "availability" || farther.kind !== "availability") return false;
  return nearer.share < farther.share;
}
