import type { Tag } from "../../../story/story.ts";
import {
  isMeasured,
  listMeasuring,
  type Measuring,
  type PlacedTag,
  placeOfTag,
  tagsOf,
} from "../../measuring.ts";
import type { StoryRule } from "../../rule.ts";

export const unusedSetting: StoryRule = {
  id: "gates/unused-setting",
  scope: "story",
  severity: "warning",
  summary: "@hold, @samples, @warmup, @runs or @seed where nothing uses it",
  reason:
    "Such a tag says how much is measured or tried, and means nothing without a gate or an invariant. It looks as if something were measured that is not: most often the gate was forgotten or has another level.",
  bad: `Feature: Search

  @samples:200
  Scenario: A word is searched for
    When I search for "lamp"
    Then I should see "3 results"
`,
  good: `Feature: Search

  @latency:p95<300ms @samples:200
  Scenario: A word is searched for
    When I search for "lamp"
    Then I should see "3 results"
`,
  *check(story, context) {
    const unused = new Map<string, { readonly placed: PlacedTag; readonly measuring: Measuring }>();
    const used = new Set<string>();
    for (const measuring of listMeasuring(story, context)) {
      for (const placed of tagsOf(measuring, "hold", "samples", "warmup", "runs", "seed")) {
        const key = keyOf(placed.tag);
        if (isUsed(placed, measuring)) used.add(key);
        else if (!unused.has(key)) unused.set(key, { placed, measuring });
      }
      // What a nearer tag takes the place of, another scenario may use, or this rule has nothing to say of.
      for (const { farther } of measuring.replaced) used.add(keyOf(farther.tag));
    }
    for (const [key, { placed, measuring }] of unused) {
      if (used.has(key)) continue;
      const isOwn = placed.tag.level === "scenario" || placed.tag.level === "examples";
      yield {
        uri: story.uri,
        ...placeOfTag(placed),
        ...(isOwn ? { subject: measuring.scenario.id } : {}),
        message: `nothing uses ${placed.tag.name}: ${whatIsMissing(placed)}.`,
        wayOut: isGenerating(placed)
          ? "Tag the scenario with @invariant, or take the tag away."
          : "Write the gate that it belongs to, such as @latency:p95<300ms, or take the tag away.",
      };
    }
  },
};

function keyOf({ line, column }: Tag): string {
  return `${line}:${column}`;
}

function isGenerating({ value }: PlacedTag): boolean {
  return value.kind === "runs" || value.kind === "seed";
}

/** Generated inputs are tried by invariants and explorations, samples are taken for gates. */
function isUsed(placed: PlacedTag, measuring: Measuring): boolean {
  if (tagsOf(measuring, "explore", "races").length > 0) return true;
  return isGenerating(placed) ? tagsOf(measuring, "invariant").length > 0 : isMeasured(measuring);
}

function whatIsMissing(placed: PlacedTag): string {
  return isGenerating(placed)
    ? "no scenario that it holds for is an invariant"
    : "no scenario that it holds for has a gate";
}
