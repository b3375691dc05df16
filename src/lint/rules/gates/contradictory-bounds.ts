import {
  listMeasuring,
  type Measuring,
  makeOncePerPair,
  nameQuantile,
  type PlacedTag,
  placeOfTag,
  type TagOf,
  tagsOf,
} from "../../measuring.ts";
import type { StoryRule } from "../../rule.ts";

export const contradictoryBounds: StoryRule = {
  id: "gates/contradictory-bounds",
  scope: "story",
  severity: "error",
  summary: "two bounds that cannot both be meant",
  reason:
    "The median is never above the 95th percentile, so `p50<300ms` beside `p95<200ms` says nothing: one of the two is a slip, and nobody knows which. Errors and availability bound the same share from two sides. Inherited bounds count as if they were written here.",
  bad: `Feature: Search

  @latency:p50<300ms @latency:p95<200ms
  Scenario: A word is searched for
    When I search for "lamp"
    Then I should see "3 results"
`,
  good: `Feature: Search

  @latency:p50<100ms @latency:p95<200ms
  Scenario: A word is searched for
    When I search for "lamp"
    Then I should see "3 results"
`,
  *check(story, context) {
    const isNew = makeOncePerPair();
    for (const measuring of listMeasuring(story, context)) {
      for (const { weaker, stronger, message } of findContradictions(measuring)) {
        if (!isNew(weaker, stronger)) continue;
        yield {
          uri: story.uri,
          ...placeOfTag(weaker),
          subject: measuring.scenario.id,
          message,
          wayOut: `Keep the bound that is meant: make ${weaker.tag.name} stricter than ${stronger.tag.name}, or take it away.`,
          related: [{ uri: story.uri, line: stronger.tag.line, message: stronger.tag.name }],
        };
      }
    }
  },
};

interface Contradiction {
  readonly weaker: PlacedTag;
  readonly stronger: PlacedTag;
  readonly message: string;
}

function* findContradictions(measuring: Measuring): Generator<Contradiction> {
  for (const kind of ["latency", "lcp", "inp", "cls"] as const) {
    const sorted = tagsOf(measuring, kind).toSorted((a, b) => rankOf(a) - rankOf(b));
    for (const [index, weaker] of sorted.entries()) {
      const stronger = sorted
        .slice(index + 1)
        .find((one) => one.value.bound.limit < weaker.value.bound.limit);
      if (stronger === undefined) continue;
      const low = nameQuantile(weaker.value.quantile);
      const high = nameQuantile(stronger.value.quantile);
      const message = `${weaker.tag.name} says nothing beside ${stronger.tag.name}: ${low} is never above ${high}.`;
      yield { weaker, stronger, message };
    }
  }
  yield* compareWithAvailability(measuring);
}

type QuantileTag = TagOf<"latency" | "lcp" | "inp" | "cls">;

function rankOf({ value: { quantile } }: QuantileTag): number {
  return quantile === "max" ? 1 : quantile;
}

/** Shares are written with a few digits; what is left over is how computers count. */
const sameShare = 1e-9;

function* compareWithAvailability(measuring: Measuring): Generator<Contradiction> {
  const [errors] = tagsOf(measuring, "errors");
  const [availability] = tagsOf(measuring, "availability");
  if (errors === undefined || availability === undefined) return;
  const allowed = 1 - availability.value.share;
  const difference = errors.value.bound.limit - allowed;
  if (Math.abs(difference) < sameShare) return;
  const [weaker, stronger] = difference > 0 ? [errors, availability] : [availability, errors];
  const message = `${errors.tag.name} and ${availability.tag.name} bound the same share differently: availability is what errors leave over, and ${availability.tag.name} allows ${percent(allowed)} of errors.`;
  yield { weaker, stronger, message };
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(9))}%`;
}
