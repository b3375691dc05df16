import {
  listMeasuring,
  type Measuring,
  makeOncePerPair,
  type PlacedTag,
  placeOfTag,
  tagsOf,
} from "../../measuring.ts";
import { leastSamples } from "../../provable.ts";
import type { StoryRule } from "../../rule.ts";

export const unprovable: StoryRule = {
  id: "gates/unprovable",
  scope: "story",
  severity: "error",
  summary: "a gate that the samples allowed can never prove",
  reason:
    "With n samples that all keep the bound, no test can say at 95 % confidence that a share q of all keeps it unless q^n <= 5 %: 59 samples for p95, 299 for p99, 2995 for p99.9 (Wilks 1941). Such a gate stays unproven whatever the product does. It is the least for any test: the one that storyproof uses may look after every sample and needs more, about 66 to 80 for p95. `max` is no share and not looked at.",
  bad: `Feature: Search

  @latency:p99<300ms @samples:100
  Scenario: A word is searched for
    When I search for "lamp"
    Then I should see "3 results"
`,
  good: `Feature: Search

  @latency:p99<300ms @samples:500
  Scenario: A word is searched for
    When I search for "lamp"
    Then I should see "3 results"
`,
  *check(story, context) {
    const isNew = makeOncePerPair();
    for (const measuring of listMeasuring(story, context)) {
      const allowed = findAllowed(measuring);
      if (allowed === undefined) continue;
      for (const { gate, share } of listShares(measuring)) {
        const needed = leastSamples(share);
        if (allowed.count >= needed || !isNew(gate, allowed.by)) continue;
        const more = share === 0.95 ? ", and the test used about 66 to 80" : "";
        yield {
          uri: story.uri,
          ...placeOfTag(gate),
          subject: measuring.scenario.id,
          message: `${gate.tag.name} can never be proven with ${allowed.why}: any test needs at least ${needed}${more}.`,
          wayOut: `Allow ${needed} or more with room to spare, or bound a share that fewer samples prove.`,
          related: [{ uri: story.uri, line: allowed.by.tag.line, message: allowed.by.tag.name }],
        };
      }
    }
  },
};

interface Allowed {
  readonly count: number;
  readonly by: PlacedTag;
  readonly why: string;
}

/** How many samples there can be, where tags say so. */
function findAllowed(measuring: Measuring): Allowed | undefined {
  const [samples] = tagsOf(measuring, "samples");
  const [rpm] = tagsOf(measuring, "rpm");
  const [hold] = tagsOf(measuring, "hold");
  const asked: Allowed | undefined = samples && {
    count: samples.value.count,
    by: samples,
    why: samples.tag.name,
  };
  if (rpm === undefined || hold === undefined) return asked;
  const count = Math.ceil((rpm.value.perMinute * hold.value.durationMs) / 60_000);
  if (asked !== undefined && asked.count <= count) return asked;
  const why = `the ${count} starts of ${rpm.tag.name} for ${hold.tag.name}`;
  return { count, by: hold, why };
}

interface SharedGate {
  readonly gate: PlacedTag;
  /** Of the samples that must be good, above 0 and below 1. */
  readonly share: number;
}

function listShares(measuring: Measuring): readonly SharedGate[] {
  const quantiles = tagsOf(measuring, "latency", "lcp", "inp", "cls").flatMap((gate) =>
    gate.value.quantile === "max" ? [] : [{ gate, share: gate.value.quantile }],
  );
  const errors = tagsOf(measuring, "errors").map((gate) => {
    return { gate, share: 1 - gate.value.bound.limit };
  });
  const available = tagsOf(measuring, "availability").map((gate) => {
    return { gate, share: gate.value.share };
  });
  // That none fails is judged like `max`.
  return [...quantiles, ...errors, ...available].filter(({ share }) => share > 0 && share < 1);
}
