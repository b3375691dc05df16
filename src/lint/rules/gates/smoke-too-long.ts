import { smokeScenarioMs } from "../../../tags/tier-budgets.ts";
import {
  listMeasuring,
  type Measuring,
  makeOncePerPair,
  type PlacedTag,
  placeOfTag,
  tagsOf,
} from "../../measuring.ts";
import type { StoryRule } from "../../rule.ts";

const budget = `${smokeScenarioMs / 1000} s`;

export const smokeTooLong: StoryRule = {
  id: "gates/smoke-too-long",
  scope: "story",
  severity: "warning",
  summary: "a smoke scenario whose measuring cannot fit a smoke run",
  reason: `A smoke run is waited for, so one of its scenarios has ${budget} for measuring. Counted is what the tags say: @hold; or the samples with their warm-up, each as long as the strictest latency allows, or as far apart as @rpm starts them, unless a shorter @hold ends them before.`,
  bad: `Feature: Search

  @smoke @rpm:60 @hold:2min
  Scenario: A word is searched for
    When I search for "lamp"
    Then I should see "3 results"
`,
  good: `Feature: Search

  @regression @rpm:60 @hold:2min
  Scenario: A word is searched for
    When I search for "lamp"
    Then I should see "3 results"
`,
  *check(story, context) {
    const isNew = makeOncePerPair();
    for (const measuring of listMeasuring(story, context)) {
      const [tier] = tagsOf(measuring, "tier");
      if (tier?.value.tier !== "smoke") continue;
      const long = findLongest(measuring);
      if (long === undefined || !isNew(long.by, tier)) continue;
      yield {
        uri: story.uri,
        ...placeOfTag(long.by),
        subject: measuring.scenario.id,
        message: `${long.why}, and a smoke scenario has ${budget} for measuring.`,
        wayOut: "Measure less, or move the scenario to @regression.",
        related: [{ uri: story.uri, line: tier.tag.line, message: tier.tag.name }],
      };
    }
  },
};

interface Long {
  readonly by: PlacedTag;
  readonly why: string;
}

function findLongest(measuring: Measuring): Long | undefined {
  const [hold] = tagsOf(measuring, "hold");
  if (hold !== undefined) {
    if (hold.value.durationMs <= smokeScenarioMs) return undefined;
    return { by: hold, why: `${hold.tag.name} measures for ${seconds(hold.value.durationMs)}` };
  }
  const [samples, ...more] = tagsOf(measuring, "samples", "warmup");
  const [rpm] = tagsOf(measuring, "rpm");
  const [strictest] = tagsOf(measuring, "latency").toSorted(
    (a, b) => a.value.bound.limit - b.value.bound.limit,
  );
  const apart = rpm === undefined ? strictest?.value.bound.limit : 60_000 / rpm.value.perMinute;
  const by = rpm ?? strictest;
  if (apart === undefined || by === undefined) return undefined;
  if (samples === undefined) {
    if (rpm !== undefined || apart <= smokeScenarioMs) return undefined;
    return { by, why: `one sample may take ${seconds(apart)} within ${by.tag.name}` };
  }
  const counted = [samples, ...more];
  const count = counted.reduce((sum, { value }) => sum + value.count, 0);
  if (count * apart <= smokeScenarioMs) return undefined;
  const names = counted.map(({ tag }) => tag.name).join(" and ");
  return { by: samples, why: `${names} take ${seconds(count * apart)} with ${by.tag.name}` };
}

function seconds(ms: number): string {
  return ms < 120_000
    ? `${Number((ms / 1000).toPrecision(3))} s`
    : `${Number((ms / 60_000).toPrecision(3))} min`;
}
